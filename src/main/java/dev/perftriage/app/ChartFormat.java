package dev.perftriage.app;

/** What a chart's file can be. */
public enum ChartFormat {
  /** Sharp at any size, with values as tooltips. */
  SVG("svg"),
  /** For places that show no SVG. */
  PNG("png");

  private final String extension;

  ChartFormat(String extension) {
    this.extension = extension;
  }

  public String extension() {
    return extension;
  }
}

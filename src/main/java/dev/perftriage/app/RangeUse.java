package dev.perftriage.app;

/** What a range is made into, which decides how much of its comparisons is kept. */
public enum RangeUse {
  /** Sentences, tables and verdicts. */
  FIGURES,
  /** Charts, too. */
  CHARTS,
  /** A web page, which shows all test cases of the listed merges. */
  PAGE;

  /** Whether anything is drawn. */
  public boolean hasCharts() {
    return this != FIGURES;
  }
}

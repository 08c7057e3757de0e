package dev.perftriage.cli;

import dev.perftriage.report.chart.Chart;
import java.nio.charset.StandardCharsets;

/** What a chart's file can be. */
enum ChartFormat {
  /** Sharp at any size, with values as tooltips. */
  SVG("svg") {
    @Override
    byte[] render(Chart chart) {
      return chart.figure().svg().getBytes(StandardCharsets.UTF_8);
    }
  },
  /** For places that show no SVG. */
  PNG("png") {
    @Override
    byte[] render(Chart chart) {
      return chart.png();
    }
  };

  private final String extension;

  ChartFormat(String extension) {
    this.extension = extension;
  }

  abstract byte[] render(Chart chart);

  String extension() {
    return extension;
  }
}

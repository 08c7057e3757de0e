package dev.perftriage.app;

import dev.perftriage.report.LevelReport;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.report.chart.Charts;
import dev.perftriage.report.data.LevelData;
import dev.perftriage.report.html.HtmlPage;
import dev.perftriage.report.html.LevelPage;
import dev.perftriage.report.text.TextLevels;
import dev.perftriage.report.text.TextStyle;
import java.nio.charset.StandardCharsets;

/** The formats of a history. */
public enum HistoryFormat {
  /** For a terminal, with a plot. */
  TEXT,
  /** The chart, sharp at any size. */
  SVG,
  /** The chart as pixels. */
  PNG,
  /** For reading in a browser: the chart and the steps. */
  HTML,
  /** For spreadsheets: one merge per line. */
  CSV,
  /** For programs. */
  JSON;

  /** Whether it is drawn, so that Java must be prepared for that. */
  public boolean isDrawn() {
    return this == SVG || this == PNG || this == HTML;
  }

  /** Whether it is no text, so that a terminal cannot show it. */
  public boolean isBinary() {
    return this == PNG;
  }

  /**
   * Renders a history, in UTF-8 if it is text.
   *
   * @param options the options to name in messages
   */
  public byte[] render(LevelReport report, TextStyle style, OptionNames options) {
    if (isDrawn()) {
      Drawing.prepare(options);
    }
    return this == PNG ? chart(report).png() : text(report, style).getBytes(StandardCharsets.UTF_8);
  }

  private String text(LevelReport report, TextStyle style) {
    return switch (this) {
      case TEXT -> TextLevels.render(report, style);
      case SVG -> chart(report).figure().svg() + '\n';
      case HTML -> HtmlPage.render(LevelPage.of(report, chart(report).figure()));
      case CSV -> LevelData.csv(report);
      case JSON -> LevelData.json(report);
      case PNG -> throw new IllegalStateException("a picture is no text");
    };
  }

  private static Chart chart(LevelReport report) {
    return Charts.ofLevels(report);
  }
}

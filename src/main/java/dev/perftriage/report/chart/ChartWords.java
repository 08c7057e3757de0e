package dev.perftriage.report.chart;

import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;

/**
 * The words of a chart.
 *
 * @param name for file names and anchors
 * @param title metric, range and number of cases
 * @param caption how to read it
 * @param description what it shows
 */
record ChartWords(String name, String title, String caption, String description) {

  /** Puts each on one line. */
  ChartWords {
    title = PlainText.onOneLine(title);
    caption = PlainText.onOneLine(caption);
    description = PlainText.onOneLine(description);
  }

  /** A title in the form that all charts of a comparison have. */
  static String title(String what, Comparison comparison) {
    return what
        + ": "
        + comparison.metric()
        + ", "
        + comparison.range()
        + ", "
        + Numbers.counted(comparison.changes().size(), "comparable test case");
  }
}

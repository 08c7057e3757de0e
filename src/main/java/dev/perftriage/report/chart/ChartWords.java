package dev.perftriage.report.chart;

import dev.perftriage.analysis.TestCaseChange;
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
    String cases = Numbers.counted(comparison.changes().size(), "comparable test case");
    return "%s: %s, %s, %s".formatted(what, comparison.metric(), comparison.range(), cases);
  }

  /**
   * A change as it is printed beside a mark: with its sign, one decimal as everywhere; beyond a
   * hundredfold it only says that it is.
   */
  static String change(double fraction) {
    return fraction > ClippedRange.FURTHEST
        ? "> +" + Numbers.percent(ClippedRange.FURTHEST)
        : (fraction > 0 ? "+" : "") + Numbers.percent(fraction);
  }

  /** A test case's change after the sign of its kind. */
  static String signed(TestCaseChange change) {
    return ChangeKind.of(change).sign() + " " + change(change.change());
  }

  /** A test case and its change. */
  static String named(TestCaseChange change) {
    return change.testCase() + " " + change(change.change());
  }

  /** Everything about a test case's change: what its mark says when the pointer rests on it. */
  static String tooltip(TestCaseChange change) {
    return change.testCase()
        + (change.testCase().isRuntime() ? "" : " (" + change.category().label() + ")")
        + (": " + change(change.change()) + ", " + ChangeKind.of(change).label() + ", ")
        + (Numbers.factor(change.result().significanceFactor()) + " its threshold, ")
        + (Numbers.value(change.result().before()) + " to ")
        + Numbers.value(change.result().after());
  }
}

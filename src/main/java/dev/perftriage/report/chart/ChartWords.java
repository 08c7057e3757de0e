package dev.perftriage.report.chart;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Metric;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;

/**
 * The texts of a chart.
 *
 * @param name for file names and anchors
 * @param title what was found
 * @param question what it answers, and from which data; empty if there is nothing to show
 * @param caption how to read it
 * @param description a text alternative for screen readers
 */
record ChartWords(String name, String title, String question, String caption, String description) {

  private static final double LARGEST_FACTOR = 10_000;

  /** Puts the visible texts on one line each. */
  ChartWords {
    title = PlainText.onOneLine(title);
    question = PlainText.onOneLine(question);
    caption = PlainText.onOneLine(caption);
    description = PlainText.onOneLine(description);
  }

  /**
   * A change as printed beside a mark, as a signed percentage with one decimal; {@code > +10000.0%}
   * for anything larger, {@code < -10000.0%} for anything smaller, {@code +∞%} if infinite.
   */
  static String change(double fraction) {
    double furthest = ChangeScale.FURTHEST;
    if (fraction > furthest && Double.isFinite(fraction)) {
      return "> +" + Numbers.percent(furthest);
    }
    if (fraction < -furthest && Double.isFinite(fraction)) {
      return "< " + Numbers.percent(-furthest);
    }
    return (fraction > 0 ? "+" : "") + Numbers.percent(fraction);
  }

  /** A significance factor as printed beside a mark, such as {@code 4.25x}. */
  static String factor(double factor) {
    return factor > LARGEST_FACTOR && Double.isFinite(factor)
        ? "> " + Math.round(LARGEST_FACTOR) + "x"
        : Numbers.factor(factor);
  }

  /** What a caption adds about test cases that were zero before; empty if there are none. */
  static String notDrawn(int fromZero) {
    return fromZero == 0
        ? ""
        : " Not drawn: %s that grew from zero.".formatted(Numbers.counted(fromZero, "test case"));
  }

  /** A test case's change, preceded by the symbol of its kind. */
  static String signed(TestCaseChange change) {
    return ChangeKind.of(change).sign() + " " + change(change.change());
  }

  /** A test case and its change. */
  static String named(TestCaseChange change) {
    return change.testCase() + " " + change(change.change());
  }

  /** The tooltip of a test case's mark: name, change, factor and values. */
  static String tooltip(Metric metric, TestCaseChange change) {
    MetricUnit unit = MetricUnit.of(metric, change.testCase());
    return change.testCase()
        + (change.testCase().isRuntime() ? "" : " (" + change.category().label() + ")")
        + (": " + change(change.change()) + ", " + ChangeKind.of(change).label() + ", ")
        + (Numbers.factor(change.factor()) + " its threshold, ")
        + (Numbers.value(change.result().before(), unit) + " to ")
        + Numbers.value(change.result().after(), unit);
  }
}

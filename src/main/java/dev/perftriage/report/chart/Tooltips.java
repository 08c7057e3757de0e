package dev.perftriage.report.chart;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.report.Numbers;

/** What a mark says when the pointer rests on it. */
final class Tooltips {

  private Tooltips() {}

  /** Everything about a test case's change. */
  static String of(TestCaseChange change) {
    String verdict =
        switch (ChangeKind.of(change)) {
          case REGRESSION -> "regression";
          case IMPROVEMENT -> "improvement";
          case NOT_RELEVANT -> "not relevant";
        };
    return change.testCase()
        + (change.testCase().isRuntime() ? "" : " (" + change.category().label() + ")")
        + ": "
        + Ticks.change(change.change())
        + ", "
        + verdict
        + ", "
        + Numbers.factor(change.result().significanceFactor())
        + " its threshold, "
        + Numbers.value(change.result().before())
        + " to "
        + Numbers.value(change.result().after());
  }
}

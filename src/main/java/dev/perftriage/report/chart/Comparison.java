package dev.perftriage.report.chart;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Metric;
import java.util.Comparator;
import java.util.List;

/**
 * The data that the charts of a comparison show.
 *
 * @param metric what was measured
 * @param range the two abbreviated commits, as {@code start..end}
 * @param changes every comparable test case, from the largest improvement to the largest
 *     regression, equal ones by name
 */
record Comparison(Metric metric, String range, List<TestCaseChange> changes) {

  private static final Comparator<TestCaseChange> ASCENDING =
      Comparator.comparingDouble(TestCaseChange::change)
          .thenComparing(change -> change.testCase().toString());

  /** Sorts the changes. */
  Comparison {
    changes = changes.stream().sorted(ASCENDING).toList();
  }

  static Comparison of(ComparableTestCases cases) {
    return new Comparison(
        cases.metric(),
        cases.before().shortCommit() + ".." + cases.after().shortCommit(),
        cases.changes());
  }

  /** The changes of a kind, in the same order. */
  List<TestCaseChange> ofKind(ChangeKind kind) {
    return changes.stream().filter(change -> ChangeKind.of(change) == kind).toList();
  }

  /** The changes alone, as fractions. */
  List<Double> fractions() {
    return fractions(changes);
  }

  static List<Double> fractions(List<TestCaseChange> changes) {
    return changes.stream().map(TestCaseChange::change).toList();
  }
}

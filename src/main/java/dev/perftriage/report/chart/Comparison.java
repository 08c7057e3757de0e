package dev.perftriage.report.chart;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data that the charts of a comparison show.
 *
 * @param metric what was measured
 * @param range the two abbreviated commits, as {@code start..end}
 * @param changes every test case with a finite change, from the largest improvement to the largest
 *     regression, equal ones by name
 * @param fromZero every test case that was zero before, for whose change no scale is long enough,
 *     in the same order
 */
record Comparison(
    Metric metric, String range, List<TestCaseChange> changes, List<TestCaseChange> fromZero) {

  private static final Comparator<TestCaseChange> ASCENDING =
      Comparator.comparingDouble(TestCaseChange::change)
          .thenComparing(change -> change.testCase().toString());

  /** Sorts the changes. */
  Comparison {
    changes = changes.stream().sorted(ASCENDING).toList();
    fromZero = fromZero.stream().sorted(ASCENDING).toList();
  }

  /** Separates the finite changes from the others. */
  static Comparison of(Metric metric, String range, List<TestCaseChange> comparable) {
    Map<Boolean, List<TestCaseChange>> byFromZero =
        comparable.stream().collect(Collectors.partitioningBy(TestCaseChange::isFromZero));
    return new Comparison(
        metric,
        range,
        byFromZero.getOrDefault(false, List.of()),
        byFromZero.getOrDefault(true, List.of()));
  }

  static Comparison of(ComparableTestCases cases) {
    return of(
        cases.metric(),
        cases.before().shortCommit() + ".." + cases.after().shortCommit(),
        cases.changes());
  }

  /** All comparable test cases: those with a finite change, then the others. */
  List<TestCaseChange> all() {
    return Stream.concat(changes.stream(), fromZero.stream()).toList();
  }

  /** What a caption adds about test cases that are not drawn; empty if all are. */
  String notDrawn() {
    return ChartWords.notDrawn(fromZero.size());
  }

  /**
   * Why a chart is empty.
   *
   * @param reason the reason, unless there are test cases that are not drawn
   */
  String emptyBecause(String reason) {
    return fromZero.isEmpty() ? reason : "Only test cases that grew from zero changed relevantly.";
  }

  /** The finite changes of a kind, in the same order. */
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

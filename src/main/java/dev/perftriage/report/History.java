package dev.perftriage.report;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The history of the flagged test cases over the most recent merges.
 *
 * @param metric what was measured
 * @param merges the window's merges in commit order, unmeasured ones included
 * @param cases the test cases with relevant changes in the window, largest change first; at most
 *     {@link #MOST_CASES}
 * @param moreCases how many test cases with relevant changes were cut
 * @param fromZero how many test cases grew from zero at each of their relevant changes, so that
 *     there is no level to relate their values to; they are neither shown nor cut
 */
public record History(
    Metric metric, List<Merge> merges, List<CaseHistory> cases, int moreCases, int fromZero) {

  /** More panels would be too many to read. */
  public static final int MOST_CASES = 18;

  /** About a week of merges. */
  private static final int MOST_MERGES = 40;

  private static final Comparator<Change> LARGEST_FIRST =
      Comparator.comparing(change -> change.judged().change(), TestCaseChange.LARGEST_FIRST);

  public History {
    merges = List.copyOf(merges);
    cases = List.copyOf(cases);
  }

  /**
   * The history of the test cases flagged in a range.
   *
   * @param steps the range's comparisons, without the context before it
   */
  public static History of(Metric metric, Annotations annotations, List<ComparisonSummary> steps) {
    MeasuredSeries series = annotations.verdicts().series();
    int end = series.merges().size();
    int first = Math.max(0, end - MOST_MERGES);
    Map<TestCase, List<Change>> flagged = flagged(annotations, steps, first);
    int all = flagged.size();
    flagged.values().removeIf(changes -> finite(changes).findAny().isEmpty());
    // Only the shown test cases have their values read.
    List<CaseHistory> cases =
        flagged.values().stream()
            .map(History::largest)
            .sorted(LARGEST_FIRST)
            .limit(MOST_CASES)
            .map(largest -> largest.judged().change().testCase())
            .map(
                testCase ->
                    new CaseHistory(
                        testCase,
                        values(series, testCase, first, end),
                        flagged.getOrDefault(testCase, List.of())))
            .toList();
    return new History(
        metric,
        series.merges().subList(first, end),
        cases,
        flagged.size() - cases.size(),
        all - flagged.size());
  }

  private static Stream<Change> finite(List<Change> changes) {
    return changes.stream().filter(change -> !change.judged().change().isFromZero());
  }

  private static Change largest(List<Change> changes) {
    return finite(changes).min(LARGEST_FIRST).orElseThrow();
  }

  /** The relevant changes of each test case, starting at a merge. */
  private static Map<TestCase, List<Change>> flagged(
      Annotations annotations, List<ComparisonSummary> steps, int first) {
    MeasuredSeries series = annotations.verdicts().series();
    Map<TestCase, List<Change>> flagged = new LinkedHashMap<>();
    for (ComparisonSummary step : steps) {
      Integer merge = series.indexOf(step.after().commit());
      if (merge != null && merge >= first) {
        for (JudgedChange judged : annotations.of(step).changes()) {
          flagged
              .computeIfAbsent(judged.change().testCase(), key -> new ArrayList<>())
              .add(new Change(merge - first, judged));
        }
      }
    }
    return flagged;
  }

  /** A test case's measured values, from one merge up to but excluding another. */
  public static List<Value> values(MeasuredSeries series, TestCase testCase, int from, int to) {
    double[] all = series.values(testCase);
    return IntStream.range(from, to)
        .filter(merge -> !Double.isNaN(all[merge]))
        .mapToObj(merge -> new Value(merge - from, all[merge]))
        .toList();
  }

  /**
   * A test case's measured values and relevant changes in a window of merges.
   *
   * @param values in commit order; merges without a measurement are absent
   * @param changes in commit order; at least one is finite
   */
  public record CaseHistory(TestCase testCase, List<Value> values, List<Change> changes) {

    public CaseHistory {
      values = List.copyOf(values);
      changes = List.copyOf(changes);
    }

    /** The largest finite change, regardless of direction. */
    public Change largest() {
      return History.largest(changes);
    }
  }

  /**
   * A measured value.
   *
   * @param merge the place of its merge in the window, from 0
   * @param value in the metric's own unit
   */
  public record Value(int merge, double value) {}

  /**
   * A relevant change.
   *
   * @param merge the place of its merge in the window, from 0
   */
  public record Change(int merge, JudgedChange judged) {}
}

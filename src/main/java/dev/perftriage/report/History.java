package dev.perftriage.report;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.model.Merge;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.CaseHistory.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The history of the flagged test cases over the last known merges.
 *
 * @param metric what was measured
 * @param merges the window's merges in commit order, unmeasured ones included
 * @param cases the test cases with relevant changes in the window, that with the largest first; no
 *     more than {@link #MOST_CASES}
 * @param moreCases how many test cases with relevant changes were cut
 */
public record History(String metric, List<Merge> merges, List<CaseHistory> cases, int moreCases) {

  /** As many as one looks at; more would be a wall. */
  public static final int MOST_CASES = 18;

  /** A usual week of merges. */
  private static final int MOST_MERGES = 40;

  /** Copies the lists. */
  public History {
    merges = List.copyOf(merges);
    cases = List.copyOf(cases);
  }

  /**
   * The history of what a range flags.
   *
   * @param steps the range's comparisons, those of the context before it left out
   */
  public static History of(String metric, Annotations annotations, List<ComparisonSummary> steps) {
    MeasuredSeries series = annotations.verdicts().series();
    int end = series.merges().size();
    int first = Math.max(0, end - MOST_MERGES);
    Map<TestCase, List<Change>> flagged = flagged(annotations, steps, first);
    // Few of them are shown, so the values of the others are left where they are.
    List<CaseHistory> cases =
        flagged.values().stream()
            .map(changes -> Collections.min(changes, CaseHistory.LARGEST_FIRST))
            .sorted(CaseHistory.LARGEST_FIRST)
            .limit(MOST_CASES)
            .map(largest -> largest.judged().change().testCase())
            .map(
                testCase ->
                    new CaseHistory(
                        testCase,
                        CaseHistory.values(series, testCase, first, end),
                        flagged.getOrDefault(testCase, List.of())))
            .toList();
    return new History(
        metric, series.merges().subList(first, end), cases, flagged.size() - cases.size());
  }

  /** The relevant changes of each test case from a merge on. */
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
}

package dev.perftriage.report;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.Merge;
import java.util.List;

/**
 * How the flagged test cases went through the last merges of what is known.
 *
 * @param metric what was measured
 * @param merges the window's merges in commit order, unmeasured ones included
 * @param cases the test cases with relevant changes in the window, that with the largest first
 */
public record History(String metric, List<Merge> merges, List<CaseHistory> cases) {

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
    List<Merge> all = annotations.verdicts().series().merges();
    int first = Math.max(0, all.size() - MOST_MERGES);
    return new History(
        metric, all.subList(first, all.size()), CaseHistory.of(annotations, steps, first));
  }
}

package dev.perftriage.analysis.unexplained;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The relevant changes over a whole range in one direction, by one metric and on one target, that
 * no entry explains, and the merges that contributed to them.
 *
 * <p>A change is explained if the relevant changes of its test case at entries, by the same metric,
 * add up to at least half of it, measured in logarithms. Entries show one target only, so they
 * explain nothing on others.
 *
 * @param target the target triple
 * @param isShown whether it is the target that entries show
 * @param changes the changes over the whole range, largest first, all in one direction; never empty
 * @param contributions the merges that moved the test cases the same way, the largest first; at
 *     most {@link #MOST_MERGES}
 * @param notCompared the number of measured merges without a comparison by this metric, which may
 *     have contributed, too
 */
public record UnexplainedChanges(
    Metric metric,
    String target,
    boolean isShown,
    List<TestCaseChange> changes,
    List<Contribution> contributions,
    int notCompared) {

  /** The maximum number of named merges. */
  public static final int MOST_MERGES = 5;

  /** The part of a change that entries must account for to explain it. */
  static final double ENOUGH = 0.5;

  /** Copies the lists. */
  public UnexplainedChanges {
    changes = List.copyOf(changes);
    contributions = List.copyOf(contributions);
  }

  /**
   * The unexplained changes of a range, regressions first; empty if there are none.
   *
   * @param isShown whether it is the target that entries show
   * @param whole the comparison of the range's ends on the target
   * @param steps the available comparisons of neighbouring merges on the target, in commit order
   * @param listed the merges that are entries
   * @param series the values on the target before and after each step
   * @param merges the number of measured merges in the range
   */
  static List<UnexplainedChanges> of(
      String target,
      boolean isShown,
      ComparisonSummary whole,
      List<ComparisonSummary> steps,
      Set<Sha> listed,
      MeasuredSeries series,
      int merges) {
    Map<Boolean, List<TestCaseChange>> byDirection =
        unexplained(whole, steps, isShown ? listed : Set.of()).stream()
            .collect(Collectors.partitioningBy(TestCaseChange::isRegression));
    return Stream.of(true, false)
        .map(byDirection::get)
        .filter(changes -> !changes.isEmpty())
        .map(
            changes ->
                new UnexplainedChanges(
                    whole.metric(),
                    target,
                    isShown,
                    changes,
                    Contribution.largest(whole, changes, steps, series, MOST_MERGES),
                    merges - steps.size()))
        .toList();
  }

  /** The relevant changes over the whole range that are not explained, largest first. */
  static List<TestCaseChange> unexplained(
      ComparisonSummary whole, List<ComparisonSummary> steps, Set<Sha> listed) {
    Map<TestCase, Double> atListed = new HashMap<>();
    for (ComparisonSummary step : steps) {
      if (listed.contains(step.after().commit())) {
        step.relevant()
            .forEach(change -> atListed.merge(change.testCase(), logarithm(change), Double::sum));
      }
    }
    // Changes of test cases that nothing tells apart cannot be followed through merges.
    Set<TestCase> repeated = new HashSet<>(whole.measured().repeated());
    return whole
        .relevant()
        .filter(change -> !repeated.contains(change.testCase()))
        .filter(
            change ->
                !isExplained(logarithm(change), atListed.getOrDefault(change.testCase(), 0.0)))
        .sorted(TestCaseChange.LARGEST_FIRST)
        .toList();
  }

  /**
   * Whether changes at entries explain a change over the whole range.
   *
   * @param whole the logarithm of after / before over the range; not zero
   * @param listed the sum of the logarithms at entries where the change was relevant; NaN if the
   *     test case fell to zero at one entry and grew from it at another, which together explain any
   *     change
   */
  static boolean isExplained(double whole, double listed) {
    if (Double.isNaN(listed)) {
      return true;
    }
    return Double.isInfinite(whole) ? listed == whole : listed / whole >= ENOUGH;
  }

  /** The logarithm of after / before; infinite if one of them is zero. */
  static double logarithm(TestCaseChange change) {
    return Math.log(change.result().after() / change.result().before());
  }
}

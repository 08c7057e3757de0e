package dev.perftriage.analysis.unexplained;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.model.Merge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What one merge contributed to changes over a whole range.
 *
 * @param change the geometric mean of the changes of the same test cases at the merge: a fraction
 *     in the direction of the changes over the whole range; test cases not compared there count as
 *     unchanged
 */
public record Contribution(Merge merge, double change) {

  /** Smaller parts of the largest contribution are not worth naming. */
  private static final double LEAST_OF_LARGEST = 0.1;

  private static final Comparator<Contribution> LARGEST_FIRST =
      Comparator.comparingDouble((Contribution contribution) -> -Math.abs(contribution.change));

  /**
   * The largest contributions, equal ones in commit order; those below a tenth of the largest are
   * left out.
   *
   * @param changes the changes over the whole range, all in one direction; not empty
   */
  static List<Contribution> largest(
      ComparisonSummary whole,
      List<TestCaseChange> changes,
      List<ComparisonSummary> steps,
      MeasuredSeries series,
      int most) {
    double[] moved = new double[steps.size()];
    for (TestCaseChange change : changes) {
      Movement movement = new Movement(series, whole, change);
      for (int i = 0; i < moved.length; i++) {
        ComparisonSummary step = steps.get(i);
        moved[i] += movement.between(step.before().commit(), step.after().commit());
      }
    }
    double least = LEAST_OF_LARGEST * Arrays.stream(moved).max().orElse(0);
    double sign = changes.get(0).isRegression() ? 1 : -1;
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < moved.length; i++) {
      if (moved[i] > 0 && moved[i] >= least) {
        ComparisonSummary step = steps.get(i);
        contributions.add(
            new Contribution(
                new Merge(step.after().commit(), step.after().pr()),
                Math.expm1(sign * moved[i] / changes.size())));
      }
    }
    return contributions.stream().sorted(LARGEST_FIRST).limit(most).toList();
  }
}

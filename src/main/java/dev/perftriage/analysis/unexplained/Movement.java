package dev.perftriage.analysis.unexplained;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.model.Sha;

/** How a test case moved within a range, in the direction of its change over the whole range. */
final class Movement {

  private final MeasuredSeries series;
  private final ComparisonSummary whole;
  private final TestCaseChange change;
  private final double[] values;

  /**
   * The movement of one test case.
   *
   * @param series values within the range
   * @param whole the comparison of the range's ends
   * @param change the test case's change in it
   */
  Movement(MeasuredSeries series, ComparisonSummary whole, TestCaseChange change) {
    this.series = series;
    this.whole = whole;
    this.change = change;
    this.values = series.values(change.testCase());
  }

  /**
   * The logarithm of the ratio between two commits: positive if the test case moved as over the
   * whole range, 0 if a value is unknown or has no ratio.
   */
  double between(Sha start, Sha end) {
    double logarithm = Math.log(value(end) / value(start));
    if (!Double.isFinite(logarithm)) {
      return 0;
    }
    return change.isRegression() ? logarithm : -logarithm;
  }

  private double value(Sha commit) {
    if (commit.equals(whole.before().commit())) {
      return change.result().before();
    }
    if (commit.equals(whole.after().commit())) {
      return change.result().after();
    }
    Integer index = series.indexOf(commit);
    return index == null ? Double.NaN : values[index];
  }
}

package dev.perftriage.report;

import dev.perftriage.analysis.noise.JudgedChange;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The scale of a plot of one test case's values, as fractions of the level before a change: it
 * holds the change's threshold and its neighbourhood, whatever outliers there are.
 *
 * @param level the level before the change, in the metric's own unit
 * @param threshold the change's significance threshold
 * @param lowest the lower end, at most {@code -threshold}
 * @param highest the upper end, at least {@code threshold}
 */
public record CaseScale(double level, double threshold, double lowest, double highest) {

  /** How many times the change a value may be off and still be on the scale. */
  private static final double REACH = 3;

  /** The scale for values around a change. */
  public static CaseScale of(JudgedChange judged, List<History.Value> values) {
    double known = judged.evidence().levelBefore();
    double level = known == 0 ? judged.change().result().before() : known;
    double threshold = judged.change().result().significanceThreshold();
    double after = Math.abs(judged.change().result().after() / level - 1);
    double limit = Math.max(threshold, REACH * Math.max(after, Math.abs(judged.change().change())));
    DoubleSummaryStatistics relative =
        values.stream().mapToDouble(value -> value.value() / level - 1).summaryStatistics();
    return new CaseScale(
        level,
        threshold,
        Math.max(-limit, Math.min(-threshold, relative.getMin())),
        Math.min(limit, Math.max(threshold, relative.getMax())));
  }

  /** A value as a fraction above or below the level, brought to the scale's end where beyond it. */
  public double place(double value) {
    return Math.max(lowest, Math.min(highest, value / level - 1));
  }

  /** Whether a value is beyond the scale. */
  public boolean isBeyond(double value) {
    double relative = value / level - 1;
    return relative < lowest || relative > highest;
  }
}

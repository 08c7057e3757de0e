package dev.perftriage.report;

import dev.perftriage.analysis.noise.JudgedChange;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The scale for plotting a test case's values around a change, as fractions of the level before the
 * change. It always includes the significance threshold, and outliers do not stretch it.
 *
 * @param level the level before the change, in the metric's own unit
 * @param threshold the change's significance threshold, as a fraction
 * @param lowest the lower end, at most {@code -threshold}
 * @param highest the upper end, at least {@code threshold}
 */
public record CaseScale(double level, double threshold, double lowest, double highest) {

  /** The limit of the scale, as a multiple of the change. */
  private static final double REACH = 3;

  /** The ends of the scale, as fractions, whatever the values: 0.0000001% and 100,000,000%. */
  private static final double NEAREST = 1e-9;

  private static final double FURTHEST = 1e6;

  /**
   * Whether there is a level before a change that values can be fractions of: it must not be zero.
   */
  public static boolean hasLevel(JudgedChange judged) {
    return levelBefore(judged) != 0;
  }

  private static double levelBefore(JudgedChange judged) {
    double known = judged.evidence().levelBefore();
    return known == 0 ? judged.change().result().before() : known;
  }

  /** The scale for values around a change that has a level. */
  public static CaseScale of(JudgedChange judged, List<History.Value> values) {
    double level = levelBefore(judged);
    double threshold = bounded(judged.change().result().significanceThreshold());
    double after = Math.abs(judged.change().result().after() / level - 1);
    double limit =
        bounded(Math.max(threshold, REACH * Math.max(after, Math.abs(judged.change().change()))));
    DoubleSummaryStatistics relative =
        values.stream().mapToDouble(value -> value.value() / level - 1).summaryStatistics();
    return new CaseScale(
        level,
        threshold,
        Math.max(-limit, Math.min(-threshold, relative.getMin())),
        Math.min(limit, Math.max(threshold, relative.getMax())));
  }

  private static double bounded(double fraction) {
    return Math.max(NEAREST, Math.min(FURTHEST, fraction));
  }

  /** A value as a fraction above or below the level, clamped to the scale. */
  public double place(double value) {
    return Math.max(lowest, Math.min(highest, value / level - 1));
  }

  /** Whether a value lies beyond the scale. */
  public boolean isBeyond(double value) {
    double relative = value / level - 1;
    return relative < lowest || relative > highest;
  }
}

package dev.perftriage.analysis;

import dev.perftriage.model.Metric;

/** The site's magnitude of a change, from its multiple of the threshold and its absolute size. */
public enum Magnitude {
  /** Not relevant. */
  VERY_SMALL(1),
  /** The smallest relevant magnitude. */
  SMALL(2),
  /** A single such change of a primary benchmark deserves attention. */
  MEDIUM(3),
  /** A single such change of a secondary benchmark deserves attention. */
  LARGE(4),
  /** The largest. */
  VERY_LARGE(5);

  private static final double NEGLIGIBLE_CHANGE = 0.0001;
  private static final double[] OVER_THRESHOLD_STEPS = {1.5, 3, 6, 12};
  private static final double[] PERCENT_STEPS = {0.2, 1, 2, 5};
  private static final Magnitude[] ASCENDING = values();

  private final int number;

  Magnitude(int number) {
    this.number = number;
  }

  /**
   * The magnitude of a change.
   *
   * @param change the relative change, as a fraction of the value before; an infinite one is of the
   *     largest magnitude
   * @param significanceThreshold the significance threshold, as a fraction
   * @param metric the metric; if it is noisy, the absolute size counts half
   */
  public static Magnitude of(double change, double significanceThreshold, Metric metric) {
    double size = Math.abs(change);
    if (size < NEGLIGIBLE_CHANGE) {
      return VERY_SMALL;
    }
    int overThreshold = 0;
    for (double step : OVER_THRESHOLD_STEPS) {
      overThreshold += size < step * significanceThreshold ? 0 : 1;
    }
    double percent = size * 100 / (metric.isNoisy() ? 2 : 1);
    int absolute = 0;
    for (double step : PERCENT_STEPS) {
      absolute += percent < step ? 0 : 1;
    }
    // Counting from 0 instead of 1 on both sides shifts the mean by exactly 1, so it rounds the
    // same.
    return ASCENDING[(overThreshold + absolute) / 2];
  }

  /** The site's number for it, from 1 (very small) to 5 (very large). */
  public int number() {
    return number;
  }

  /** Whether this is {@code other} or larger. */
  public boolean isAtLeast(Magnitude other) {
    return compareTo(other) >= 0;
  }
}

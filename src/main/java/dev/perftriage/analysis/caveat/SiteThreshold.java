package dev.perftriage.analysis.caveat;

import java.util.Arrays;

/**
 * The site's rule for the significance threshold of a test case: the upper fence of the relative
 * changes between the 30 values before, which is the third quartile and three times the distance
 * between the quartiles on top of it. Source: {@code significance_threshold} in rustc-perf's {@code
 * site/src/comparison.rs}.
 */
final class SiteThreshold {

  /**
   * The number of merges before the earlier artifact whose values the threshold is derived from.
   */
  static final int MERGES = 30;

  /** Quartiles of fewer changes say little. */
  private static final int FEWEST_VALUES = 10;

  private static final double FENCE = 3;

  private SiteThreshold() {}

  /**
   * The threshold, as a fraction, from the values that are known.
   *
   * @param series a test case's values in commit order; NaN where it has none
   * @param before the index of the earlier artifact, whose own value does not count
   * @return NaN if fewer than ten of the 30 values are known
   */
  static double of(double[] series, int before) {
    double[] values =
        Arrays.stream(series, Math.max(0, before - MERGES), before)
            .filter(Double::isFinite)
            .toArray();
    if (values.length < FEWEST_VALUES) {
      return Double.NaN;
    }
    double[] changes = new double[values.length - 1];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = Math.abs(values[i + 1] - values[i]) / values[i];
    }
    Arrays.sort(changes);
    int count = changes.length;
    // The site leaves out one value in the middle of an odd number, and two of an even one.
    int half = count % 2 == 0 ? count / 2 - 1 : count / 2;
    double first = median(changes, 0, half);
    double third = median(changes, count - half, count);
    return third + FENCE * (third - first);
  }

  /** The Percentile of commons-math3 has other quartiles than the site. */
  private static double median(double[] sorted, int from, int to) {
    int length = to - from;
    return (sorted[from + (length - 1) / 2] + sorted[from + length / 2]) / 2;
  }
}

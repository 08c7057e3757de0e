package dev.perftriage.analysis.noise;

import java.util.Arrays;

/**
 * The site's significance threshold, as far as its rule is known in public: of the sizes of the
 * relative changes between the 30 values before, the third quartile and three times the distance
 * between the quartiles on top of it. Where there are fewer than ten values before, 0.2 %.
 */
final class SiteThreshold {

  private static final int VALUES_BEFORE = 30;
  private static final int FEWEST_VALUES = 10;
  private static final double DEFAULT = 0.002;
  private static final double FENCE = 3;

  private SiteThreshold() {}

  /** The threshold for a change from the last of the values before {@code end}. */
  static double of(double[] values, int end) {
    double[] before = new double[VALUES_BEFORE];
    int count = 0;
    for (int i = end - 1; i >= 0 && count < VALUES_BEFORE; i--) {
      if (!Double.isNaN(values[i])) {
        before[count++] = values[i];
      }
    }
    if (count < FEWEST_VALUES) {
      return DEFAULT;
    }
    double[] changes = new double[count - 1];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = Math.abs(before[i] - before[i + 1]) / before[i + 1];
    }
    Arrays.sort(changes);
    int half = changes.length / 2;
    double first = median(changes, 0, half);
    double third = median(changes, changes.length - half, changes.length);
    return third + FENCE * (third - first);
  }

  private static double median(double[] sorted, int from, int to) {
    int length = to - from;
    return (sorted[from + (length - 1) / 2] + sorted[from + length / 2]) / 2;
  }
}

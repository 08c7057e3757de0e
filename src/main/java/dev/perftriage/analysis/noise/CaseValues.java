package dev.perftriage.analysis.noise;

import java.util.Arrays;

/** A test case's measured values in commit order, without the gaps between them. */
final class CaseValues {

  private final int[] merges;
  private final double[] values;

  private CaseValues(int[] merges, double[] values) {
    this.merges = merges;
    this.values = values;
  }

  /** The finite values with the indices of their merges. */
  static CaseValues of(double[] series) {
    int[] merges = new int[series.length];
    double[] values = new double[series.length];
    int count = 0;
    for (int i = 0; i < series.length; i++) {
      if (Double.isFinite(series[i])) {
        merges[count] = i;
        values[count++] = series[i];
      }
    }
    return new CaseValues(Arrays.copyOf(merges, count), Arrays.copyOf(values, count));
  }

  /** The values before an index. */
  CaseValues upTo(int end) {
    return new CaseValues(Arrays.copyOf(merges, end), Arrays.copyOf(values, end));
  }

  double value(int place) {
    return values[place];
  }

  int merge(int place) {
    return merges[place];
  }

  /** The difference of a value from the one before it; negative if it is lower. */
  double step(int place) {
    return values[place] - values[place - 1];
  }

  int size() {
    return values.length;
  }

  /** How many values there are from one merge to another, both included. */
  int count(int fromMerge, int toMerge) {
    return placeFrom(toMerge + 1) - placeFrom(fromMerge);
  }

  /** The index of the first value of a merge or those after it; the size if there is none. */
  int placeFrom(int merge) {
    int place = placeOf(merge);
    return place < 0 ? -place - 1 : place;
  }

  /** The index of a merge's value; negative if it has none. */
  int placeOf(int merge) {
    return Arrays.binarySearch(merges, merge);
  }

  /** The median of the values from {@code from} to before {@code to}; NaN if there are none. */
  double median(int from, int to) {
    return median(Arrays.copyOfRange(values, from, Math.max(from, to)));
  }

  /** The spread of single values around their level, from the differences between neighbours. */
  double spread(int from, int to) {
    double[] steps = new double[Math.max(0, to - from - 1)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.abs(values[from + i + 1] - values[from + i]);
    }
    return steps.length == 0 ? 0 : median(steps) * NoiseRules.SPREAD_OF_DIFFERENCES;
  }

  /** By hand, because the Median of commons-math3 takes up to twice as long. */
  private static double median(double[] values) {
    Arrays.sort(values);
    int count = values.length;
    if (count == 0) {
      return Double.NaN;
    }
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
  }
}

package dev.perftriage.report.chart;

import java.util.Collection;
import java.util.List;
import org.jfree.data.Range;

/**
 * How far an axis of changes extends on either side of zero. So that outliers do not flatten the
 * other changes, anything beyond the limit is drawn at the limit, with a break mark and its value.
 *
 * @param limit the largest change that is drawn to scale, as a fraction, above zero
 */
record ClippedRange(double limit) {

  private static final double LEAST_CLIPPED = 0.02;
  private static final double PERCENTILE = 0.98;
  private static final double LIMIT_OF_NOTHING = 0.01;

  /** 10,000%: values from a damaged file may be absurdly large. */
  static final double FURTHEST = 1e2;

  /** 0.0001%: smaller changes are all printed as 0%. */
  private static final double NEAREST = 1e-6;

  /** The most of an axis that a value beside a bar may take. */
  private static final double MOST_FOR_VALUE = 1 / 3.0;

  /** Keeps the limit between {@link #NEAREST} and {@link #FURTHEST}. */
  ClippedRange {
    limit = Math.max(NEAREST, Math.min(limit, FURTHEST));
  }

  /**
   * The range for some changes: it clips at 2% or at the 98th percentile of their sizes, whichever
   * is larger.
   *
   * @param changes as fractions; any that is not a number is left out
   */
  static ClippedRange of(Collection<Double> changes) {
    List<Double> sizes = sizes(changes);
    if (sizes.isEmpty() || sizes.get(sizes.size() - 1) == 0) {
      return new ClippedRange(LIMIT_OF_NOTHING);
    }
    double percentile = sizes.get((int) Math.ceil(PERCENTILE * sizes.size()) - 1);
    double largest = sizes.get(sizes.size() - 1);
    return new ClippedRange(Math.min(largest, Math.max(LEAST_CLIPPED, percentile)));
  }

  /**
   * A range that clips at most {@code most} of the shown changes and extends no further than they
   * do.
   */
  ClippedRange clippingAtMost(int most, Collection<Double> shown) {
    List<Double> sizes = sizes(shown);
    if (sizes.isEmpty() || sizes.get(sizes.size() - 1) == 0) {
      return this;
    }
    double allowed = sizes.get(Math.max(0, sizes.size() - 1 - most));
    return new ClippedRange(Math.min(sizes.get(sizes.size() - 1), Math.max(limit, allowed)));
  }

  /**
   * The range of an axis of bars that leaves space for a value beyond the longest bar on each side.
   *
   * @param changes the bars' ends, as fractions
   * @param width the width of the plotting area, in pixels
   * @param value the width of a printed value, in pixels
   */
  Range reach(Collection<Double> changes, double width, double value) {
    double fall = changes.stream().mapToDouble(change -> -clip(change)).reduce(0, Math::max);
    double rise = changes.stream().mapToDouble(this::clip).reduce(0, Math::max);
    if (fall + rise < NEAREST) {
      return new Range(-limit, limit);
    }
    double most = Math.min(value, width * MOST_FOR_VALUE);
    double left = fall > 0 ? most : 1;
    double right = rise > 0 ? most : 1;
    double pixel = (fall + rise) / (width - (left + right));
    return new Range(-fall - left * pixel, rise + right * pixel);
  }

  private static List<Double> sizes(Collection<Double> changes) {
    return changes.stream().filter(change -> !change.isNaN()).map(Math::abs).sorted().toList();
  }

  /** Whether a change is drawn shorter than to scale. */
  boolean clips(double change) {
    return Math.abs(change) > limit;
  }

  /** Where a change is drawn; what is not a number is drawn as no change. */
  double clip(double change) {
    return Double.isNaN(change) ? 0 : Math.max(-limit, Math.min(limit, change));
  }
}

package dev.perftriage.report.chart;

import java.util.Collection;

/**
 * How far an axis of bars reaches to both sides of zero, as fractions.
 *
 * @param from where it begins, not above zero
 * @param to where it ends, above {@code from}
 */
record Reach(double from, double to) {

  /**
   * The reach that leaves room for a value beyond the longest bar of either side.
   *
   * @param changes the bars' ends, as fractions
   * @param width how wide the plotting area is, in pixels
   * @param label how wide a value is, in pixels
   */
  static Reach of(Collection<Double> changes, ClippedRange range, double width, double label) {
    double fall = 0;
    double rise = 0;
    for (double change : changes) {
      fall = Math.max(fall, -range.clip(change));
      rise = Math.max(rise, range.clip(change));
    }
    if (fall == 0 && rise == 0) {
      return new Reach(-range.limit(), range.limit());
    }
    double margins = (fall > 0 ? label : 1) + (rise > 0 ? label : 1);
    double pixel = (fall + rise) / (width - margins);
    return new Reach(-fall - (fall > 0 ? label : 1) * pixel, rise + (rise > 0 ? label : 1) * pixel);
  }
}

package dev.perftriage.report.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far an axis of changes is true to scale on either side of zero. A few values far beyond all
 * others do not flatten those: the axis breaks, and they are drawn beyond the break with their
 * value. It breaks only at a gap, so two marks that look alike are alike.
 *
 * @param lowest the furthest improvement that is drawn to scale, as a fraction, at most zero
 * @param highest the furthest regression that is drawn to scale, at least zero
 */
record ChangeScale(double lowest, double highest) {

  /** How many times the last value before a break the next one is, at least. */
  static final double GAP = 2.5;

  /** The most values beyond a break on one side, besides those that no axis shows. */
  static final int MOST_BROKEN = 3;

  /** Fewer values are too few to call another one an outlier. */
  private static final int FEWEST_UNBROKEN = 3;

  /** Up to so many times the median, a value leaves the others legible. */
  private static final double LEGIBLE = 10;

  /** The length of a mark beyond a break, in pixels. */
  static final double BEYOND = 22;

  /** 10,000%: values from a damaged file may be absurdly large. */
  static final double FURTHEST = 1e2;

  /** 0.0001%: smaller changes are all printed as 0%. */
  private static final double NEAREST = 1e-6;

  /** The most of an axis that the values beside bars may take on one side. */
  private static final double MOST_FOR_VALUE = 1 / 3.0;

  /** The scale of some changes, as fractions; any that is not a number is left out. */
  static ChangeScale of(Collection<Double> changes) {
    List<Double> up = sizes(changes.stream().filter(change -> change > 0));
    List<Double> down = sizes(changes.stream().filter(change -> change < 0));
    double median = median(up, down);
    double highest = limit(up, down, median);
    double lowest = limit(down, up, median);
    // A side of nothing but outliers reaches as far as the other side.
    if (highest == 0 && !up.isEmpty()) {
      highest = lowest;
    }
    if (lowest == 0 && !down.isEmpty()) {
      lowest = highest;
    }
    return highest + lowest < NEAREST
        ? new ChangeScale(-NEAREST, NEAREST)
        : new ChangeScale(-lowest, highest);
  }

  private static List<Double> sizes(Stream<Double> changes) {
    return changes
        .map(change -> Math.min(FURTHEST, Math.abs(change)))
        .filter(size -> size >= NEAREST)
        .sorted()
        .toList();
  }

  private static double median(List<Double> up, List<Double> down) {
    List<Double> all = Stream.concat(up.stream(), down.stream()).sorted().toList();
    return all.isEmpty() ? 0 : all.get((all.size() - 1) / 2);
  }

  /**
   * The largest size on one side that is drawn to scale; 0 if there is none, or if all are beyond
   * the largest of the other side by a gap.
   */
  private static double limit(List<Double> side, List<Double> other, double median) {
    if (side.isEmpty()) {
      return 0;
    }
    List<Double> limits = new ArrayList<>(List.of(side.get(side.size() - 1)));
    int offScale = (int) side.stream().filter(size -> size >= FURTHEST).count();
    int most = Math.min(MOST_BROKEN + offScale, side.size() + other.size() - FEWEST_UNBROKEN);
    for (int broken = 1; broken <= Math.min(most, side.size()); broken++) {
      int kept = side.size() - broken;
      boolean isWholeSide = kept == 0;
      if (isWholeSide && other.isEmpty()) {
        break;
      }
      double last = isWholeSide ? other.get(other.size() - 1) : side.get(kept - 1);
      if (side.get(kept) >= GAP * last) {
        limits.add(isWholeSide ? 0 : last);
      }
    }
    return limits.stream()
        .filter(limit -> limit <= LEGIBLE * median)
        .findFirst()
        .orElse(limits.get(limits.size() - 1));
  }

  /** The larger of the two sides. */
  double limit() {
    return Math.max(-lowest, highest);
  }

  /** Whether a change is drawn beyond a break. */
  boolean breaks(double change) {
    return change < lowest || change > highest;
  }

  /** Where a change is drawn; what is not a number is drawn as no change. */
  double clip(double change) {
    return Double.isNaN(change) ? 0 : Math.max(lowest, Math.min(highest, change));
  }

  /** The pixel where a mark ends: a broken one a fixed length beyond the scale. */
  double end(double change, Canvas canvas) {
    double end = canvas.x(clip(change));
    return breaks(change) ? end + Math.copySign(BEYOND, change) : end;
  }

  /**
   * An axis of bars with space for a value beyond the longest bar on each side.
   *
   * @param changes the bars' ends, as fractions
   * @param width the width of the plotting area, in pixels
   * @param value the width of a printed value, in pixels
   */
  Axis axis(Collection<Double> changes, double width, double value, int mostTicks) {
    double most = Math.min(value, width * MOST_FOR_VALUE);
    double left = room(changes.stream().filter(change -> change < 0).toList(), most);
    double right = room(changes.stream().filter(change -> change > 0).toList(), most);
    double pixel = (highest - lowest) / (width - (left + right));
    return Axis.changes("", this, lowest - left * pixel, highest + right * pixel, mostTicks);
  }

  private double room(List<Double> side, double value) {
    boolean isBroken = side.stream().anyMatch(this::breaks);
    return (side.isEmpty() ? 1 : value) + (isBroken ? BEYOND : 0);
  }
}

package dev.perftriage.report.chart;

import dev.perftriage.report.ExactNumber;
import dev.perftriage.report.Numbers;

/** Round numbers for axes of changes, and how they are written. */
final class Ticks {

  private static final double[] ROUND = {1, 2, 5, 10};
  private static final double MILLIONTHS = 1e6;

  private Ticks() {}

  /** The smallest round step that puts at most so many ticks on a length. */
  static double step(double length, int mostTicks) {
    double least = length / mostTicks;
    double power = 1;
    while (power > least) {
      power /= 10;
    }
    while (power * 10 <= least) {
      power *= 10;
    }
    for (double round : ROUND) {
      if (round * power >= least) {
        return round * power;
      }
    }
    throw new IllegalStateException("no step for " + length);
  }

  /** A fraction as a tick: {@code +0.5%}, {@code 0%}, {@code -2%}. */
  static String label(double fraction) {
    double percent = Math.rint(fraction * 100 * MILLIONTHS) / MILLIONTHS;
    return (percent > 0 ? "+" : "") + ExactNumber.of(percent) + "%";
  }

  /**
   * A change as it is printed beside a mark: with its sign, one decimal as everywhere; beyond a
   * hundredfold it only says that it is.
   */
  static String change(double fraction) {
    if (fraction > ClippedRange.FURTHEST) {
      return "> +" + Numbers.percent(ClippedRange.FURTHEST);
    }
    return (fraction > 0 ? "+" : "") + Numbers.percent(fraction);
  }
}

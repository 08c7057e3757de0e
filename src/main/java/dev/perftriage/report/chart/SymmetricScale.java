package dev.perftriage.report.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A scale of percentages that is linear near zero and logarithmic on either side of it, because
 * single test cases change by 100% and means by less than 1%.
 *
 * @param lowest the lowest value, at most zero
 * @param highest the highest value, at least zero
 */
record SymmetricScale(double lowest, double highest) {

  /** Below it the scale is nearly linear. */
  private static final double LINEAR = 0.2;

  /** What a damaged log says beyond it is drawn here: an axis cannot reach any number. */
  private static final double FURTHEST = 1e5;

  private static final List<Double> TICKS =
      List.of(0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 1000.0, 10_000.0, 100_000.0);

  private static final double SIDE = 1.06;

  /** The scale of some percentages. */
  static SymmetricScale of(Collection<Double> percentages) {
    double[] all = percentages.stream().mapToDouble(SymmetricScale::bounded).toArray();
    return new SymmetricScale(
        Math.min(0, DoubleStream.of(all).min().orElse(0)),
        Math.max(TICKS.get(0), DoubleStream.of(all).max().orElse(0)));
  }

  private static double bounded(double value) {
    return Math.max(-FURTHEST, Math.min(FURTHEST, value));
  }

  /** The place of a percentage on the axis. */
  double place(double percentage) {
    double value = bounded(percentage) / LINEAR;
    return Math.signum(value) * Math.log1p(Math.abs(value));
  }

  /** The axis with ticks of which each is about three times the one before. */
  Axis axis() {
    List<Axis.Tick> ticks = new ArrayList<>();
    ticks.add(new Axis.Tick(0, "0%"));
    for (double tick : TICKS) {
      if (tick <= highest) {
        ticks.add(new Axis.Tick(place(tick), Axis.percent(tick / 100)));
      }
      if (-tick >= lowest) {
        ticks.add(new Axis.Tick(place(-tick), Axis.percent(-tick / 100)));
      }
    }
    return new Axis("", SIDE * place(lowest), SIDE * place(highest), ticks);
  }
}

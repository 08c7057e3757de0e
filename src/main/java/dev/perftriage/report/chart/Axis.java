package dev.perftriage.report.chart;

import dev.perftriage.report.ExactNumber;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;

/**
 * One axis of a plot.
 *
 * @param name what it measures; empty if the chart says so elsewhere
 * @param from the value at the left or bottom end
 * @param to the value at the right or top end; less than {@code from} if it runs the other way
 * @param ticks the labelled values; a line of the grid stands at each
 */
record Axis(String name, double from, double to, List<Tick> ticks) {

  private static final double MILLIONTHS = 1e6;

  /** Throws {@link IllegalArgumentException} if the axis has no length. */
  Axis {
    ticks = List.copyOf(ticks);
    if (from == to) {
      throw new IllegalArgumentException("an axis without length at " + from);
    }
  }

  /** An axis without ticks that counts columns or ranks from 0. */
  static Axis columns(double count) {
    return new Axis("", 0, Math.max(1, count), List.of());
  }

  /** An axis without ticks that counts rows from 0, downwards. */
  static Axis rows(double count) {
    return new Axis("", Math.max(1, count), 0, List.of());
  }

  /**
   * An axis of changes, with ticks where the scale is true: none beyond a break or the data.
   *
   * @param from the change at the left or bottom end, as a fraction
   * @param to the change at the right or top end
   */
  static Axis changes(String name, ChangeScale scale, double from, double to, int mostTicks) {
    return new Axis(name, from, to, ticks(scale, to - from, mostTicks, Axis::percent));
  }

  /**
   * Round values where a scale is true.
   *
   * @param length the length of the axis, from which its step follows
   */
  static List<Tick> ticks(
      ChangeScale scale, double length, int mostTicks, DoubleFunction<String> label) {
    List<Tick> ticks = ticks(scale, step(length, mostTicks), label);
    // One tick alone gives no scale.
    return ticks.size() > 1 ? ticks : ticks(scale, step(length, 2 * mostTicks), label);
  }

  private static List<Tick> ticks(ChangeScale scale, double step, DoubleFunction<String> label) {
    double tolerance = step / MILLIONTHS;
    List<Tick> ticks = new ArrayList<>();
    for (double i = Math.ceil((scale.lowest() - tolerance) / step);
        i * step <= scale.highest() + tolerance;
        i++) {
      ticks.add(new Tick(i * step, label.apply(i * step)));
    }
    return ticks;
  }

  /**
   * The smallest of JFreeChart's round steps that gives a length at most {@code mostTicks} ticks.
   */
  static double step(double length, int mostTicks) {
    return new NumberTickUnitSource().getCeilingTickUnit(length / mostTicks).getSize();
  }

  /** A fraction as a tick: {@code +0.5%}, {@code 0%}, {@code -2%}. */
  static String percent(double fraction) {
    double percent = Math.rint(fraction * 100 * MILLIONTHS) / MILLIONTHS;
    return (percent > 0 ? "+" : "") + ExactNumber.of(percent) + "%";
  }

  /** The place of each value on the horizontal sides of an area. */
  DoubleUnaryOperator across(Rectangle2D area) {
    return places(area, RectangleEdge.BOTTOM);
  }

  /** The place of each value on the vertical sides of an area. */
  DoubleUnaryOperator upright(Rectangle2D area) {
    return places(area, RectangleEdge.LEFT);
  }

  private DoubleUnaryOperator places(Rectangle2D area, RectangleEdge edge) {
    NumberAxis axis = new NumberAxis();
    axis.setRange(new Range(Math.min(from, to), Math.max(from, to)));
    axis.setInverted(from > to);
    return value -> axis.valueToJava2D(value, area, edge);
  }

  /** A labelled value. */
  record Tick(double value, String label) {}
}

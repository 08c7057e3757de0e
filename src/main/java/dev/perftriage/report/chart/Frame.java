package dev.perftriage.report.chart;

import dev.perftriage.report.ExactNumber;
import java.awt.BasicStroke;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/** The margins around a plot, in pixels: fixed, so that labels have the space computed for them. */
record Frame(double left, double right, double top, double bottom) {

  /** The gap between a mark and its label, and around the plot. */
  static final int GAP = 6;

  /** The height of an axis of changes below the plot. */
  static final int AXIS_HEIGHT = 24;

  private static final double MILLIONTHS = 1e6;

  /** A plot between two axes, without marks. */
  XYPlot plot(ValueAxis horizontal, ValueAxis vertical) {
    // The renderer draws nothing, but a plot without one has no grid.
    XYPlot plot = new XYPlot(null, horizontal, vertical, new XYLineAndShapeRenderer());
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    BasicStroke thin = new BasicStroke(1f);
    plot.setDomainGridlinePaint(ChartStyle.GRID);
    plot.setDomainGridlineStroke(thin);
    plot.setRangeGridlinePaint(ChartStyle.GRID);
    plot.setRangeGridlineStroke(thin);
    plot.setDomainGridlinesVisible(horizontal.isVisible());
    plot.setRangeGridlinesVisible(vertical.isVisible());
    AxisSpace space = new AxisSpace();
    space.setLeft(left);
    space.setRight(right);
    space.setTop(top);
    space.setBottom(bottom);
    plot.setFixedDomainAxisSpace(space);
    plot.setFixedRangeAxisSpace(space);
    return plot;
  }

  /** An axis of changes, as fractions. */
  static NumberAxis changes(@Nullable String label, Range reach, int mostTicks) {
    return axis(label, reach, step(reach.getLength(), mostTicks), Frame::tick);
  }

  /** A hidden axis that counts rows, columns or ranks from 0. */
  static NumberAxis hidden(double count, boolean downwards) {
    double end = Math.max(1, count);
    // One empty tick, because JFreeChart computes and measures even hidden ticks.
    NumberAxis axis = axis(null, new Range(0, end), end, tick -> "");
    axis.setInverted(downwards);
    axis.setVisible(false);
    return axis;
  }

  /** An axis with a tick at every multiple of a step. */
  static NumberAxis axis(
      @Nullable String label, Range range, double step, DoubleFunction<String> tick) {
    NumberAxis axis = new NumberAxis(label);
    axis.setTickLabelFont(ChartFonts.LABEL);
    axis.setTickLabelPaint(ChartStyle.MUTED);
    axis.setLabelFont(ChartFonts.LABEL);
    axis.setLabelPaint(ChartStyle.MUTED);
    axis.setAxisLineVisible(false);
    axis.setTickMarkPaint(ChartStyle.GRID);
    axis.setRange(range);
    axis.setTickUnit(
        // The formats of java.text depend on the locale.
        new NumberTickUnit(step) {
          private static final long serialVersionUID = 1L;

          @Override
          public String valueToString(double value) {
            return tick.apply(value);
          }
        });
    return axis;
  }

  /** The smallest round step that gives a length at most {@code mostTicks} ticks. */
  static double step(double length, int mostTicks) {
    double least = length / mostTicks;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    return DoubleStream.of(1, 2, 5, 10)
        .map(round -> round * power)
        .filter(step -> step >= least)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no step for " + length));
  }

  /** A fraction as a tick: {@code +0.5%}, {@code 0%}, {@code -2%}. */
  static String tick(double fraction) {
    double percent = Math.rint(fraction * 100 * MILLIONTHS) / MILLIONTHS;
    return (percent > 0 ? "+" : "") + ExactNumber.of(percent) + "%";
  }
}

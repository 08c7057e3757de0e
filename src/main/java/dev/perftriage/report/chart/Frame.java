package dev.perftriage.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/**
 * The axes of a chart and the room around them, in pixels: fixed, so that labels have the place
 * that was reckoned for them.
 */
record Frame(double left, double right, double top, double bottom) {

  private static final RectangleInsets NOTHING = new RectangleInsets(0, 0, 0, 0);

  /** A plot between two axes that draws some marks. */
  XYPlot plot(ValueAxis horizontal, ValueAxis vertical, Consumer<Canvas> marks) {
    ChartStyle style = ChartStyle.STANDARD;
    // It draws nothing, but without a renderer a plot has no grid.
    XYPlot plot = new XYPlot(null, horizontal, vertical, new XYLineAndShapeRenderer());
    plot.setInsets(NOTHING);
    plot.setAxisOffset(NOTHING);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    BasicStroke thin = new BasicStroke(1f);
    plot.setDomainGridlinePaint(style.grid());
    plot.setDomainGridlineStroke(thin);
    plot.setRangeGridlinePaint(style.grid());
    plot.setRangeGridlineStroke(thin);
    plot.setDomainGridlinesVisible(horizontal.isVisible());
    plot.setRangeGridlinesVisible(vertical.isVisible());
    AxisSpace sides = new AxisSpace();
    sides.setLeft(left);
    sides.setRight(right);
    plot.setFixedRangeAxisSpace(sides);
    AxisSpace ends = new AxisSpace();
    ends.setTop(top);
    ends.setBottom(bottom);
    plot.setFixedDomainAxisSpace(ends);
    plot.addAnnotation(new MarkLayer(marks));
    return plot;
  }

  /** An axis of changes, as fractions. */
  static NumberAxis changes(@Nullable String label, double from, double to, int mostTicks) {
    NumberAxis axis = styled(new NumberAxis(label));
    axis.setRange(from, to);
    axis.setTickUnit(new NumberTickUnit(Ticks.step(to - from, mostTicks), as(Ticks::label)));
    return axis;
  }

  /** An axis that is not shown and counts rows, columns or ranks from 0. */
  static NumberAxis hidden(double count, boolean downwards) {
    NumberAxis axis = styled(new NumberAxis());
    double end = Math.max(1, count);
    axis.setRange(0, end);
    // Ticks are reckoned, and their labels measured, though nobody sees them.
    axis.setTickUnit(new NumberTickUnit(end, as(tick -> "")));
    axis.setInverted(downwards);
    axis.setVisible(false);
    return axis;
  }

  /** An axis of powers of ten, by their exponents. */
  static NumberAxis powers(String label, int from, int to, IntFunction<String> tick) {
    NumberAxis axis = styled(new NumberAxis(label));
    axis.setRange(from, to);
    axis.setTickUnit(new NumberTickUnit(1, as(power -> tick.apply((int) Math.rint(power)))));
    return axis;
  }

  private static NumberAxis styled(NumberAxis axis) {
    ChartStyle style = ChartStyle.STANDARD;
    Font font = ChartFonts.regular(style.labelSize());
    axis.setTickLabelFont(font);
    axis.setTickLabelPaint(style.muted());
    axis.setLabelFont(font);
    axis.setLabelPaint(style.muted());
    axis.setAxisLineVisible(false);
    axis.setTickMarkPaint(new Color(style.grid().getRGB()));
    axis.setAutoRange(false);
    return axis;
  }

  /** A format of its own: those of {@code java.text} follow a locale. */
  private static NumberFormat as(DoubleFunction<String> text) {
    return new NumberFormat() {
      private static final long serialVersionUID = 1L;

      @Override
      public StringBuffer format(double number, StringBuffer out, FieldPosition position) {
        return out.append(text.apply(number));
      }

      @Override
      public StringBuffer format(long number, StringBuffer out, FieldPosition position) {
        return out.append(text.apply((double) number));
      }

      @Override
      public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("axes only write numbers");
      }
    };
  }
}

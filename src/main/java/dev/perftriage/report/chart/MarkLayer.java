package dev.perftriage.report.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** The marks of a chart, drawn over its plot's axes and grid. */
final class MarkLayer extends AbstractXYAnnotation {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<Canvas> marks;

  MarkLayer(Consumer<Canvas> marks) {
    this.marks = marks;
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis xs,
      ValueAxis ys,
      int rendererIndex,
      @Nullable PlotRenderingInfo info) {
    Shape clip = graphics.getClip();
    // Labels stand beside the plotting area too, and a clip path each would bloat the SVG.
    graphics.setClip(null);
    marks.accept(
        new Canvas(
            graphics,
            area,
            value -> xs.valueToJava2D(value, area, plot.getDomainAxisEdge()),
            value -> ys.valueToJava2D(value, area, plot.getRangeAxisEdge())));
    graphics.setClip(clip);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}

package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.report.chart.Canvas.Align;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;

/**
 * What a chart draws at one width, below its title and above its caption.
 *
 * @param frame the margins around the plotting area
 * @param across the horizontal axis
 * @param upright the vertical axis
 * @param height the height with margins, in pixels
 * @param marks draws the marks over the axes and the grid
 */
record Plot(Frame frame, Axis across, Axis upright, double height, Consumer<Canvas> marks) {

  private static final int TICK_MIDDLE = 12;
  private static final int NAME_MIDDLE = 30;

  /** Draws the grid, the axes and the marks within a place. */
  void draw(Graphics2D graphics, Rectangle2D place) {
    Rectangle2D area =
        Shapes.rectangle(
            place.getMinX() + frame.left(),
            place.getMinY() + frame.top(),
            place.getMaxX() - frame.right(),
            place.getMaxY() - frame.bottom());
    Canvas canvas = new Canvas(graphics, area, across.across(area), upright.upright(area));
    for (Axis.Tick tick : across.ticks()) {
      // On whole pixels, for thin sharp lines.
      double x = Math.floor(canvas.x(tick.value()));
      canvas.box(x, canvas.top(), x + 1, canvas.bottom(), ChartStyle.GRID);
      canvas.note(tick.label(), x + 0.5, canvas.bottom() + TICK_MIDDLE, Align.AROUND);
    }
    for (Axis.Tick tick : upright.ticks()) {
      double y = Math.floor(canvas.y(tick.value()));
      canvas.box(canvas.left(), y, canvas.right(), y + 1, ChartStyle.GRID);
      canvas.note(tick.label(), canvas.left() - GAP, y + 0.5, Align.UP_TO);
    }
    if (!across.name().isEmpty()) {
      canvas.note(across.name(), area.getCenterX(), canvas.bottom() + NAME_MIDDLE, Align.AROUND);
    }
    if (!upright.name().isEmpty()) {
      double half = ChartFonts.width(upright.name()) / 2;
      canvas.noteUpwards(upright.name(), place.getMinX() + GAP, area.getCenterY() + half);
    }
    marks.accept(canvas);
  }
}

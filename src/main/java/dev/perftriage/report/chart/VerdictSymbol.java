package dev.perftriage.report.chart;

import dev.perftriage.report.VerdictMark;
import dev.perftriage.report.chart.Canvas.Align;
import java.awt.Color;
import java.awt.Font;

/** Draws what became of a change at its place; hollow is noise and nothing else. */
final class VerdictSymbol {

  private static final double RADIUS = 4;
  private static final Font SYMBOL = ChartFonts.bold(13);

  private VerdictSymbol() {}

  /**
   * Draws a mark.
   *
   * @param color the colour of the change's direction
   */
  static void draw(Canvas canvas, VerdictMark mark, double x, double y, Color color) {
    switch (mark) {
      case STAYED -> {
        canvas.fill(Shapes.circle(x, y, RADIUS), color);
        canvas.outline(Shapes.circle(x, y, RADIUS), ChartStyle.BACKGROUND, 1f);
      }
      case NOISE, PARTLY_NOISE -> {
        canvas.fill(Shapes.circle(x, y, RADIUS), ChartStyle.BACKGROUND);
        canvas.outline(Shapes.circle(x, y, RADIUS), color, 1.6f);
      }
      case REVERTED, WENT_BACK, OPEN -> {
        canvas.fill(Shapes.circle(x, y, RADIUS + 2), ChartStyle.BACKGROUND);
        canvas.text(mark.symbol(), x, y, Align.AROUND, SYMBOL, color);
      }
    }
  }
}

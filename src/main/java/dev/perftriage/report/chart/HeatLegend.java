package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.report.chart.Canvas.Align;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The legend below a heat map, and its colours.
 *
 * @param start where its lines begin
 */
record HeatLegend(Canvas canvas, ChangeScale scale, double start) {

  private static final int LINE = 20;
  private static final int CELL = 16;
  private static final int STEPS = 4;

  /** Stronger colours would hide the numbers, in one theme or the other. */
  private static final double FAINTEST = 0.1;

  private static final double STRONGEST = 0.55;

  /** Its height with the gap above it, in pixels. */
  static double height(boolean isNarrow) {
    return (isNarrow ? 2 : 1) * LINE + GAP;
  }

  /**
   * Draws the legend.
   *
   * @param isFinite whether the map has any change that has a strength
   */
  void draw(boolean isFinite, boolean isNarrow) {
    double middle = canvas.bottom() + GAP + LINE / 2.0;
    double x = isFinite ? drawStrengths(middle) : start;
    if (isNarrow && isFinite) {
      x = start;
      middle += LINE;
    }
    canvas.fill(cell(x, middle), faint(ChartStyle.NOT_RELEVANT, 0));
    canvas.label("not relevant", x + CELL + GAP, middle, Align.FROM);
    x += ChartFonts.width("not relevant") + CELL + 3 * GAP;
    canvas.hatch(List.of(cell(x, middle)), ChartStyle.BORDER);
    canvas.outline(cell(x, middle), ChartStyle.BORDER, 1f);
    canvas.label("not measured", x + CELL + GAP, middle, Align.FROM);
  }

  /** Draws what a colour's strength means; returns where the legend goes on. */
  private double drawStrengths(double middle) {
    double x = start;
    if (scale.lowest() < 0) {
      String least = "▼ " + ChartWords.change(scale.lowest());
      canvas.label(least, x, middle, Align.FROM);
      x += ChartFonts.width(least) + GAP;
      for (int step = STEPS; step > 0; step--) {
        x = drawStrength(ChartStyle.IMPROVEMENT, -scale.lowest(), step, x, middle);
      }
    }
    if (scale.highest() > 0) {
      for (int step = 1; step <= STEPS; step++) {
        x = drawStrength(ChartStyle.REGRESSION, scale.highest(), step, x, middle);
      }
      String most = "▲ " + ChartWords.change(scale.highest());
      canvas.label(most, x + GAP, middle, Align.FROM);
      x += ChartFonts.width(most);
    }
    return x + 3 * GAP;
  }

  private double drawStrength(Color color, double end, int step, double x, double middle) {
    canvas.fill(cell(x, middle), faint(color, end / scale.limit() * step / STEPS));
    return x + CELL;
  }

  private static Rectangle2D cell(double x, double middle) {
    return new Rectangle2D.Double(x, middle - 6, CELL, 12);
  }

  /** A translucent colour, on which numbers are legible on a light and a dark ground. */
  static Color faint(Color color, double strength) {
    double opacity = FAINTEST + (STRONGEST - FAINTEST) * strength;
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.rint(255 * opacity));
  }
}

package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.report.chart.Canvas.Align;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
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

  /** The width of the edge of a cell with a relevant change, in pixels. */
  static final double EDGE = 2;

  /** Half the height of a stroke where nothing was measured: hatching would drown the cells. */
  private static final double STROKE = 3;

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
    fill(canvas, cell(x, middle), ChangeKind.NOT_RELEVANT, 0);
    canvas.label("not relevant", x + CELL + GAP, middle, Align.FROM);
    x += ChartFonts.width("not relevant") + CELL + 3 * GAP;
    strike(canvas, List.of(cell(x, middle)));
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
        x = drawStrength(ChangeKind.IMPROVEMENT, -scale.lowest(), step, x, middle);
      }
    }
    if (scale.highest() > 0) {
      for (int step = 1; step <= STEPS; step++) {
        x = drawStrength(ChangeKind.REGRESSION, scale.highest(), step, x, middle);
      }
      String most = "▲ " + ChartWords.change(scale.highest());
      canvas.label(most, x + GAP, middle, Align.FROM);
      x += ChartFonts.width(most);
    }
    return x + 3 * GAP;
  }

  private double drawStrength(ChangeKind kind, double end, int step, double x, double middle) {
    fill(canvas, cell(x, middle), kind, end / scale.limit() * step / STEPS);
    return x + CELL + 1;
  }

  private static Rectangle2D cell(double x, double middle) {
    return new Rectangle2D.Double(x, middle - 6, CELL, 12);
  }

  /** Marks cells where nothing was measured, each with a short stroke. */
  static void strike(Canvas canvas, List<Rectangle2D> cells) {
    List<Line2D> strokes = new ArrayList<>();
    for (Rectangle2D cell : cells) {
      double x = cell.getCenterX();
      double y = cell.getCenterY();
      strokes.add(new Line2D.Double(x - STROKE, y + STROKE, x + STROKE, y - STROKE));
    }
    canvas.lines(strokes, ChartStyle.NOT_RELEVANT);
  }

  /**
   * Fills a cell with a translucent colour, on which numbers are legible on a light and a dark
   * ground. An edge in the full colour tells the faintest relevant change from none.
   *
   * @param strength from 0 to 1
   */
  static void fill(Canvas canvas, Rectangle2D cell, ChangeKind kind, double strength) {
    Color color = kind.color();
    double opacity = FAINTEST + (STRONGEST - FAINTEST) * strength;
    int alpha = (int) Math.rint(255 * opacity);
    canvas.fill(cell, new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha));
    if (kind != ChangeKind.NOT_RELEVANT) {
      double left = cell.getMinX();
      canvas.box(left, cell.getMinY(), left + EDGE, cell.getMaxY(), color);
    }
  }
}

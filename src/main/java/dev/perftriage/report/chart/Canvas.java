package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.report.PlainText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * The area of a chart, with its two axes, that marks and texts are drawn on. Lengths are in pixels;
 * texts may be untrusted.
 *
 * @param area the plotting area; labels may lie outside it
 * @param xs maps a value of the horizontal axis to a pixel
 * @param ys maps a value of the vertical axis to a pixel
 */
record Canvas(
    Graphics2D graphics, Rectangle2D area, DoubleUnaryOperator xs, DoubleUnaryOperator ys) {

  private static final double BASELINE = 0.36;
  private static final Color INVISIBLE = new Color(0, 0, 0, 0);
  private static final double HATCH = 9;

  double x(double value) {
    return xs.applyAsDouble(value);
  }

  double y(double value) {
    return ys.applyAsDouble(value);
  }

  double left() {
    return area.getMinX();
  }

  double right() {
    return area.getMaxX();
  }

  double top() {
    return area.getMinY();
  }

  double bottom() {
    return area.getMaxY();
  }

  /** Draws content with a tooltip, which only SVGs have. */
  void withTooltip(Supplier<String> tooltip, Runnable content) {
    if (graphics instanceof SvgGraphics svg) {
      svg.mark(PlainText.onOneLine(tooltip.get()), content);
    } else {
      content.run();
    }
  }

  /** Adds a tooltip to an area, which only SVGs have. */
  void tooltip(Supplier<String> tooltip, Rectangle2D place) {
    if (graphics instanceof SvgGraphics) {
      withTooltip(tooltip, () -> fill(place, INVISIBLE));
    }
  }

  void fill(Shape shape, Color color) {
    graphics.setPaint(color);
    graphics.fill(shape);
  }

  void outline(Shape shape, Color color, float width) {
    draw(shape, color, new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
  }

  private void draw(Shape shape, Color color, BasicStroke stroke) {
    graphics.setPaint(color);
    graphics.setStroke(stroke);
    graphics.draw(shape);
  }

  /** Fills the rectangle between two opposite corners, given in any order. */
  void box(double x1, double y1, double x2, double y2, Color color) {
    fill(Shapes.rectangle(x1, y1, x2, y2), color);
  }

  /** Draws a line one pixel wide. */
  void line(double x1, double y1, double x2, double y2, Color color) {
    line(x1, y1, x2, y2, color, 1f);
  }

  void line(double x1, double y1, double x2, double y2, Color color, float width) {
    outline(new Line2D.Double(x1, y1, x2, y2), color, width);
  }

  void dashes(double x1, double y1, double x2, double y2, Color color) {
    float[] dash = {4f, 3f};
    draw(
        new Line2D.Double(x1, y1, x2, y2),
        color,
        new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4f, dash, 0f));
  }

  /** Fills circles of one radius. */
  void dots(List<Point2D> centers, double radius, Color color) {
    if (graphics instanceof SvgGraphics && !centers.isEmpty()) {
      // As round ends of lines without length, which take a fifth of the bytes of circles.
      Path2D all = new Path2D.Double();
      for (Point2D center : centers) {
        all.moveTo(center.getX(), center.getY());
        all.closePath();
      }
      float width = (float) (2 * radius);
      draw(all, color, new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    } else {
      centers.forEach(each -> fill(Shapes.circle(each.getX(), each.getY(), radius), color));
    }
  }

  /** Draws a band over the whole width, with edges that are seen on any ground. */
  void band(double oneEdge, double otherEdge) {
    box(left(), oneEdge, right(), otherEdge, ChartStyle.GRID);
    for (double edge : new double[] {oneEdge, otherEdge}) {
      line(left(), edge, right(), edge, ChartStyle.NOT_RELEVANT, 0.75f);
    }
  }

  /** Hatches rectangles where nothing was measured. */
  void hatch(List<Rectangle2D> places, Color color) {
    List<Line2D> lines = new ArrayList<>();
    for (Rectangle2D place : places) {
      for (double x = place.getMinX() - place.getHeight() + HATCH / 2;
          x < place.getMaxX();
          x += HATCH) {
        double from = Math.max(x, place.getMinX());
        double to = Math.min(x + place.getHeight(), place.getMaxX());
        lines.add(
            new Line2D.Double(from, place.getMaxY() - (from - x), to, place.getMaxY() - (to - x)));
      }
    }
    lines(lines, color);
  }

  /** Draws lines one pixel wide. */
  void lines(List<Line2D> lines, Color color) {
    if (graphics instanceof SvgGraphics && !lines.isEmpty()) {
      Path2D all = new Path2D.Double();
      lines.forEach(line -> all.append(line, false));
      outline(all, color, 1f);
    } else {
      // As one shape, the lines would have the whole area between them antialiased.
      lines.forEach(line -> outline(line, color, 1f));
    }
  }

  /** Marks where a horizontal bar leaves the scale, with two gaps. */
  void breakAcross(double x, double y, double length) {
    for (double at : new double[] {x - 2, x + 2}) {
      line(at - 2, y + length / 2, at + 2, y - length / 2, ChartStyle.BACKGROUND, 1.8f);
    }
  }

  /** Marks where an upright bar leaves the scale, with two gaps. */
  void breakUpright(double x, double y, double length) {
    for (double at : new double[] {y - 2, y + 2}) {
      line(x - length / 2, at + 2, x + length / 2, at - 2, ChartStyle.BACKGROUND, 1.8f);
    }
  }

  /** Writes a label, aligned at {@code x} and centred vertically at {@code middle}. */
  void label(String text, double x, double middle, Align align) {
    text(text, x, middle, align, ChartFonts.LABEL, ChartStyle.INK);
  }

  /** Writes a label beside a bar's end, on the side away from zero. */
  void labelBeyond(String text, double x, double middle, boolean toTheRight) {
    label(text, toTheRight ? x + GAP : x - GAP, middle, toTheRight ? Align.FROM : Align.UP_TO);
  }

  /** Writes a muted label. */
  void note(String text, double x, double middle, Align align) {
    text(text, x, middle, align, ChartFonts.LABEL, ChartStyle.MUTED);
  }

  /** Writes a text, aligned at {@code x} and centred vertically at {@code middle}. */
  void text(String text, double x, double middle, Align align, Font font, Color color) {
    graphics.setPaint(color);
    String plain = PlainText.onOneLine(text);
    String shown = graphics instanceof SvgGraphics ? plain : ChartFonts.drawable(plain, font);
    List<ChartFonts.Run> runs = ChartFonts.runs(shown, font);
    double from = x - align.share * ChartFonts.width(runs);
    for (ChartFonts.Run run : runs) {
      graphics.setFont(run.font());
      graphics.drawString(run.text(), (float) from, (float) (middle + BASELINE * font.getSize2D()));
      from += run.width();
    }
  }

  /** Writes a label rotated to read upwards from {@code bottom}, centred at {@code middle}. */
  void labelUpwards(String text, double middle, double bottom) {
    upwards(text, middle, bottom, ChartStyle.INK);
  }

  /** Writes a muted label rotated to read upwards. */
  void noteUpwards(String text, double middle, double bottom) {
    upwards(text, middle, bottom, ChartStyle.MUTED);
  }

  private void upwards(String text, double middle, double bottom, Color color) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(middle, bottom);
    graphics.rotate(-Math.PI / 2);
    text(text, 0, 0, Align.FROM, ChartFonts.LABEL, color);
    graphics.setTransform(before);
  }

  /** The horizontal alignment of a text at a point. */
  enum Align {
    FROM(0),
    AROUND(0.5),
    UP_TO(1);

    private final double share;

    Align(double share) {
      this.share = share;
    }
  }
}

package dev.perftriage.report.chart;

import dev.perftriage.report.PlainText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;

/**
 * Where marks and texts are drawn: an area with its two axes. Lengths are in pixels; texts may come
 * from outside.
 */
final class Canvas {

  private static final double BASELINE = 0.36;
  private static final Color INVISIBLE = new Color(0, 0, 0, 0);
  private static final double HATCH = 9;

  private final Graphics2D graphics;
  private final Rectangle2D area;
  private final DoubleUnaryOperator xs;
  private final DoubleUnaryOperator ys;

  Canvas(Graphics2D graphics, Rectangle2D area, DoubleUnaryOperator xs, DoubleUnaryOperator ys) {
    this.graphics = graphics;
    this.area = area;
    this.xs = xs;
    this.ys = ys;
  }

  /** The plotting area. */
  Rectangle2D area() {
    return area;
  }

  /** Where a value of the horizontal axis lies. */
  double x(double value) {
    return xs.applyAsDouble(value);
  }

  /** Where a value of the vertical axis lies. */
  double y(double value) {
    return ys.applyAsDouble(value);
  }

  /** Draws something that shows a text when the pointer rests on it, where a drawing can. */
  void withTooltip(Supplier<String> tooltip, Runnable content) {
    if (!(graphics instanceof SVGGraphics2D)) {
      content.run();
      return;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "mark");
    graphics.setRenderingHint(SVGHints.KEY_BEGIN_GROUP, attributes);
    graphics.setRenderingHint(
        SVGHints.KEY_ELEMENT_TITLE, SvgDrawing.plain(PlainText.onOneLine(tooltip.get())));
    content.run();
    graphics.setRenderingHint(SVGHints.KEY_END_GROUP, "");
  }

  /** Lets a place show a text when the pointer rests on it, where a drawing can. */
  void tooltip(Supplier<String> tooltip, Rectangle2D place) {
    if (graphics instanceof SVGGraphics2D) {
      withTooltip(tooltip, () -> fill(place, INVISIBLE));
    }
  }

  /** Fills a shape. */
  void fill(Shape shape, Color color) {
    graphics.setPaint(color);
    graphics.fill(shape);
  }

  /** Draws the outline of a shape. */
  void outline(Shape shape, Color color, float width) {
    graphics.setPaint(color);
    graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  /** Fills the rectangle between two corners, whichever order they have. */
  void box(double x1, double y1, double x2, double y2, Color color) {
    fill(
        new Rectangle2D.Double(
            Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)),
        color);
  }

  /** Draws the inner edge of a rectangle, one pixel wide. */
  void edge(Rectangle2D place, Color color) {
    // Not as an outline: all that lies within it would be smoothed, too.
    double left = place.getMinX();
    double right = place.getMaxX();
    double top = place.getMinY();
    double bottom = place.getMaxY();
    box(left, top, right, top + 1, color);
    box(left, bottom - 1, right, bottom, color);
    box(left, top + 1, left + 1, bottom - 1, color);
    box(right - 1, top + 1, right, bottom - 1, color);
  }

  void line(double x1, double y1, double x2, double y2, Color color, float width) {
    outline(new Line2D.Double(x1, y1, x2, y2), color, width);
  }

  void dashes(double x1, double y1, double x2, double y2, Color color) {
    graphics.setPaint(color);
    graphics.setStroke(
        new BasicStroke(
            1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4f, new float[] {4f, 3f}, 0f));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /** Fills rectangles with rising lines: nothing was measured there. */
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
    if (graphics instanceof SVGGraphics2D) {
      Path2D all = new Path2D.Double();
      lines.forEach(line -> all.append(line, false));
      outline(all, color, 1f);
    } else {
      // As one shape, all that lies between them would be smoothed, too.
      lines.forEach(line -> outline(line, color, 1f));
    }
  }

  /** The sign of a mark that goes on beyond the scale: two gaps across it. */
  void breakAcross(double x, double y, double length, boolean horizontalMark, Color background) {
    for (int gap = 0; gap < 2; gap++) {
      double shift = gap * 4.0 - 2;
      if (horizontalMark) {
        line(x + shift - 2, y + length / 2, x + shift + 2, y - length / 2, background, 1.8f);
      } else {
        line(x - length / 2, y + shift + 2, x + length / 2, y + shift - 2, background, 1.8f);
      }
    }
  }

  /** Writes a text whose middle is at a height, from, around or up to a place. */
  void text(String text, double x, double middle, Align align, Font font, Color color) {
    graphics.setPaint(color);
    List<ChartFonts.Run> runs = ChartFonts.runs(PlainText.onOneLine(text), font);
    double from = x - align.share * ChartFonts.width(runs);
    for (ChartFonts.Run run : runs) {
      graphics.setFont(run.font());
      String written =
          graphics instanceof SVGGraphics2D ? SvgDrawing.plain(run.text()) : run.text();
      graphics.drawString(written, (float) from, (float) (middle + BASELINE * font.getSize2D()));
      from += run.width();
    }
  }

  /** Writes the lines of a paragraph, from its top left corner on. */
  void paragraph(TextLines lines, double x, double top, Font font, Color color) {
    double height = lines.height() / lines.lines().size();
    for (int i = 0; i < lines.lines().size(); i++) {
      text(lines.lines().get(i), x, top + (i + 0.5) * height, Align.FROM, font, color);
    }
  }

  /** Writes a text that reads upwards, starting at a place, its middle on a vertical. */
  void textUpwards(String text, double middle, double bottom, Font font, Color color) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(middle, bottom);
    graphics.rotate(-Math.PI / 2);
    text(text, 0, 0, Align.FROM, font, color);
    graphics.setTransform(before);
  }

  /** How a text lies to its place. */
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

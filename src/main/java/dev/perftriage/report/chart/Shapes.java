package dev.perftriage.report.chart;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shapes of marks. */
final class Shapes {

  private Shapes() {}

  /** The rectangle between two opposite corners, given in any order. */
  static Rectangle2D rectangle(double x1, double y1, double x2, double y2) {
    Rectangle2D rectangle = new Rectangle2D.Double();
    rectangle.setFrameFromDiagonal(x1, y1, x2, y2);
    return rectangle;
  }

  /** The rectangle with this centre and half width and height. */
  static Rectangle2D around(double x, double y, double across, double upright) {
    return new Rectangle2D.Double(x - across, y - upright, 2 * across, 2 * upright);
  }

  static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** The closed line through some corners: x and y of each. */
  static Path2D polygon(double... corners) {
    Path2D polygon = new Path2D.Double();
    polygon.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      polygon.lineTo(corners[i], corners[i + 1]);
    }
    polygon.closePath();
    return polygon;
  }
}

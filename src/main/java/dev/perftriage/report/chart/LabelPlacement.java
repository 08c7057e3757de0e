package dev.perftriage.report.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Small labels beside points, none over another and none over a labelled point. */
final class LabelPlacement {

  private static final int DIRECTIONS = 12;
  private static final double FIRST_RING = 12;
  private static final double NEXT_RING = 5;
  private static final int MOST_RINGS = 60;

  private LabelPlacement() {}

  /**
   * Where labels stand: the nearest free place around each point, the points in the order of their
   * claim.
   *
   * @param points what is labelled
   * @param width of every label
   * @param height of every label
   * @param clearance how much room a point takes to each side
   * @param bounds labels stay within
   */
  static List<Rectangle2D> place(
      List<? extends Point2D> points,
      double width,
      double height,
      double clearance,
      Rectangle2D bounds) {
    List<Rectangle2D> taken = new ArrayList<>();
    for (Point2D point : points) {
      taken.add(
          new Rectangle2D.Double(
              point.getX() - clearance, point.getY() - clearance, 2 * clearance, 2 * clearance));
    }
    List<Rectangle2D> places = new ArrayList<>();
    for (Point2D point : points) {
      Rectangle2D place = nearest(point, width, height, taken, bounds);
      places.add(place);
      taken.add(place);
    }
    return places;
  }

  private static Rectangle2D nearest(
      Point2D point, double width, double height, List<Rectangle2D> taken, Rectangle2D bounds) {
    for (int ring = 0; ring < MOST_RINGS; ring++) {
      double radius = FIRST_RING + ring * NEXT_RING;
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2 * Math.PI * i / DIRECTIONS;
        Rectangle2D place =
            new Rectangle2D.Double(
                point.getX() + radius * Math.cos(angle) - width / 2,
                point.getY() - radius * Math.sin(angle) - height / 2,
                width,
                height);
        if (bounds.contains(place) && taken.stream().noneMatch(place::intersects)) {
          return place;
        }
      }
    }
    throw new IllegalStateException("no room for a label within " + bounds);
  }
}

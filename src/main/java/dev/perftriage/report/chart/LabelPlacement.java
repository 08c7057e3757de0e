package dev.perftriage.report.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Small labels beside points, none over another and none over a labelled point; nor over any other
 * point, where there is room for that nearby.
 */
final class LabelPlacement {

  private static final int DIRECTIONS = 12;
  private static final double FIRST_RING = 12;
  private static final double NEXT_RING = 5;
  private static final int MOST_RINGS = 60;

  /** Further away than this, one no longer sees which point a label belongs to. */
  private static final int NEARBY_RINGS = 10;

  private LabelPlacement() {}

  /**
   * Where labels stand: the nearest free place around each point, the points in the order of their
   * claim.
   *
   * @param points what is labelled
   * @param others the points without a label
   * @param width of every label
   * @param height of every label
   * @param clearance the clearance around a point on each side
   * @param bounds labels stay within
   */
  static List<Rectangle2D> place(
      List<? extends Point2D> points,
      List<? extends Point2D> others,
      double width,
      double height,
      double clearance,
      Rectangle2D bounds) {
    List<Rectangle2D> unlabelled = rooms(others, clearance);
    List<Rectangle2D> taken = rooms(points, clearance);
    List<Rectangle2D> places = new ArrayList<>();
    for (Point2D point : points) {
      Rectangle2D nearby = nearby(point, width, height);
      List<Rectangle2D> obstacles = new ArrayList<>(taken);
      unlabelled.stream().filter(nearby::intersects).forEach(obstacles::add);
      Rectangle2D place =
          nearest(point, width, height, obstacles, bounds, NEARBY_RINGS)
              .or(() -> nearest(point, width, height, taken, bounds, MOST_RINGS))
              .orElseThrow(() -> new IllegalStateException("no room for a label within " + bounds));
      places.add(place);
      taken.add(place);
    }
    return places;
  }

  private static List<Rectangle2D> rooms(List<? extends Point2D> points, double clearance) {
    List<Rectangle2D> rooms = new ArrayList<>();
    for (Point2D point : points) {
      rooms.add(
          new Rectangle2D.Double(
              point.getX() - clearance, point.getY() - clearance, 2 * clearance, 2 * clearance));
    }
    return rooms;
  }

  /** All that the labels of the nearby rings may cover. */
  private static Rectangle2D nearby(Point2D point, double width, double height) {
    double across = FIRST_RING + NEARBY_RINGS * NEXT_RING + width;
    double upright = FIRST_RING + NEARBY_RINGS * NEXT_RING + height;
    return new Rectangle2D.Double(
        point.getX() - across, point.getY() - upright, 2 * across, 2 * upright);
  }

  private static Optional<Rectangle2D> nearest(
      Point2D point,
      double width,
      double height,
      List<Rectangle2D> taken,
      Rectangle2D bounds,
      int rings) {
    for (int ring = 0; ring < rings; ring++) {
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
          return Optional.of(place);
        }
      }
    }
    return Optional.empty();
  }
}

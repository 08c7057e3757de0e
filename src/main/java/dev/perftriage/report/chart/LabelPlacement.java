package dev.perftriage.report.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Places small labels beside points. Labels overlap neither each other nor labelled points and, if
 * there is space nearby, no other points either.
 */
final class LabelPlacement {

  private static final int DIRECTIONS = 12;
  private static final double FIRST_RING = 12;
  private static final double NEXT_RING = 5;
  private static final int MOST_RINGS = 60;

  /** Further away, it is unclear which point a label belongs to. */
  private static final int NEARBY_RINGS = 10;

  private LabelPlacement() {}

  /**
   * The nearest free place for the label of each point, earlier points first.
   *
   * @param others the points without a label
   * @param clearance the space around a point, in pixels
   * @param bounds the area that labels stay within
   */
  static List<Rectangle2D> place(
      List<? extends Point2D> points,
      List<? extends Point2D> others,
      double width,
      double height,
      double clearance,
      Rectangle2D bounds) {
    List<Rectangle2D> unlabelled = around(others, clearance);
    List<Rectangle2D> taken = new ArrayList<>(around(points, clearance));
    List<Rectangle2D> places = new ArrayList<>();
    for (Point2D point : points) {
      // The area that labels on the nearby rings can cover.
      double reach = FIRST_RING + NEARBY_RINGS * NEXT_RING;
      Rectangle2D nearby = Shapes.around(point.getX(), point.getY(), reach + width, reach + height);
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

  private static Optional<Rectangle2D> nearest(
      Point2D point,
      double width,
      double height,
      List<Rectangle2D> taken,
      Rectangle2D bounds,
      int rings) {
    return IntStream.range(0, rings * DIRECTIONS)
        .mapToObj(
            i -> {
              int ring = i / DIRECTIONS;
              double radius = FIRST_RING + ring * NEXT_RING;
              double angle = 2 * Math.PI * (i % DIRECTIONS) / DIRECTIONS;
              double x = point.getX() + radius * Math.cos(angle);
              double y = point.getY() - radius * Math.sin(angle);
              return Shapes.around(x, y, width / 2, height / 2);
            })
        .filter(bounds::contains)
        .filter(place -> taken.stream().noneMatch(place::intersects))
        .findFirst();
  }

  private static List<Rectangle2D> around(List<? extends Point2D> points, double clearance) {
    return points.stream()
        .map(point -> Shapes.around(point.getX(), point.getY(), clearance, clearance))
        .toList();
  }
}

package dev.perftriage.report.chart;

import dev.perftriage.analysis.Direction;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The merges on a timeline: their marks, the numbers of the listed ones, and clipped values. */
final class TimelineMarks {

  private static final int LABEL_GAP = 14;
  private static final int GAP = 6;
  private static final double MARK = 5;
  private static final double VALUE_GAP = 120;

  private TimelineMarks() {}

  /**
   * Draws everything about single merges.
   *
   * @param room how high the lane of numbers above the plot is
   */
  static void draw(Canvas canvas, List<Point> points, ClippedRange range, double room, Font font) {
    drawLabels(canvas, points, room, font);
    for (Point point : points) {
      canvas.withTooltip(() -> tooltip(point.merge()), () -> drawMark(canvas, point, range));
    }
    drawClippedValues(canvas, points, range, font);
  }

  /** The number of numbers that fit in a plot of some width. */
  static int mostNamed(double width) {
    return LabelLane.capacity(LABEL_GAP / 2.0, width, LABEL_GAP);
  }

  private static void drawMark(Canvas canvas, Point point, ClippedRange range) {
    ChartStyle style = ChartStyle.STANDARD;
    Timeline.Merge merge = point.merge();
    if (isClipped(merge, range)) {
      canvas.breakAcross(
          point.x(), point.y() + Math.signum(value(merge)) * 14, 12, false, style.muted());
    }
    if (!merge.isListed()) {
      canvas.fill(new Ellipse2D.Double(point.x() - 2, point.y() - 2, 4, 4), style.muted());
      return;
    }
    Path2D shape = shape(merge.direction(), point);
    Color color = color(merge.direction());
    canvas.fill(shape, merge.rollup() ? style.background() : color);
    canvas.outline(shape, merge.rollup() ? color : style.background(), merge.rollup() ? 2f : 1f);
  }

  /** The values of clipped points; of close neighbours only the largest, the others as tooltips. */
  private static void drawClippedValues(
      Canvas canvas, List<Point> points, ClippedRange range, Font font) {
    List<Point> named = new ArrayList<>();
    points.stream()
        .filter(point -> isClipped(point.merge(), range))
        .sorted(Comparator.comparingDouble(point -> -Math.abs(value(point.merge()))))
        .filter(
            point -> named.stream().noneMatch(other -> Math.abs(other.x() - point.x()) < VALUE_GAP))
        .forEachOrdered(named::add);
    for (Point point : named) {
      boolean left = point.x() > canvas.area().getCenterX();
      canvas.text(
          Ticks.change(value(point.merge())),
          point.x() + (left ? -2 : 2) * MARK,
          point.y(),
          left ? Canvas.Align.UP_TO : Canvas.Align.FROM,
          font,
          ChartStyle.STANDARD.ink());
    }
  }

  private static boolean isClipped(Timeline.Merge merge, ClippedRange range) {
    return range.clips(value(merge));
  }

  private static double value(Timeline.Merge merge) {
    return merge.change().orElse(0);
  }

  private static Path2D shape(Direction direction, Point point) {
    Path2D shape = new Path2D.Double();
    double side = direction == Direction.IMPROVEMENT ? -MARK : MARK;
    if (direction == Direction.MIXED) {
      shape.moveTo(point.x(), point.y() - MARK - 1);
      shape.lineTo(point.x() + MARK + 1, point.y());
      shape.lineTo(point.x(), point.y() + MARK + 1);
      shape.lineTo(point.x() - MARK - 1, point.y());
    } else {
      shape.moveTo(point.x() - MARK, point.y() + side);
      shape.lineTo(point.x() + MARK, point.y() + side);
      shape.lineTo(point.x(), point.y() - side);
    }
    shape.closePath();
    return shape;
  }

  private static Color color(Direction direction) {
    ChartStyle style = ChartStyle.STANDARD;
    return switch (direction) {
      case REGRESSION -> style.regression();
      case IMPROVEMENT -> style.improvement();
      case MIXED, NONE -> style.ink();
    };
  }

  private static String sign(Direction direction) {
    return switch (direction) {
      case REGRESSION -> "▲";
      case IMPROVEMENT -> "▼";
      case MIXED -> "◆";
      case NONE -> "";
    };
  }

  /** The entries' numbers above the plot, each with a line down to its mark. */
  private static void drawLabels(Canvas canvas, List<Point> points, double room, Font font) {
    ChartStyle style = ChartStyle.STANDARD;
    double from = canvas.area().getMinX() + LABEL_GAP / 2.0;
    double to = canvas.area().getMaxX();
    List<Point> named = named(points, mostNamed(canvas.area().getWidth()));
    List<Double> places =
        LabelLane.place(named.stream().map(Point::x).toList(), from, to, LABEL_GAP);
    double lane = canvas.area().getMinY();
    for (int i = 0; i < named.size(); i++) {
      Point point = named.get(i);
      double x = places.get(i);
      canvas.line(x, lane - 2, point.x(), lane + 8, style.notRelevant(), 0.75f);
      canvas.line(point.x(), lane + 8, point.x(), point.y() - MARK - 2, style.notRelevant(), 0.75f);
      canvas.text(
          sign(point.merge().direction()),
          x,
          lane - GAP - 2,
          Canvas.Align.AROUND,
          font,
          color(point.merge().direction()));
      String label = point.merge().name() + (point.merge().rollup() ? " R" : "");
      canvas.textUpwards(
          ChartFonts.fitted(label, font, room - 4.0 * GAP), x, lane - 3 * GAP, font, style.ink());
    }
  }

  /** The entries that are named: all, or where there is no room those with the largest step. */
  private static List<Point> named(List<Point> points, int most) {
    List<Point> listed = points.stream().filter(point -> point.merge().isListed()).toList();
    if (listed.size() <= most) {
      return listed;
    }
    List<Point> largest =
        listed.stream()
            .sorted(
                Comparator.comparingDouble(point -> -Math.abs(point.y() - before(points, point))))
            .limit(most)
            .toList();
    return listed.stream().filter(largest::contains).toList();
  }

  private static double before(List<Point> points, Point point) {
    int at = points.indexOf(point);
    return at == 0 ? point.y() : points.get(at - 1).y();
  }

  private static String tooltip(Timeline.Merge merge) {
    String verdict = merge.isListed() ? ", " + merge.direction().label() : ", not listed";
    String since =
        merge.change().isPresent()
            ? ", " + Ticks.change(merge.change().getAsDouble()) + " since the start"
            : "";
    return merge.name() + (merge.title().isEmpty() ? "" : " " + merge.title()) + verdict + since;
  }

  /** A merge and the position of its mark. */
  record Point(Timeline.Merge merge, double x, double y) {}
}

package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.analysis.Direction;
import dev.perftriage.report.VerdictMark;
import dev.perftriage.report.chart.Canvas.Align;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The merges on a timeline: their marks, the numbers of the listed ones, and values beyond a break.
 *
 * @param room the height of the lane of numbers above the plot, in pixels
 */
record TimelineMarks(Canvas canvas, List<Point> points, ChangeScale scale, double room) {

  private static final int LABEL_GAP = 13;
  private static final double MARK = 5;
  private static final double VALUE_GAP = 120;

  /** Draws the numbers, marks and values beyond a break. */
  void draw() {
    drawLabels();
    for (Point point : points) {
      canvas.withTooltip(() -> tooltip(point.step()), () -> drawMark(point));
    }
    drawBrokenValues();
  }

  /** How many merges can be named above a plot of this width. */
  static int mostNamed(double width) {
    return capacity(LABEL_GAP / 2.0, width, LABEL_GAP);
  }

  /** How many labels fit in a lane. */
  static int capacity(double from, double to, double gap) {
    return (int) Math.floor((to - from) / gap) + 1;
  }

  private void drawMark(Point point) {
    Timeline.Step step = point.step();
    if (scale.breaks(point.value())) {
      double across = point.y() + Math.copySign(ChangeScale.BEYOND / 2, point.value());
      canvas.breakUpright(point.x(), across, 12);
    }
    if (!step.isListed()) {
      canvas.fill(Shapes.circle(point.x(), point.y(), 2), ChartStyle.MUTED);
      return;
    }
    Path2D shape = shape(step.direction(), point.x(), point.y());
    Color color = ChangeKind.of(step.direction()).color();
    boolean isNoise = step.mark().filter(VerdictMark.NOISE::equals).isPresent();
    canvas.fill(shape, isNoise ? ChartStyle.BACKGROUND : color);
    canvas.outline(shape, isNoise ? color : ChartStyle.BACKGROUND, isNoise ? 2f : 1f);
  }

  /**
   * Labels points beyond the scale; of close neighbours only the largest, the others have tooltips.
   */
  private void drawBrokenValues() {
    List<Point> named = new ArrayList<>();
    points.stream()
        .filter(point -> scale.breaks(point.value()))
        .sorted(Comparator.comparingDouble(point -> -Math.abs(point.value())))
        .filter(
            point -> named.stream().noneMatch(other -> Math.abs(other.x() - point.x()) < VALUE_GAP))
        .forEachOrdered(named::add);
    for (Point point : named) {
      boolean left = point.x() > canvas.area().getCenterX();
      canvas.label(
          ChartWords.change(point.value()),
          point.x() + (left ? -2 : 2) * MARK,
          point.y(),
          left ? Align.UP_TO : Align.FROM);
    }
  }

  private static Path2D shape(Direction direction, double x, double y) {
    if (direction == Direction.MIXED) {
      double reach = MARK + 1;
      return Shapes.polygon(x, y - reach, x + reach, y, x, y + reach, x - reach, y);
    }
    double base = direction == Direction.IMPROVEMENT ? y - MARK : y + MARK;
    return Shapes.polygon(x - MARK, base, x + MARK, base, x, 2 * y - base);
  }

  /** Draws the entries' numbers above the plot, each with a line down to its mark. */
  private void drawLabels() {
    List<Point> named = named(mostNamed(canvas.area().getWidth()));
    List<Double> wishes = named.stream().map(Point::x).toList();
    List<Double> places =
        places(wishes, canvas.left() + LABEL_GAP / 2.0, canvas.right(), LABEL_GAP);
    double lane = canvas.top();
    Color grey = ChartStyle.NOT_RELEVANT;
    for (int i = 0; i < named.size(); i++) {
      Point point = named.get(i);
      Timeline.Step step = point.step();
      double x = places.get(i);
      canvas.line(x, lane - 2, point.x(), lane + 8, grey, 0.75f);
      canvas.line(point.x(), lane + 8, point.x(), point.y() - MARK - 2, grey, 0.75f);
      ChangeKind kind = ChangeKind.of(step.direction());
      canvas.text(kind.sign(), x, lane - GAP - 2, Align.AROUND, ChartFonts.LABEL, kind.color());
      String label =
          step.name()
              + (step.rollup() ? " R" : "")
              + step.mark().map(mark -> " " + mark.symbol()).orElse("");
      canvas.labelUpwards(ChartFonts.fitted(label, room - 4.0 * GAP), x, lane - 3 * GAP);
    }
  }

  /** The entries to name: all if they fit, otherwise those with the largest steps. */
  private List<Point> named(int most) {
    ToDoubleFunction<Point> size =
        point -> {
          int before = Math.max(0, points.indexOf(point) - 1);
          return Math.abs(point.y() - points.get(before).y());
        };
    return points.stream()
        .filter(point -> point.step().isListed())
        .sorted(Comparator.comparingDouble(size).reversed())
        .limit(most)
        .sorted(Comparator.comparingDouble(Point::x))
        .toList();
  }

  /**
   * The positions of labels side by side, each as near to its preferred one as its neighbours
   * allow.
   *
   * @param wishes the preferred positions, ascending; at most {@link #capacity}
   * @param gap the minimum distance between neighbours
   * @return as many positions, ascending, from {@code from} to {@code to}
   */
  static List<Double> places(List<Double> wishes, double from, double to, double gap) {
    List<Double> places = new ArrayList<>();
    double least = from;
    for (double wish : wishes) {
      double place = Math.max(least, wish);
      places.add(place);
      least = place + gap;
    }
    // Labels pushed too far to the right move back.
    double most = to;
    for (int i = places.size() - 1; i >= 0; i--) {
      double place = Math.min(places.get(i), most);
      places.set(i, place);
      most = place - gap;
    }
    return places;
  }

  private static String tooltip(Timeline.Step step) {
    return step.name()
        + (step.title().isEmpty() ? "" : " " + step.title())
        + ", "
        + (step.isListed() ? step.direction().label() : "not listed")
        + step.mark().map(mark -> ", " + mark.words()).orElse("")
        + step.change().stream()
            .mapToObj(change -> ", " + ChartWords.change(change) + " since the start")
            .collect(Collectors.joining());
  }

  /** A measured merge and the position of its mark. */
  record Point(Timeline.Step step, double x, double y) {

    /** The change since the start of the range, as a fraction; 0 if unknown. */
    private double value() {
      return step.change().orElse(0);
    }
  }
}

package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.analysis.Direction;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.VerdictMark;
import dev.perftriage.report.chart.Canvas.Align;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Merges in order, with the cumulative change and the listed entries. */
record TimelineChart(
    Canvas canvas, Timeline timeline, ChangeScale scale, List<TimelineMarks.Point> points) {

  private static final String NAME = "timeline";
  private static final int HEIGHT = 350;
  private static final int LEFT = 56;
  private static final int RIGHT = 54;
  private static final int BOTTOM = 26;
  private static final int LANE = 100;
  private static final int MOST_TICKS = 7;
  private static final int SIDE = 14;

  static Chart of(Timeline timeline) {
    if (timeline.steps().isEmpty()) {
      return Chart.empty(NAME, "No merges", "The range has no merges, so there is no timeline.");
    }
    if (timeline.testCases() == 0) {
      return Chart.empty(
          NAME,
          title(timeline),
          "No primary test case is comparable at each of %s, so there is no timeline."
              .formatted(Numbers.counted(timeline.steps().size(), "merge")));
    }
    return new Chart(words(timeline), width -> plot(timeline));
  }

  private static Plot plot(Timeline timeline) {
    List<Double> changes = new ArrayList<>(changes(timeline));
    ChangeScale scale = ChangeScale.of(changes);
    return new Plot(
        new Frame(LEFT, RIGHT, LANE, BOTTOM),
        Axis.columns(merges(timeline)),
        scale.axis(changes, HEIGHT - LANE - BOTTOM, SIDE, MOST_TICKS),
        HEIGHT,
        canvas ->
            new TimelineChart(canvas, timeline, scale, points(canvas, timeline, scale)).draw());
  }

  private static List<Double> changes(Timeline timeline) {
    return timeline.steps().stream()
        .flatMapToDouble(step -> step.change().stream())
        .boxed()
        .toList();
  }

  /** The number of merges in the range, measured or not. */
  private static int merges(Timeline timeline) {
    return timeline.steps().stream().mapToInt(Timeline.Step::spansMerges).sum();
  }

  private void draw() {
    double zero = canvas.y(0);
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).step().spansMerges() > 1) {
        drawHole(i == 0 ? canvas.left() : points.get(i - 1).x(), points.get(i));
      }
    }
    canvas.line(canvas.left(), zero, canvas.right(), zero, ChartStyle.INK);
    drawLine(zero);
    new TimelineMarks(canvas, points, scale, LANE).draw();
    drawEnd();
    drawDays();
  }

  private static List<TimelineMarks.Point> points(
      Canvas canvas, Timeline timeline, ChangeScale scale) {
    List<TimelineMarks.Point> points = new ArrayList<>();
    int merge = 0;
    for (Timeline.Step step : timeline.steps()) {
      merge += step.spansMerges();
      double change = step.change().orElse(0);
      double end = canvas.y(scale.clip(change));
      double y = scale.breaks(change) ? end - Math.copySign(ChangeScale.BEYOND, change) : end;
      points.add(new TimelineMarks.Point(step, canvas.x(merge), y));
    }
    return points;
  }

  private void drawHole(double from, TimelineMarks.Point to) {
    Timeline.Step step = to.step();
    int holes = step.spansMerges() - 1;
    double end = from + (to.x() - from) * holes / step.spansMerges();
    Rectangle2D hole = Shapes.rectangle(from + 2, canvas.top(), end + 2, canvas.bottom());
    canvas.withTooltip(
        () -> Numbers.counted(holes, "merge") + " before " + step.name() + " not measured",
        () -> canvas.hatch(List.of(hole), ChartStyle.NOT_RELEVANT));
  }

  /** Draws the cumulative change, dashed across unmeasured merges. */
  private void drawLine(double zero) {
    double x = canvas.left();
    double y = zero;
    Path2D line = new Path2D.Double();
    line.moveTo(x, y);
    for (TimelineMarks.Point point : points) {
      if (point.step().spansMerges() > 1) {
        canvas.dashes(x, y, point.x(), point.y(), ChartStyle.INK);
        line.moveTo(point.x(), point.y());
      } else {
        line.lineTo(point.x(), point.y());
      }
      x = point.x();
      y = point.y();
    }
    canvas.outline(line, ChartStyle.INK, 1.5f);
  }

  /** Writes the change over the whole range beside the line's end. */
  private void drawEnd() {
    TimelineMarks.Point last = points.get(points.size() - 1);
    last.step()
        .change()
        .ifPresent(
            change ->
                canvas.text(
                    ChartFonts.fitted(ChartWords.change(change), RIGHT - 2.0 * GAP),
                    last.x() + 2 * GAP,
                    last.y(),
                    Align.FROM,
                    ChartFonts.BOLD_LABEL,
                    ChartStyle.INK));
  }

  /** Names each day below its first merge, where there is space. */
  private void drawDays() {
    double middle = canvas.bottom() + BOTTOM / 2.0;
    Optional<LocalDate> before = Optional.empty();
    double free = canvas.left() - LEFT + GAP;
    double from = canvas.left();
    for (TimelineMarks.Point point : points) {
      Optional<LocalDate> day = point.step().day();
      if (day.isPresent() && !day.equals(before)) {
        String name = Period.dayAndMonth(day.get());
        double width = ChartFonts.width(name);
        canvas.line(from, canvas.bottom(), from, canvas.bottom() + 4, ChartStyle.MUTED);
        if (from - 2 >= free && from + width <= canvas.right() + RIGHT) {
          canvas.note(name, from + 2, middle, Align.FROM);
          free = from + width + 2 * GAP;
        }
      }
      before = day;
      from = point.x();
    }
  }

  /** {@code -1.0% over 36 merges: 4 regressions, 6 improvements, 7 mixed}, and the days. */
  static String title(Timeline timeline) {
    List<Timeline.Step> steps = timeline.steps();
    String change =
        timeline.testCases() == 0
            ? ""
            : ChartWords.change(steps.get(steps.size() - 1).change().orElse(0)) + " over ";
    String listed =
        Arrays.stream(Direction.values())
            .filter(direction -> direction != Direction.NONE)
            .map(direction -> count(steps, direction))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return "%s%s: %s%s"
        .formatted(
            change,
            Numbers.counted(steps.size(), "merge"),
            listed.isEmpty() ? "none listed" : listed,
            timeline.period().isEmpty() ? "" : " · " + timeline.period());
  }

  private static Optional<String> count(List<Timeline.Step> steps, Direction direction) {
    int count = (int) steps.stream().filter(step -> step.direction() == direction).count();
    if (count == 0) {
      return Optional.empty();
    }
    return Optional.of(
        direction == Direction.MIXED
            ? count + " mixed"
            : Numbers.counted(count, direction.label()));
  }

  /** The marks that a timeline has, as a legend; empty without any. */
  private static String marks(Timeline timeline) {
    String marks =
        Arrays.stream(VerdictMark.values())
            .filter(
                mark ->
                    timeline.steps().stream()
                        .anyMatch(step -> step.mark().filter(mark::equals).isPresent()))
            .map(VerdictMark::labelled)
            .collect(Collectors.joining(", "));
    return marks.isEmpty() ? "" : " What became of them: " + marks + ".";
  }

  private static ChartWords words(Timeline timeline) {
    List<Timeline.Step> steps = timeline.steps();
    long listed = steps.stream().filter(Timeline.Step::isListed).count();
    int named = TimelineMarks.mostNamed(ChartStyle.NARROW - 2 * Chart.MARGIN - LEFT - RIGHT);
    String cases = Numbers.counted(timeline.testCases(), "primary test case");
    boolean isRollup = steps.stream().anyMatch(step -> step.isListed() && step.rollup());
    boolean isHole = steps.stream().anyMatch(step -> step.spansMerges() > 1);
    return new ChartWords(
        NAME,
        title(timeline),
        "When did it change? " + timeline.metric() + ", " + timeline.range() + ", " + cases,
        "The line is the change since the start of the range: the geometric mean over the primary"
            + " test cases that are comparable at every step. Listed merges: ▲ regression,"
            + " ▼ improvement, ◆ mixed"
            + (isRollup ? "; R is a rollup." : ".")
            + marks(timeline)
            + (isHole ? " Hatched: not measured; the line is dashed across it." : "")
            + (listed > named
                ? " Where not all have a number, those with the largest steps do."
                : ""),
        "Timeline of %s by %s, %s of them listed; over all, the geometric mean of %s changed by %s."
            .formatted(
                Numbers.counted(steps.size(), "merge"),
                timeline.metric(),
                listed,
                cases,
                ChartWords.change(steps.get(steps.size() - 1).change().orElse(0))));
  }
}

package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.report.Numbers;
import dev.perftriage.report.chart.Canvas.Align;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** Merges in order, with the cumulative change and the listed entries. */
final class TimelineChart {

  private static final int HEIGHT = 350;
  private static final int HEIGHT_WITHOUT_LINE = 190;
  private static final int LEFT = 56;
  private static final int RIGHT = 14;
  private static final int BOTTOM = 26;
  private static final int LANE = 92;
  private static final int MOST_TICKS = 7;
  private static final double ROOM = 1.15;
  private static final double WORTH_CUTTING = 1.5;

  private TimelineChart() {}

  static Chart of(Timeline timeline) {
    List<Double> changes =
        timeline.steps().stream().flatMapToDouble(step -> step.change().stream()).boxed().toList();
    ClippedRange range = rangeOf(changes);
    double highest = changes.stream().mapToDouble(range::clip).reduce(0, Math::max);
    double lowest = changes.stream().mapToDouble(range::clip).reduce(0, Math::min);
    double room = range.limit() * (ROOM - 1);
    NumberAxis axis = Frame.changes(null, new Range(lowest - room, highest + room), MOST_TICKS);
    axis.setVisible(timeline.testCases() > 0);
    return new Chart(
        words(timeline),
        new Frame(LEFT, RIGHT, LANE, BOTTOM).plot(Frame.hidden(merges(timeline), false), axis),
        timeline.testCases() > 0 ? HEIGHT : HEIGHT_WITHOUT_LINE,
        canvas -> draw(canvas, timeline, range));
  }

  /** The line is clipped only if that makes the other steps visible. */
  private static ClippedRange rangeOf(List<Double> changes) {
    ClippedRange range = ClippedRange.of(changes);
    ClippedRange whole = range.clippingAtMost(0, changes);
    return whole.limit() > WORTH_CUTTING * range.limit() ? range : whole;
  }

  /** The number of merges in the range, measured or not. */
  private static int merges(Timeline timeline) {
    return timeline.steps().stream().mapToInt(Timeline.Step::spansMerges).sum();
  }

  private static void draw(Canvas canvas, Timeline timeline, ClippedRange range) {
    double zero = canvas.y(0);
    List<TimelineMarks.Point> points = points(canvas, timeline, range);
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).step().spansMerges() > 1) {
        drawHole(canvas, i == 0 ? canvas.left() : points.get(i - 1).x(), points.get(i));
      }
    }
    canvas.line(canvas.left(), zero, canvas.right(), zero, ChartStyle.INK);
    if (timeline.testCases() == 0) {
      String reason =
          timeline.steps().isEmpty()
              ? "The range has no merges."
              : "No primary test case is comparable at every step: there is no cumulative change.";
      double center = (canvas.left() + canvas.right()) / 2;
      canvas.note(reason, center, zero + 3 * GAP, Align.AROUND);
    } else {
      drawLine(canvas, points, zero);
    }
    new TimelineMarks(canvas, points, range, LANE).draw();
    drawAxis(canvas, merges(timeline));
  }

  private static List<TimelineMarks.Point> points(
      Canvas canvas, Timeline timeline, ClippedRange range) {
    List<TimelineMarks.Point> points = new ArrayList<>();
    int merge = 0;
    for (Timeline.Step step : timeline.steps()) {
      merge += step.spansMerges();
      double y = canvas.y(range.clip(step.change().orElse(0)));
      points.add(new TimelineMarks.Point(step, canvas.x(merge), y));
    }
    return points;
  }

  private static void drawHole(Canvas canvas, double from, TimelineMarks.Point to) {
    Timeline.Step step = to.step();
    int holes = step.spansMerges() - 1;
    double end = from + (to.x() - from) * holes / step.spansMerges();
    Rectangle2D hole = Shapes.rectangle(from + 2, canvas.top(), end + 2, canvas.bottom());
    canvas.withTooltip(
        () -> Numbers.counted(holes, "merge") + " before " + step.name() + " not measured",
        () -> canvas.hatch(List.of(hole), ChartStyle.NOT_RELEVANT));
  }

  /** Draws the cumulative change, dashed across unmeasured merges. */
  private static void drawLine(Canvas canvas, List<TimelineMarks.Point> points, double zero) {
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

  private static void drawAxis(Canvas canvas, int merges) {
    if (merges == 0) {
      return;
    }
    double middle = canvas.bottom() + BOTTOM / 2.0;
    canvas.note("start", canvas.left(), middle, Align.AROUND);
    double step = Math.max(1, Frame.step(merges, 8));
    for (double merge = step; merge <= merges; merge += step) {
      String count = Long.toString(Math.round(merge));
      canvas.note(count, canvas.x(merge), middle, Align.AROUND);
    }
  }

  private static ChartWords words(Timeline timeline) {
    List<Timeline.Step> steps = timeline.steps();
    long listed = steps.stream().filter(Timeline.Step::isListed).count();
    int named = TimelineMarks.mostNamed(Chart.innerWidth() - LEFT - RIGHT);
    String cases = Numbers.counted(timeline.testCases(), "primary test case");
    String merges = Numbers.counted(steps.size(), "merge");
    String end =
        timeline.testCases() == 0
            ? ""
            : "; over all, the geometric mean of %s changed by %s"
                .formatted(
                    cases, ChartWords.change(steps.get(steps.size() - 1).change().orElse(0)));
    return new ChartWords(
        "timeline",
        "Timeline: %s, %s, %s, %s".formatted(timeline.metric(), timeline.range(), merges, cases),
        "The line is the change since the start of the range: the geometric mean over the primary"
            + " test cases that are comparable at every step. Listed merges: ▲ regression,"
            + " ▼ improvement, ◆ mixed; hollow and with an R where it is a rollup. Merges that were"
            + " not measured are hatched, and the line is dashed across them."
            + (listed > named
                ? " Numbered are the %s of %s listed merges with the largest steps."
                    .formatted(named, listed)
                : ""),
        "Timeline of %s by %s, %s of them listed%s."
            .formatted(merges, timeline.metric(), listed, end));
  }
}

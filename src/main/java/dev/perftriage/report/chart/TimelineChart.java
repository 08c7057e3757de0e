package dev.perftriage.report.chart;

import dev.perftriage.report.Numbers;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;

/** Merges in order, with the cumulative change and the listed entries. */
final class TimelineChart {

  private static final int HEIGHT = 350;
  private static final int HEIGHT_WITHOUT_LINE = 190;
  private static final int LEFT = 56;
  private static final int RIGHT = 14;
  private static final int BOTTOM = 26;
  private static final int LANE = 92;
  private static final int GAP = 6;
  private static final int MOST_TICKS = 7;
  private static final double ROOM = 1.15;
  private static final double WORTH_CUTTING = 1.5;

  private TimelineChart() {}

  static Chart of(Timeline timeline) {
    List<Double> changes =
        timeline.merges().stream()
            .flatMapToDouble(merge -> merge.change().stream())
            .boxed()
            .toList();
    ClippedRange range = rangeOf(changes);
    double highest = changes.stream().mapToDouble(range::clip).max().orElse(0);
    double lowest = changes.stream().mapToDouble(range::clip).min().orElse(0);
    double room = range.limit() * (ROOM - 1);
    NumberAxis axis =
        Frame.changes(null, Math.min(0, lowest) - room, Math.max(0, highest) + room, MOST_TICKS);
    axis.setVisible(timeline.testCases() > 0);
    return new Chart(
        words(timeline),
        new Frame(LEFT, RIGHT, LANE, BOTTOM)
            .plot(
                Frame.hidden(slots(timeline.merges()), false),
                axis,
                canvas -> draw(canvas, timeline, range)),
        timeline.testCases() > 0 ? HEIGHT : HEIGHT_WITHOUT_LINE);
  }

  /** A line is cut only where that makes its other steps visible. */
  private static ClippedRange rangeOf(List<Double> changes) {
    ClippedRange range = ClippedRange.of(changes);
    ClippedRange whole = range.clippingAtMost(0, changes);
    return whole.limit() > WORTH_CUTTING * range.limit() ? range : whole;
  }

  /** How many merges the range has, measured or not. */
  static int slots(List<Timeline.Merge> merges) {
    return merges.stream().mapToInt(Timeline.Merge::spansMerges).sum();
  }

  private static void draw(Canvas canvas, Timeline timeline, ClippedRange range) {
    ChartStyle style = ChartStyle.STANDARD;
    Font font = ChartFonts.regular(style.labelSize());
    double zero = canvas.y(0);
    double left = canvas.area().getMinX();
    double right = canvas.area().getMaxX();
    List<TimelineMarks.Point> points = points(canvas, timeline, range);
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).merge().spansMerges() > 1) {
        drawHole(canvas, i == 0 ? left : points.get(i - 1).x(), points.get(i));
      }
    }
    canvas.line(left, zero, right, zero, style.ink(), 1f);
    if (timeline.testCases() == 0) {
      String reason =
          timeline.merges().isEmpty()
              ? "The range has no merges."
              : "No primary test case is comparable at every step: there is no cumulative change.";
      canvas.text(
          reason, (left + right) / 2, zero + 3 * GAP, Canvas.Align.AROUND, font, style.muted());
    } else {
      drawLine(canvas, points, left, zero);
    }
    TimelineMarks.draw(canvas, points, range, LANE, font);
    drawAxis(canvas, timeline, font);
  }

  private static List<TimelineMarks.Point> points(
      Canvas canvas, Timeline timeline, ClippedRange range) {
    List<TimelineMarks.Point> points = new ArrayList<>();
    int slot = 0;
    for (Timeline.Merge merge : timeline.merges()) {
      slot += merge.spansMerges();
      points.add(
          new TimelineMarks.Point(
              merge, canvas.x(slot), canvas.y(range.clip(merge.change().orElse(0)))));
    }
    return points;
  }

  private static void drawHole(Canvas canvas, double from, TimelineMarks.Point to) {
    double top = canvas.area().getMinY();
    double bottom = canvas.area().getMaxY();
    int holes = to.merge().spansMerges() - 1;
    canvas.withTooltip(
        () -> Numbers.counted(holes, "merge") + " before " + to.merge().name() + " not measured",
        () -> {
          double end = from + (to.x() - from) * holes / to.merge().spansMerges() + 2;
          canvas.hatch(
              List.of(new Rectangle2D.Double(from + 2, top, end - from - 2, bottom - top)),
              ChartStyle.STANDARD.notRelevant());
        });
  }

  /** The cumulative change; dashed across holes. */
  private static void drawLine(
      Canvas canvas, List<TimelineMarks.Point> points, double left, double zero) {
    ChartStyle style = ChartStyle.STANDARD;
    double x = left;
    double y = zero;
    Path2D line = new Path2D.Double();
    line.moveTo(x, y);
    for (TimelineMarks.Point point : points) {
      if (point.merge().spansMerges() > 1) {
        canvas.dashes(x, y, point.x(), point.y(), style.ink());
        line.moveTo(point.x(), point.y());
      } else {
        line.lineTo(point.x(), point.y());
      }
      x = point.x();
      y = point.y();
    }
    canvas.outline(line, style.ink(), 1.5f);
  }

  private static void drawAxis(Canvas canvas, Timeline timeline, Font font) {
    ChartStyle style = ChartStyle.STANDARD;
    double middle = canvas.area().getMaxY() + BOTTOM / 2.0;
    int slots = slots(timeline.merges());
    if (slots == 0) {
      return;
    }
    canvas.text("start", canvas.area().getMinX(), middle, Canvas.Align.AROUND, font, style.muted());
    double step = Math.max(1, Ticks.step(slots, 8));
    for (double slot = step; slot <= slots; slot += step) {
      canvas.text(
          String.format(Locale.ROOT, "%.0f", slot),
          canvas.x(slot),
          middle,
          Canvas.Align.AROUND,
          font,
          style.muted());
    }
  }

  private static String crowd(long listed) {
    int named = TimelineMarks.mostNamed(Chart.innerWidth() - LEFT - RIGHT);
    return listed > named
        ? " Numbered are the " + named + " of " + listed + " listed merges with the largest steps."
        : "";
  }

  private static ChartWords words(Timeline timeline) {
    List<Timeline.Merge> merges = timeline.merges();
    long listed = merges.stream().filter(Timeline.Merge::isListed).count();
    String cases = Numbers.counted(timeline.testCases(), "primary test case");
    String end =
        timeline.testCases() == 0
            ? ""
            : "; over all, the geometric mean of "
                + cases
                + " changed by "
                + Ticks.change(merges.get(merges.size() - 1).change().orElse(0));
    return new ChartWords(
        "timeline",
        "Timeline: "
            + timeline.metric()
            + ", "
            + timeline.range()
            + ", "
            + Numbers.counted(merges.size(), "merge")
            + ", "
            + cases,
        "The line is the change since the start of the range: the geometric mean over the primary"
            + " test cases that are comparable at every step. Listed merges: ▲ regression,"
            + " ▼ improvement, ◆ mixed; hollow and with an R where it is a rollup. Merges that were"
            + " not measured are hatched, and the line is dashed across them."
            + crowd(listed),
        "Timeline of "
            + Numbers.counted(merges.size(), "merge")
            + " by "
            + timeline.metric()
            + ", "
            + listed
            + " of them listed"
            + end
            + ".");
  }
}

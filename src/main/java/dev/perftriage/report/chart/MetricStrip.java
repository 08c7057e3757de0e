package dev.perftriage.report.chart;

import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.Category;
import dev.perftriage.report.Numbers;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several metrics under one another: mean and range, regressions and improvements apart. */
final class MetricStrip {

  private static final int LANE_HEIGHT = 18;
  private static final int LANES = Category.values().length;
  private static final int WIDEST_NAME = 190;
  private static final int LANE_NAME = 74;
  private static final int GAP = 6;
  private static final int AXIS_HEIGHT = 24;
  private static final int ROOM_FOR_VALUES = 165;
  private static final int ONE_BROKEN_IN = 4;
  private static final int MOST_TICKS = 9;
  private static final double BAR = 6;

  private MetricStrip() {}

  /** The strip of a range's summaries, one for each metric. */
  static Chart of(List<ComparisonSummary> metrics) {
    List<ChangeStatistics> all = metrics.stream().flatMap(MetricStrip::statistics).toList();
    List<Double> ends =
        all.stream()
            .flatMap(statistics -> Stream.of(statistics.smallest(), statistics.largest()))
            .toList();
    ClippedRange range = ClippedRange.of(ends).clippingAtMost(ends.size() / ONE_BROKEN_IN, ends);
    Font font = ChartFonts.regular(ChartStyle.STANDARD.labelSize());
    double names =
        Math.min(
            WIDEST_NAME,
            metrics.stream()
                .mapToDouble(summary -> ChartFonts.width(summary.metric().name(), font))
                .max()
                .orElse(0));
    double left = names + LANE_NAME + 2 * GAP;
    Reach reach = Reach.of(ends, range, Chart.innerWidth() - left - GAP, ROOM_FOR_VALUES);
    int lanes = Math.max(1, metrics.size()) * LANES;
    return new Chart(
        words(metrics),
        new Frame(left, GAP, GAP, AXIS_HEIGHT)
            .plot(
                Frame.changes(null, reach.from(), reach.to(), MOST_TICKS),
                Frame.hidden(lanes, true),
                canvas -> draw(canvas, metrics, range, names, font)),
        lanes * LANE_HEIGHT + AXIS_HEIGHT + GAP);
  }

  private static Stream<ChangeStatistics> statistics(ComparisonSummary summary) {
    return Stream.of(
            summary.primary().regressions(),
            summary.primary().improvements(),
            summary.secondary().regressions(),
            summary.secondary().improvements())
        .flatMap(Optional::stream);
  }

  private static void draw(
      Canvas canvas, List<ComparisonSummary> metrics, ClippedRange range, double names, Font font) {
    ChartStyle style = ChartStyle.STANDARD;
    double left = canvas.area().getMinX();
    for (int i = 0; i < metrics.size(); i++) {
      ComparisonSummary summary = metrics.get(i);
      int lane = i * LANES;
      if (i > 0) {
        canvas.line(
            left - LANE_NAME - names - GAP,
            canvas.y(lane),
            canvas.area().getMaxX(),
            canvas.y(lane),
            style.grid(),
            1f);
      }
      canvas.text(
          ChartFonts.fitted(summary.metric().name(), font, names),
          left - LANE_NAME - GAP,
          canvas.y(lane + LANES / 2.0),
          Canvas.Align.UP_TO,
          ChartFonts.regular(style.labelSize()),
          style.ink());
      drawLane(canvas, summary, Category.PRIMARY, lane, range, font);
      drawLane(canvas, summary, Category.SECONDARY, lane + 1, range, font);
    }
    double zero = canvas.x(0);
    canvas.line(zero, canvas.area().getMinY(), zero, canvas.area().getMaxY(), style.ink(), 1f);
  }

  private static void drawLane(
      Canvas canvas,
      ComparisonSummary summary,
      Category category,
      int lane,
      ClippedRange range,
      Font font) {
    ChartStyle style = ChartStyle.STANDARD;
    double middle = canvas.y(lane + 0.5);
    canvas.text(
        category.label(),
        canvas.area().getMinX() - GAP,
        middle,
        Canvas.Align.UP_TO,
        font,
        style.muted());
    CategorySummary side = category == Category.PRIMARY ? summary.primary() : summary.secondary();
    side.regressions()
        .ifPresent(
            some -> drawBar(canvas, summary, ChangeKind.REGRESSION, some, middle, range, font));
    side.improvements()
        .ifPresent(
            some -> drawBar(canvas, summary, ChangeKind.IMPROVEMENT, some, middle, range, font));
    if (side.relevant().isEmpty()) {
      canvas.text(
          "nothing relevant", canvas.x(0) + GAP, middle, Canvas.Align.FROM, font, style.muted());
    }
  }

  private static void drawBar(
      Canvas canvas,
      ComparisonSummary summary,
      ChangeKind kind,
      ChangeStatistics statistics,
      double middle,
      ClippedRange range,
      Font font) {
    ChartStyle style = ChartStyle.STANDARD;
    boolean right = kind == ChangeKind.REGRESSION;
    double outer = right ? statistics.largest() : statistics.smallest();
    double end = canvas.x(range.clip(outer));
    String tooltip =
        summary.metric()
            + ": mean "
            + Ticks.change(statistics.mean())
            + " of "
            + Numbers.counted(statistics.count(), right ? "regression" : "improvement")
            + ", "
            + Numbers.range(statistics.smallest(), statistics.largest());
    canvas.withTooltip(
        () -> tooltip,
        () -> {
          Color color = style.of(kind);
          canvas.box(
              canvas.x(range.clip(statistics.smallest())),
              middle - BAR / 2,
              canvas.x(range.clip(statistics.largest())),
              middle + BAR / 2,
              color);
          double mean = canvas.x(range.clip(statistics.mean()));
          canvas.box(
              mean - 3.5, middle - BAR - 1, mean + 3.5, middle + BAR + 1, style.background());
          canvas.box(mean - 2, middle - BAR, mean + 2, middle + BAR, style.ink());
          if (range.clips(outer)) {
            canvas.breakAcross(
                end - Math.copySign(10, outer), middle, BAR + 4, true, style.background());
          }
          String values =
              kind.sign()
                  + " "
                  + Ticks.change(statistics.mean())
                  + " to "
                  + Ticks.change(outer)
                  + " ("
                  + statistics.count()
                  + ")";
          canvas.text(
              values,
              end + (right ? GAP : -GAP),
              middle,
              right ? Canvas.Align.FROM : Canvas.Align.UP_TO,
              font,
              style.ink());
        });
  }

  private static ChartWords words(List<ComparisonSummary> metrics) {
    String names =
        metrics.stream().map(summary -> summary.metric().name()).collect(Collectors.joining(", "));
    String range =
        metrics.stream()
            .findFirst()
            .map(some -> ", " + some.before().shortCommit() + ".." + some.after().shortCommit())
            .orElse("");
    int relevant =
        metrics.stream()
            .mapToInt(some -> some.primary().relevant().size() + some.secondary().relevant().size())
            .sum();
    return new ChartWords(
        "metrics",
        "Metrics: "
            + (names.isEmpty() ? "none" : names)
            + range
            + ", "
            + Numbers.counted(relevant, "relevant test case"),
        "For each metric the range of its relevant regressions (right, ▲) and improvements (left,"
            + " ▼), with their mean as a dark mark. Beside each bar: the mean, the largest change"
            + " and how many there are.",
        "Mean and range of the relevant changes by "
            + (names.isEmpty() ? "no metric" : names)
            + ".");
  }
}

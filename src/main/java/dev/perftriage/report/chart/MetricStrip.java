package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.AXIS_HEIGHT;
import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.ChangeStatistics.Figures;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.Category;
import dev.perftriage.model.Metric;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.chart.Canvas.Align;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mean and range of regressions and of improvements, for several metrics one below another. */
record MetricStrip(
    Canvas canvas, List<ComparisonSummary> metrics, ClippedRange range, double names) {

  private static final int LANE_HEIGHT = 18;
  private static final int LANES = Category.values().length;
  private static final int WIDEST_NAME = 190;
  private static final int LANE_NAME = 74;
  private static final int ROOM_FOR_VALUES = 165;
  private static final int ONE_BROKEN_IN = 4;
  private static final int MOST_TICKS = 9;
  private static final double BAR = 6;

  /** The strip of a range's summaries, one for each metric. */
  static Chart of(List<ComparisonSummary> metrics) {
    List<Double> ends =
        metrics.stream()
            .flatMap(summary -> Stream.of(summary.primary(), summary.secondary()))
            .flatMap(side -> Stream.of(side.regressions(), side.improvements()))
            .flatMap(MetricStrip::figures)
            .flatMap(figures -> Stream.of(figures.smallest(), figures.largest()))
            .toList();
    ClippedRange range = ClippedRange.of(ends).clippingAtMost(ends.size() / ONE_BROKEN_IN, ends);
    double widest = ChartFonts.widest(metrics.stream().map(summary -> summary.metric().name()));
    double names = Math.min(WIDEST_NAME, widest);
    double left = names + LANE_NAME + 2 * GAP;
    int lanes = Math.max(1, metrics.size()) * LANES;
    return new Chart(
        words(metrics),
        new Frame(left, GAP, GAP, AXIS_HEIGHT)
            .plot(
                Frame.changes(
                    null,
                    range.reach(ends, Chart.innerWidth() - left - GAP, ROOM_FOR_VALUES),
                    MOST_TICKS),
                Frame.hidden(lanes, true)),
        lanes * LANE_HEIGHT + AXIS_HEIGHT + GAP,
        canvas -> new MetricStrip(canvas, metrics, range, names).draw());
  }

  private void draw() {
    double end = canvas.left() - LANE_NAME - GAP;
    for (int i = 0; i < metrics.size(); i++) {
      ComparisonSummary summary = metrics.get(i);
      int lane = i * LANES;
      if (i > 0) {
        double y = canvas.y(lane);
        canvas.line(end - names, y, canvas.right(), y, ChartStyle.GRID);
      }
      String name = ChartFonts.fitted(summary.metric().name(), names);
      canvas.label(name, end, canvas.y(lane + LANES / 2.0), Align.UP_TO);
      drawLane(summary.metric(), Category.PRIMARY, summary.primary(), canvas.y(lane + 0.5));
      drawLane(summary.metric(), Category.SECONDARY, summary.secondary(), canvas.y(lane + 1.5));
    }
    canvas.line(canvas.x(0), canvas.top(), canvas.x(0), canvas.bottom(), ChartStyle.INK);
  }

  private void drawLane(Metric metric, Category category, CategorySummary side, double middle) {
    canvas.note(category.label(), canvas.left() - GAP, middle, Align.UP_TO);
    figures(side.regressions())
        .forEach(some -> drawBar(metric, ChangeKind.REGRESSION, some, middle));
    figures(side.improvements())
        .forEach(some -> drawBar(metric, ChangeKind.IMPROVEMENT, some, middle));
    if (figures(side.all()).findAny().isEmpty()) {
      String reason = side.relevant().isEmpty() ? "nothing relevant" : "only from zero";
      canvas.note(reason, canvas.x(0) + GAP, middle, Align.FROM);
    }
  }

  private static Stream<Figures> figures(Optional<ChangeStatistics> statistics) {
    return statistics.flatMap(ChangeStatistics::figures).stream();
  }

  private void drawBar(Metric metric, ChangeKind kind, Figures statistics, double middle) {
    boolean right = kind == ChangeKind.REGRESSION;
    double outer = right ? statistics.largest() : statistics.smallest();
    String mean = ChartWords.change(statistics.mean());
    canvas.withTooltip(
        () ->
            "%s: mean %s of %s, %s"
                .formatted(
                    metric,
                    mean,
                    Numbers.counted(statistics.count(), kind.label()),
                    Numbers.range(statistics.smallest(), statistics.largest())),
        () -> {
          double from = canvas.x(range.clip(statistics.smallest()));
          double to = canvas.x(range.clip(statistics.largest()));
          double end = right ? to : from;
          canvas.box(from, middle - BAR / 2, to, middle + BAR / 2, kind.color());
          double mark = canvas.x(range.clip(statistics.mean()));
          canvas.box(
              mark - 3.5, middle - BAR - 1, mark + 3.5, middle + BAR + 1, ChartStyle.BACKGROUND);
          canvas.box(mark - 2, middle - BAR, mark + 2, middle + BAR, ChartStyle.INK);
          if (range.clips(outer)) {
            canvas.breakAcross(end - Math.copySign(10, outer), middle, BAR + 4);
          }
          canvas.labelBeyond(
              "%s %s to %s (%s)"
                  .formatted(kind.sign(), mean, ChartWords.change(outer), statistics.count()),
              end,
              middle,
              right);
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
    int fromZero = metrics.stream().mapToInt(some -> some.fromZero().size()).sum();
    return new ChartWords(
        "metrics",
        "Metrics: %s%s, %s"
            .formatted(
                names.isEmpty() ? "none" : names,
                range,
                Numbers.counted(relevant, "relevant test case")),
        "For each metric the range of its relevant regressions (right, ▲) and improvements (left,"
            + " ▼), with their mean as a dark mark. Beside each bar: the mean, the largest change"
            + " and how many there are."
            + ChartWords.notDrawn(fromZero),
        "Mean and range of the relevant changes by "
            + (names.isEmpty() ? "no metric" : names)
            + "."
            + ChartWords.notDrawn(fromZero));
  }
}

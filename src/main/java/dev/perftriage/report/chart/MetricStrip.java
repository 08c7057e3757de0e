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

/**
 * Mean and range of regressions and of improvements, for several metrics one below another.
 *
 * @param names the width for names beside their lanes, in pixels; 0 if they stand above
 */
record MetricStrip(
    Canvas canvas, List<ComparisonSummary> metrics, ChangeScale scale, double names) {

  private static final int LANE_HEIGHT = 18;
  private static final int LANES = Category.values().length;
  private static final int WIDEST_NAME = 190;
  private static final int LANE_NAME = 74;
  private static final int VALUES_WIDTH = 200;
  private static final int NARROW_VALUES_WIDTH = 92;
  private static final int MOST_TICKS = 9;
  private static final int LEAST_TICK_WIDTH = 60;
  private static final double BAR = 8;

  /** A narrower bar would vanish behind its mark. */
  private static final double LEAST_MARKED = 6;

  /** The strip of a range's summaries, one for each metric. */
  static Chart of(List<ComparisonSummary> metrics) {
    return ends(metrics).isEmpty()
        ? Chart.empty("metrics", title(metrics), "No metric changed relevantly.")
        : new Chart(words(metrics), width -> plot(metrics, width));
  }

  private static Plot plot(List<ComparisonSummary> metrics, double width) {
    boolean isNarrow = ChartStyle.isNarrow(width);
    List<Double> ends = ends(metrics);
    ChangeScale scale = ChangeScale.of(ends);
    double widest = ChartFonts.widest(metrics.stream().map(summary -> summary.metric().name()));
    double names = isNarrow ? 0 : Math.min(WIDEST_NAME, widest);
    double left = names + (isNarrow ? 0 : GAP) + LANE_NAME + GAP;
    double inner = width - left - GAP;
    int lanes = metrics.size() * (LANES + (isNarrow ? 1 : 0));
    return new Plot(
        new Frame(left, GAP, GAP, AXIS_HEIGHT),
        scale.axis(
            ends,
            inner,
            isNarrow ? NARROW_VALUES_WIDTH : VALUES_WIDTH,
            (int) Math.min(MOST_TICKS, inner / LEAST_TICK_WIDTH)),
        Axis.rows(lanes),
        lanes * LANE_HEIGHT + AXIS_HEIGHT + GAP,
        canvas -> new MetricStrip(canvas, metrics, scale, names).draw());
  }

  /** The ends of all bars, as fractions. */
  private static List<Double> ends(List<ComparisonSummary> metrics) {
    return metrics.stream()
        .flatMap(summary -> Stream.of(summary.primary(), summary.secondary()))
        .flatMap(side -> Stream.of(side.regressions(), side.improvements()))
        .flatMap(MetricStrip::figures)
        .flatMap(figures -> Stream.of(figures.smallest(), figures.largest()))
        .toList();
  }

  private void draw() {
    double end = canvas.left() - LANE_NAME - 2 * GAP;
    double from = names > 0 ? end - names : canvas.left() - LANE_NAME - GAP;
    int lane = 0;
    for (ComparisonSummary summary : metrics) {
      if (lane > 0) {
        canvas.line(from, canvas.y(lane), canvas.right(), canvas.y(lane), ChartStyle.BORDER);
      }
      String metric = summary.metric().name();
      if (names > 0) {
        double middle = canvas.y(lane + LANES / 2.0);
        canvas.label(ChartFonts.fitted(metric, names), end, middle, Align.UP_TO);
      } else {
        String name = ChartFonts.fitted(metric, canvas.right() - from);
        double width = ChartFonts.width(name);
        // The name covers the line at zero and the grid, which would cross it.
        canvas.box(
            from, canvas.y(lane) + 1, from + width, canvas.y(lane + 1.0), ChartStyle.BACKGROUND);
        canvas.label(name, from, canvas.y(lane + 0.5), Align.FROM);
        lane++;
      }
      drawLane(summary.metric(), Category.PRIMARY, summary.primary(), canvas.y(lane + 0.5));
      drawLane(summary.metric(), Category.SECONDARY, summary.secondary(), canvas.y(lane + 1.5));
      double zero = canvas.x(0);
      canvas.line(zero, canvas.y(lane), zero, canvas.y(lane + LANES), ChartStyle.INK);
      lane += LANES;
    }
  }

  private void drawLane(Metric metric, Category category, CategorySummary side, double middle) {
    canvas.note(category.label(), canvas.left() - GAP, middle, Align.UP_TO);
    figures(side.regressions())
        .forEach(some -> drawBar(metric, ChangeKind.REGRESSION, some, middle));
    figures(side.improvements())
        .forEach(some -> drawBar(metric, ChangeKind.IMPROVEMENT, some, middle));
    if (figures(side.all()).findAny().isEmpty()) {
      String reason = side.relevant().isEmpty() ? "nothing relevant" : "only from zero";
      double width = ChartFonts.width(reason);
      double x = Math.min(canvas.x(0) + GAP, canvas.right() - width);
      canvas.note(reason, x, middle, Align.FROM);
    }
  }

  private static Stream<Figures> figures(Optional<ChangeStatistics> statistics) {
    return statistics.flatMap(ChangeStatistics::figures).stream();
  }

  private void drawBar(Metric metric, ChangeKind kind, Figures statistics, double middle) {
    boolean right = kind == ChangeKind.REGRESSION;
    double inner = right ? statistics.smallest() : statistics.largest();
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
          double end = scale.end(outer, canvas);
          double top = middle - BAR / 2;
          canvas.box(scale.end(inner, canvas), top, end, top + BAR, kind.color());
          if (!scale.breaks(statistics.mean()) && Math.abs(end - canvas.x(inner)) > LEAST_MARKED) {
            double mark = canvas.x(statistics.mean());
            canvas.box(mark - 1.5, top, mark + 1.5, top + BAR, ChartStyle.BACKGROUND);
            canvas.line(mark, top - 2, mark, top + BAR + 2, ChartStyle.INK);
          }
          if (scale.breaks(outer)) {
            double at = end - Math.copySign(ChangeScale.BEYOND / 2, outer);
            canvas.breakAcross(at, middle, BAR + 4);
          }
          canvas.labelBeyond(label(kind, statistics, outer), end, middle, right);
        });
  }

  private String label(ChangeKind kind, Figures statistics, double outer) {
    String mean = ChartWords.change(statistics.mean());
    return names > 0
        ? "%s %s: mean %s, most %s"
            .formatted(kind.sign(), statistics.count(), mean, ChartWords.change(outer))
        : "%s %s: %s".formatted(kind.sign(), statistics.count(), mean);
  }

  private static String names(List<ComparisonSummary> metrics) {
    return metrics.isEmpty()
        ? "no metric"
        : metrics.stream()
            .map(summary -> summary.metric().name())
            .collect(Collectors.joining(", "));
  }

  /** {@code instructions:u: 102 better, 22 worse; max-rss: nothing relevant}. */
  private static String title(List<ComparisonSummary> metrics) {
    return metrics.isEmpty()
        ? "No metric"
        : metrics.stream()
            .map(summary -> summary.metric().name() + ": " + outcome(summary))
            .collect(Collectors.joining("; "));
  }

  private static String outcome(ComparisonSummary summary) {
    int better = count(summary.primary().improvements(), summary.secondary().improvements());
    int worse = count(summary.primary().regressions(), summary.secondary().regressions());
    return better + worse == 0
        ? "nothing relevant"
        : "%s better, %s worse".formatted(better, worse);
  }

  private static int count(Optional<ChangeStatistics> primary, Optional<ChangeStatistics> other) {
    return Stream.of(primary, other)
        .flatMap(Optional::stream)
        .mapToInt(ChangeStatistics::count)
        .sum();
  }

  private static ChartWords words(List<ComparisonSummary> metrics) {
    ComparisonSummary some = metrics.get(0);
    String period = Period.of(some.before(), some.after());
    String range = some.before().shortCommit() + ".." + some.after().shortCommit();
    int fromZero = metrics.stream().mapToInt(each -> each.fromZero().size()).sum();
    return new ChartWords(
        "metrics",
        title(metrics) + (period.isEmpty() ? "" : " · " + period),
        "Do the metrics agree? " + range,
        "Each bar reaches from the smallest to the largest relevant change, regressions (▲) to the"
            + " right and improvements (▼) to the left; the tick across a bar is the mean. Beside it: how"
            + " many, the mean and the largest."
            + (ends(metrics).stream().anyMatch(ChangeScale.of(ends(metrics))::breaks)
                ? " A bar with a gap (//) is longer than drawn."
                : "")
            + ChartWords.notDrawn(fromZero),
        "Mean and range of the relevant changes by "
            + names(metrics)
            + "."
            + ChartWords.notDrawn(fromZero));
  }
}

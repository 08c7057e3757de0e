package dev.perftriage.report.chart;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.report.History;
import dev.perftriage.report.LevelReport;
import dev.perftriage.report.chart.Canvas.Align;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The charts of a report or a comparison, in display order. */
public final class Charts {

  private Charts() {}

  /**
   * Draws and discards an empty chart, so that one-time work such as loading fonts is done before
   * the first real chart.
   */
  public static void rehearse() {
    Chart chart =
        new Chart(
            new ChartWords("rehearsal", "▲", "", "", ""),
            width ->
                new Plot(
                    new Frame(0, 0, 0, 0),
                    Axis.columns(1),
                    Axis.rows(1),
                    1,
                    canvas -> canvas.label("▼", 0, 0, Align.FROM)));
    chart.figure();
    chart.png();
  }

  /** The charts of a comparison, created lazily. */
  public static Stream<Chart> ofComparison(ComparableTestCases cases) {
    Comparison comparison = Comparison.of(cases);
    return Stream.<Supplier<Chart>>of(
            () -> LargestChanges.of(comparison),
            () -> RankCurve.of(comparison),
            () -> HeatMap.of(comparison),
            () -> SignificanceChart.of(comparison))
        .map(Supplier::get);
  }

  /**
   * The charts of a week, created lazily.
   *
   * @param whole the comparison of the range's ends
   * @param metrics the summary of the whole range by each metric; with several, a strip compares
   *     them
   */
  public static Stream<Chart> ofWeek(ComparableTestCases whole, List<ComparisonSummary> metrics) {
    Comparison comparison = Comparison.of(whole);
    Stream<Supplier<Chart>> charts =
        Stream.of(
            () -> LargestChanges.of(comparison),
            () -> RankCurve.of(comparison),
            () -> HeatMap.of(comparison),
            () -> SignificanceChart.of(comparison));
    Stream<Supplier<Chart>> strip =
        metrics.size() > 1 ? Stream.of(() -> MetricStrip.of(metrics)) : Stream.empty();
    return Stream.concat(charts, strip).map(Supplier::get);
  }

  /** When a range changed. */
  public static Chart ofTimeline(Timeline timeline) {
    return TimelineChart.of(timeline);
  }

  /** The chart of a comparison's runtime benchmarks. */
  public static Chart ofRuntime(ComparableTestCases runtime) {
    return LargestChanges.ofRuntime(Comparison.of(runtime));
  }

  /** The history of the flagged test cases. */
  public static Chart ofHistory(History history) {
    return HistoryChart.of(history);
  }

  /** The levels of test cases. */
  public static Chart ofLevels(LevelReport report) {
    return LevelChart.of(report);
  }

  /** The strip that compares several metrics over one range. */
  public static Chart ofMetrics(List<ComparisonSummary> metrics) {
    return MetricStrip.of(metrics);
  }
}

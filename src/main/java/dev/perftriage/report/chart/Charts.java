package dev.perftriage.report.chart;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.Metric;
import dev.perftriage.report.History;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The charts of a report or a comparison, in the order in which they are shown. */
public final class Charts {

  private Charts() {}

  /**
   * Draws a chart of nothing and forgets it: what the first chart takes longer than others, such as
   * fonts to be read, can be over by then.
   */
  public static void rehearse() {
    Chart chart = LargestChanges.of(new Comparison(Metric.INSTRUCTIONS, "", List.of()));
    chart.figure();
    chart.png();
  }

  /** The charts of a comparison, each made when it is its turn. */
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
   * The charts of a week, each made when it is its turn.
   *
   * @param whole the comparison of the range's ends
   * @param metrics the summaries of the range's ends by every metric; a strip shows several
   */
  public static Stream<Chart> ofWeek(
      ComparableTestCases whole, Timeline timeline, List<ComparisonSummary> metrics) {
    Comparison comparison = Comparison.of(whole);
    Stream<Supplier<Chart>> charts =
        Stream.of(
            () -> LargestChanges.of(comparison),
            () -> TimelineChart.of(timeline),
            () -> RankCurve.of(comparison),
            () -> HeatMap.of(comparison),
            () -> SignificanceChart.of(comparison));
    Stream<Supplier<Chart>> strip =
        metrics.size() > 1 ? Stream.of(() -> MetricStrip.of(metrics)) : Stream.empty();
    return Stream.concat(charts, strip).map(Supplier::get);
  }

  /** The chart of a comparison's runtime benchmarks. */
  public static Chart ofRuntime(ComparableTestCases runtime) {
    return LargestChanges.ofRuntime(Comparison.of(runtime));
  }

  /** The chart of how flagged test cases went on. */
  public static Chart ofHistory(History history) {
    return HistoryChart.of(history);
  }

  /** The strip of several metrics over one range. */
  public static Chart ofMetrics(List<ComparisonSummary> metrics) {
    return MetricStrip.of(metrics);
  }
}

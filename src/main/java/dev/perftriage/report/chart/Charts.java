package dev.perftriage.report.chart;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.Metric;
import dev.perftriage.report.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The charts of a report or a comparison, in the order in which they are shown. */
public final class Charts {

  private Charts() {}

  /**
   * Draws a chart of nothing and forgets it: what the first chart takes longer than others, such as
   * fonts to be read, can be over by then.
   */
  public static void rehearse() {
    LargestChanges.of(new Comparison(Metric.INSTRUCTIONS, "", List.of())).png();
  }

  /** The charts of a comparison. */
  public static List<Chart> ofComparison(ComparableTestCases cases) {
    Comparison comparison = Comparison.of(cases);
    return drawn(
        List.of(
            () -> LargestChanges.of(comparison),
            () -> RankCurve.of(comparison),
            () -> HeatMap.of(comparison),
            () -> SignificanceChart.of(comparison)));
  }

  /**
   * The charts of a week.
   *
   * @param whole the comparison of the range's ends
   * @param metrics the summaries of the range's ends by every metric; a strip shows several
   * @param history how flagged test cases went on; empty where nobody asked
   */
  public static List<Chart> ofWeek(
      ComparableTestCases whole,
      Timeline timeline,
      List<ComparisonSummary> metrics,
      Optional<History> history) {
    Comparison comparison = Comparison.of(whole);
    List<Supplier<Chart>> charts =
        new ArrayList<>(
            List.of(
                () -> LargestChanges.of(comparison),
                () -> TimelineChart.of(timeline),
                () -> RankCurve.of(comparison),
                () -> HeatMap.of(comparison),
                () -> SignificanceChart.of(comparison)));
    if (metrics.size() > 1) {
      charts.add(() -> MetricStrip.of(metrics));
    }
    history.ifPresent(some -> charts.add(() -> ofHistory(some)));
    return drawn(charts);
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

  /** Draws them side by side: each has nothing to do with the others. */
  private static List<Chart> drawn(List<Supplier<Chart>> charts) {
    return charts.parallelStream().map(Supplier::get).toList();
  }
}

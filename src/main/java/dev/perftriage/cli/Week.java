package dev.perftriage.cli;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.CumulativeChange;
import dev.perftriage.analysis.PrimaryRatios;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.report.chart.Charts;
import dev.perftriage.report.chart.Timeline;
import dev.perftriage.source.RangeWalk;
import dev.perftriage.source.RangeWalk.Walked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A range, walked and judged, with the titles of its entries on their way, and with as much as its
 * charts need.
 *
 * @param verdicts what the report says
 * @param whole the test cases of the comparison of the range's ends; empty where it could not be
 *     had, or no chart is to show them
 * @param cumulative the change after each merge
 */
record Week(TriageWeek verdicts, Optional<ComparableTestCases> whole, CumulativeChange cumulative) {

  private static final String TARGET = TestCase.DEFAULT_TARGET;
  private static final PrimaryRatios NO_RATIOS = new PrimaryRatios(Map.of());

  /**
   * Walks a range; see {@link RangeWalk#walk}.
   *
   * @param forCharts whether to keep what only charts show
   */
  static Week walk(
      RangeWalk walk,
      GitHubFacts gitHub,
      @Nullable String start,
      @Nullable String end,
      Metric metric,
      boolean forCharts) {
    Walked<Kept> walked =
        walk.walk(
            start,
            end,
            metric,
            comparison -> Kept.ofWhole(comparison, forCharts),
            comparison -> {
              Kept kept = Kept.ofStep(comparison, forCharts);
              Integer pr = kept.summary.after().pr();
              if (pr != null && kept.summary.deservesAttention()) {
                gitHub.prefetch(pr);
              }
              return kept;
            });
    return new Week(
        new TriageWeek(
            metric,
            walked.whole().map(Kept::summary),
            walked.steps().stream().map(Kept::summary).toList(),
            walked.coverage()),
        walked.whole().flatMap(Kept::cases),
        CumulativeChange.of(walked.steps().stream().map(Kept::ratios).toList()));
  }

  /** The charts of the week's report; none where the range as a whole could not be had. */
  List<Chart> charts(TriageReport report) {
    if (whole.isEmpty()) {
      return List.of();
    }
    Drawing.prepare();
    return Charts.ofWeek(whole.get(), Timeline.of(report, cumulative));
  }

  /** What is kept of a comparison. */
  private record Kept(
      ComparisonSummary summary, Optional<ComparableTestCases> cases, PrimaryRatios ratios) {

    private static Kept ofWhole(ArtifactComparison comparison, boolean forCharts) {
      return new Kept(
          ComparisonSummary.of(comparison, TARGET),
          forCharts ? Optional.of(ComparableTestCases.of(comparison, TARGET)) : Optional.empty(),
          NO_RATIOS);
    }

    private static Kept ofStep(ArtifactComparison comparison, boolean forCharts) {
      return new Kept(
          ComparisonSummary.of(comparison, TARGET),
          Optional.empty(),
          forCharts ? PrimaryRatios.of(comparison, TARGET, UnaryOperator.identity()) : NO_RATIOS);
    }
  }
}

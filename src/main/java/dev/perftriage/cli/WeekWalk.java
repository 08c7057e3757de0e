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
import dev.perftriage.source.Facts;
import dev.perftriage.source.RangeWalk;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A range, walked and judged, with as much as its charts need.
 *
 * @param week the verdicts
 * @param whole the test cases of the comparison of the range's ends
 * @param cumulative the change after each merge
 */
record WeekWalk(TriageWeek week, ComparableTestCases whole, CumulativeChange cumulative) {

  private static final String TARGET = TestCase.DEFAULT_TARGET;
  private static final PrimaryRatios NO_RATIOS = new PrimaryRatios(Map.of());

  /**
   * Walks a range.
   *
   * @param forCharts whether to keep what only charts show
   */
  static WeekWalk of(
      Facts facts, @Nullable String start, @Nullable String end, Metric metric, boolean forCharts) {
    ConcurrentMap<TestCase, TestCase> known = new ConcurrentHashMap<>();
    RangeWalk.Walked<Whole, Step> walked =
        new RangeWalk(facts)
            .walk(
                start,
                end,
                metric,
                Whole::of,
                comparison ->
                    new Step(
                        ComparisonSummary.of(comparison, TARGET),
                        forCharts
                            ? PrimaryRatios.of(
                                comparison,
                                TARGET,
                                some -> known.computeIfAbsent(some, same -> same))
                            : NO_RATIOS));
    List<ComparisonSummary> steps = walked.steps().stream().map(Step::summary).toList();
    return new WeekWalk(
        new TriageWeek(walked.whole().summary(), steps),
        walked.whole().cases(),
        CumulativeChange.of(walked.steps().stream().map(Step::ratios).toList()));
  }

  /** The charts of the week's report. */
  List<Chart> charts(TriageReport report) {
    Drawing.prepare();
    return Charts.ofWeek(whole, Timeline.of(report, cumulative));
  }

  /** What is kept of the comparison of the range's ends. */
  private record Whole(ComparisonSummary summary, ComparableTestCases cases) {
    static Whole of(ArtifactComparison comparison) {
      return new Whole(
          ComparisonSummary.of(comparison, TARGET), ComparableTestCases.of(comparison, TARGET));
    }
  }

  /** What is kept of a merge. */
  private record Step(ComparisonSummary summary, PrimaryRatios ratios) {}
}

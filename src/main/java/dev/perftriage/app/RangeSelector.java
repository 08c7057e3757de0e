package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.CumulativeChange;
import dev.perftriage.analysis.GeometricMean;
import dev.perftriage.analysis.ListedThresholds;
import dev.perftriage.analysis.Selection;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.UnmatchedName;
import dev.perftriage.analysis.unexplained.RangeLedger;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.source.range.WalkedRange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies a filter to the comparisons of a range, and keeps parts of the result.
 *
 * @param forCharts whether to keep data that only charts use
 * @param recorder records the values that noise verdicts use; empty if none are requested
 * @param ledger records what the figures of the range are to be reconciled with, likewise
 * @param thresholds records those of listed merges, which only pages show; empty if there is none
 */
record RangeSelector(
    CaseFilter filter,
    boolean forCharts,
    Optional<NoiseInput.Recorder> recorder,
    Optional<RangeLedger> ledger,
    Optional<ListedThresholds> thresholds) {

  /** A selector that keeps summaries alone. */
  static RangeSelector ofSummaries(CaseFilter filter) {
    return new RangeSelector(filter, false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The week that the parts kept make. */
  TriageWeek week(Metric metric, WalkedRange<Kept> walked) {
    return new TriageWeek(
        metric,
        walked.whole().map(Kept::summary),
        walked.steps().stream().map(Kept::summary).toList(),
        walked.coverage(),
        walked.whole().flatMap(Kept::selection).orElse(new Selection(filter, 0, 0)),
        walked.whole().flatMap(Kept::geometricMean));
  }

  /** The parts of the comparison of the range's ends. */
  Kept whole(ArtifactComparison all) {
    ArtifactComparison selected = filter.select(all);
    String target = target(selected);
    ComparisonSummary summary = ComparisonSummary.of(selected, named(all, selected), target);
    ledger.ifPresent(kept -> kept.addWhole(selected, target, summary));
    return new Kept(
        summary,
        Optional.of(Selection.of(filter, all, target)),
        filter.selectsByOutcome() ? Optional.empty() : GeometricMean.of(selected, target),
        filter.unmatchedNames(all),
        filter.namesAnyOf(all),
        forCharts ? Optional.of(ComparableTestCases.of(selected, target)) : Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  /**
   * The parts of a comparison of neighbouring merges. A report shows no build of theirs, and the
   * builds of 2,000 merges take 26 MB.
   */
  Kept step(ArtifactComparison all) {
    ArtifactComparison selected = filter.select(all);
    String target = target(selected);
    ComparisonSummary summary =
        ComparisonSummary.of(selected, named(all, selected), target).withoutBuilds();
    ledger.ifPresent(kept -> kept.addStep(selected, target, summary));
    thresholds.ifPresent(kept -> kept.add(selected, target, summary));
    return new Kept(
        summary,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        filter.namesAnyOf(all),
        Optional.empty(),
        forCharts ? CumulativeChange.logarithms(selected, target) : Map.of(),
        recorder.map(
            values -> {
              values.add(all, target);
              return filter.isAll() ? summary : ComparisonSummary.of(all, target).withoutBuilds();
            }));
  }

  /** The test cases selected by name, whatever their outcome. */
  private ArtifactComparison named(ArtifactComparison all, ArtifactComparison selected) {
    return filter.selectsByOutcome() ? filter.selectNamed(all) : selected;
  }

  /** Noise verdicts use all test cases, because those that moved together are evidence. */
  ComparisonSummary unfiltered(ArtifactComparison all) {
    String target = target(filter.select(all));
    recorder.ifPresent(values -> values.add(all, target));
    return ComparisonSummary.of(all, target).withoutBuilds();
  }

  /** The one target of a report: the default one, else the first one that the filter selects. */
  private String target(ArtifactComparison selected) {
    return filter.admitsTarget(TestCase.DEFAULT_TARGET)
        ? TestCase.DEFAULT_TARGET
        : selected.compile().stream()
            .map(compile -> compile.testCase().target())
            .min(Comparator.naturalOrder())
            .orElse(TestCase.DEFAULT_TARGET);
  }

  /** The parts of a comparison that are kept. */
  record Kept(
      ComparisonSummary summary,
      Optional<Selection> selection,
      Optional<GeometricMean> geometricMean,
      List<UnmatchedName> unmatched,
      boolean named,
      Optional<ComparableTestCases> cases,
      Map<TestCase, Double> ratios,
      Optional<ComparisonSummary> unfiltered) {}
}

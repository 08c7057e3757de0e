package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.CumulativeChange;
import dev.perftriage.analysis.ListedThresholds;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.UnmatchedName;
import dev.perftriage.analysis.caveat.RangeHistory;
import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.analysis.noise.SeriesBuilder;
import dev.perftriage.analysis.unexplained.RangeLedger;
import dev.perftriage.analysis.unexplained.Unexplained;
import dev.perftriage.app.RangeSelector.Kept;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.History;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.report.chart.Charts;
import dev.perftriage.report.chart.ReportCard;
import dev.perftriage.report.chart.Timeline;
import dev.perftriage.report.prose.OpeningSentences;
import dev.perftriage.source.range.Progress;
import dev.perftriage.source.range.RangeWalk;
import dev.perftriage.source.range.WalkedRange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The results of a range: verdicts, and the data for charts and noise verdicts.
 *
 * @param verdicts the summaries and entries of the report
 * @param whole the test cases of the whole range's comparison; empty if it is unavailable, or no
 *     charts are requested
 * @param cumulative the cumulative change after each merge
 * @param unmatched the filter's values that match nothing in the whole range
 * @param named whether the filter's names select any test case of the range, regardless of its
 *     change
 * @param unexplained what the range's figures have that no entry says; nothing unless noise
 *     verdicts are requested
 * @param thresholds those of all test cases of the entries; none unless a page is requested
 * @param byMetric fetches the whole range and its entries by another metric, while the walk is open
 * @param noiseInput the input for noise verdicts; empty if none are requested
 */
public record AnalyzedRange(
    TriageWeek verdicts,
    Optional<ComparableTestCases> whole,
    CumulativeChange cumulative,
    List<UnmatchedName> unmatched,
    boolean named,
    Unexplained unexplained,
    ListedThresholds thresholds,
    BiFunction<Metric, Progress, ByMetric> byMetric,
    Optional<NoiseInput> noiseInput) {

  /**
   * Walks a range; see {@link RangeWalk#walk}.
   *
   * @param filter selects the test cases to summarise
   * @param use what is made of the range
   * @param context the number of merges before the range to walk for noise verdicts; empty if none
   *     are requested
   * @param later the number of merges after the range to walk for them
   */
  public static AnalyzedRange walk(
      RangeWalk walk,
      PullRequestFetcher gitHub,
      ComparisonQuery range,
      Progress progress,
      CaseFilter filter,
      RangeUse use,
      OptionalInt context,
      int later) {
    Optional<NoiseInput.Recorder> recorder =
        context.isPresent() ? Optional.of(new NoiseInput.Recorder()) : Optional.empty();
    Optional<RangeLedger> ledger = recorder.map(recorded -> new RangeLedger(recorded::values));
    ListedThresholds thresholds = new ListedThresholds();
    RangeSelector selector =
        new RangeSelector(
            filter,
            use.hasCharts(),
            recorder,
            ledger,
            Optional.of(thresholds).filter(unused -> use == RangeUse.PAGE));
    WalkedRange<Kept> walked =
        walk.walk(
            range,
            progress,
            selector::whole,
            comparison -> {
              Kept kept = selector.step(comparison);
              Integer pr = kept.summary().after().pr();
              if (pr != null && kept.summary().deservesAttention()) {
                gitHub.prefetch(pr);
              }
              return kept;
            });
    Optional<NoiseInput> noiseInput =
        recorder.map(
            recorded ->
                recorded.input(
                    walked.before(
                        context.orElse(0), NoiseRules.STORED_CONTEXT, selector::unfiltered),
                    walked.steps().stream().flatMap(kept -> kept.unfiltered().stream()).toList(),
                    walked.coverage().gaps(),
                    walked.after(later, selector::unfiltered)));
    TriageWeek week = selector.week(range.metric(), walked);
    return new AnalyzedRange(
        week,
        walked.whole().flatMap(Kept::cases),
        CumulativeChange.of(walked.steps().stream().map(Kept::ratios).toList()),
        walked.whole().map(Kept::unmatched).orElse(List.of()),
        Stream.concat(walked.whole().stream(), walked.steps().stream()).anyMatch(Kept::named),
        ledger.map(kept -> kept.unexplained(week)).orElse(Unexplained.NONE),
        thresholds,
        byMetric(walked.map(Kept::summary), week, filter, use.hasCharts(), ledger.isPresent()),
        noiseInput);
  }

  private static BiFunction<Metric, Progress, ByMetric> byMetric(
      WalkedRange<ComparisonSummary> walked,
      TriageWeek leading,
      CaseFilter filter,
      boolean forCharts,
      boolean reconciled) {
    return (metric, progress) -> {
      Optional<RangeLedger> ledger =
          reconciled ? Optional.of(new RangeLedger(SeriesBuilder::new)) : Optional.empty();
      RangeSelector selector =
          new RangeSelector(filter, false, Optional.empty(), ledger, Optional.empty());
      WalkedRange<Kept> found =
          walked.by(
              metric,
              progress,
              ComparisonSummary::deservesAttention,
              new RangeSelector(filter, forCharts, Optional.empty(), ledger, Optional.empty())
                  ::whole,
              selector::step);
      TriageWeek week = selector.week(metric, found);
      ledger
          .map(kept -> kept.toFetch(leading))
          .filter(more -> !more.isEmpty())
          .ifPresent(
              more ->
                  walked.someBy(
                      metric,
                      progress,
                      step -> more.contains(step.after().commit()),
                      selector::step));
      return new ByMetric(
          week,
          ledger.map(kept -> kept.unexplained(leading)).orElse(Unexplained.NONE),
          found.whole().flatMap(Kept::cases));
    };
  }

  /** What is known of the merges before the range; nothing unless noise verdicts are requested. */
  public RangeHistory rangeHistory() {
    return noiseInput.map(NoiseInput::history).orElse(RangeHistory.NONE);
  }

  /** The charts of the week's report; none if the whole range's comparison is unavailable. */
  public Stream<Chart> charts(TriageReport report) {
    return whole.stream().flatMap(cases -> Charts.ofWeek(cases, report.wholes()));
  }

  /**
   * The timeline of the range; empty if the whole range's comparison is unavailable.
   *
   * @param annotations says what became of the listed merges; empty if that is not known
   */
  public Optional<Chart> timeline(TriageReport report, Optional<Annotations> annotations) {
    return whole.map(unused -> Charts.ofTimeline(Timeline.of(report, cumulative, annotations)));
  }

  /** The range in one picture; empty if the whole range's comparison is unavailable. */
  public Optional<ReportCard> card(TriageReport report) {
    return whole.map(
        cases ->
            ReportCard.of(
                cases,
                Timeline.of(report, cumulative, Optional.empty()),
                OpeningSentences.first(report)
                    .orElse("Nothing could be compared over the whole range.")));
  }

  /**
   * The history chart of the flagged test cases; empty if the whole range's comparison is
   * unavailable.
   */
  public Optional<Chart> history(Annotations annotations) {
    return whole.map(
        some -> Charts.ofHistory(History.of(verdicts.metric(), annotations, verdicts.steps())));
  }
}

package dev.perftriage.analysis.unexplained;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.SeriesBuilder;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Sha;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The comparisons of a range on one target, by one metric. */
final class TargetLedger {

  private final String target;
  private final SeriesBuilder values;
  private final ConcurrentMap<Sha, ComparisonSummary> steps = new ConcurrentHashMap<>();
  private volatile @Nullable ComparisonSummary whole;

  TargetLedger(String target, SeriesBuilder values) {
    this.target = target;
    this.values = values;
  }

  void addWhole(ComparisonSummary summary) {
    whole = summary;
  }

  void addStep(ArtifactComparison comparison, ComparisonSummary summary) {
    values.add(comparison);
    steps.put(summary.after().commit(), summary);
  }

  /** What no entry says on this target. */
  Unexplained unexplained(TriageWeek week, boolean isShown) {
    List<ComparisonSummary> known = steps(week);
    Set<Sha> listed = week.listed();
    return new Unexplained(
        Optional.ofNullable(whole)
            .map(
                ends ->
                    UnexplainedChanges.of(
                        target, isShown, ends, known, listed, series(known), week.steps().size()))
            .orElse(List.of()),
        known.stream()
            .filter(ComparisonSummary::deservesAttention)
            .filter(step -> !listed.contains(step.after().commit()))
            .map(step -> new UnlistedMerge(target, step))
            .toList());
  }

  /** The merges that are no entries whose comparisons are worth fetching. */
  Set<Sha> toFetch(TriageWeek week) {
    List<ComparisonSummary> known = steps(week);
    return Optional.ofNullable(whole)
        .map(
            ends ->
                UnlistedStretches.toFetch(week.steps(), ends, known, week.listed(), series(known)))
        .orElse(Set.of());
  }

  private List<ComparisonSummary> steps(TriageWeek week) {
    return week.steps().stream()
        .flatMap(merge -> Stream.ofNullable(steps.get(merge.after().commit())))
        .toList();
  }

  private MeasuredSeries series(List<ComparisonSummary> known) {
    return values.build(known, List.of());
  }
}

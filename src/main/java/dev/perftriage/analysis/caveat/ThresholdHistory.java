package dev.perftriage.analysis.caveat;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.MeasuredCases;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.caveat.Caveat.DefaultThresholds;
import dev.perftriage.analysis.caveat.Caveat.Reason;
import dev.perftriage.analysis.caveat.Caveat.Recomputed;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is known of the merges from which the site derives its thresholds. */
final class ThresholdHistory {

  private final List<Merge> line = new ArrayList<>();
  private final Map<Sha, Integer> places = new HashMap<>();
  private final Set<Sha> unmeasured = new HashSet<>();
  private final Map<Sha, ComparisonSummary> stepsByStart = new HashMap<>();
  private final Optional<Supplier<MeasuredSeries>> values;

  /**
   * The history that comparisons tell.
   *
   * @param steps the comparisons of neighbouring merges, in commit order
   * @param gaps those of them that span unmeasured merges
   * @param values builds the measured values; empty if they were not kept
   */
  ThresholdHistory(
      List<ComparisonSummary> steps, List<Gap> gaps, Optional<Supplier<MeasuredSeries>> values) {
    this.values = values;
    Map<Sha, Gap> byEnd = new HashMap<>();
    gaps.forEach(gap -> byEnd.put(gap.end().sha(), gap));
    for (ComparisonSummary step : steps) {
      stepsByStart.put(step.before().commit(), step);
      add(new Merge(step.before().commit(), step.before().pr()));
      Gap gap = byEnd.get(step.after().commit());
      if (gap != null) {
        for (Merge merge : gap.unmeasured()) {
          add(merge);
          unmeasured.add(merge.sha());
        }
      }
      add(new Merge(step.after().commit(), step.after().pr()));
    }
  }

  private void add(Merge merge) {
    if (places.putIfAbsent(merge.sha(), line.size()) == null) {
      line.add(merge);
    }
  }

  /** A comparison's caveats on default thresholds, one for each known hole that is a reason. */
  List<DefaultThresholds> of(ComparisonSummary summary) {
    return ComparisonCaveats.defaultThresholds(summary).stream()
        .flatMap(caveat -> explained(caveat, summary).stream())
        .toList();
  }

  private List<DefaultThresholds> explained(DefaultThresholds caveat, ComparisonSummary summary) {
    Sha before = summary.before().commit();
    if (!(caveat.reason() instanceof Reason.UnknownHole)) {
      return List.of(caveat);
    }
    if (caveat.benchmarks().isEmpty()) {
      Reason reason = hole(before, Optional.empty()).orElse(caveat.reason());
      return List.of(new DefaultThresholds(List.of(), reason, recomputed(summary, List.of())));
    }
    Map<Reason, List<String>> benchmarks = new LinkedHashMap<>();
    for (String benchmark : caveat.benchmarks()) {
      benchmarks
          .computeIfAbsent(
              hole(before, Optional.of(benchmark)).orElse(caveat.reason()),
              added -> new ArrayList<>())
          .add(benchmark);
    }
    List<DefaultThresholds> explained = new ArrayList<>();
    benchmarks.forEach(
        (reason, names) ->
            explained.add(new DefaultThresholds(names, reason, recomputed(summary, names))));
    return explained;
  }

  /**
   * The latest known merge without data, or without a value of a benchmark, among those that a
   * threshold is derived from.
   */
  private Optional<Reason> hole(Sha before, Optional<String> benchmark) {
    int place = places.getOrDefault(before, 0);
    for (int distance = 1; distance <= Math.min(SiteThreshold.MERGES, place); distance++) {
      Merge merge = line.get(place - distance);
      if (unmeasured.contains(merge.sha())
          || benchmark.filter(name -> lacks(merge.sha(), name)).isPresent()) {
        return Optional.of(new Reason.Hole(merge, SiteThreshold.MERGES - distance));
      }
    }
    return Optional.empty();
  }

  /** Whether a merge has no value of a benchmark that the merge after it has. */
  private boolean lacks(Sha merge, String benchmark) {
    ComparisonSummary step = stepsByStart.get(merge);
    return step != null
        && !step.measured().isNothing()
        && !step.measured().benchmarks().contains(benchmark);
  }

  /**
   * The site's rule, applied to the values that are known.
   *
   * @param benchmarks the judged ones; empty for all
   */
  private Optional<Recomputed> recomputed(ComparisonSummary summary, List<String> benchmarks) {
    List<TestCaseChange> judged =
        summary
            .relevant()
            .filter(
                change ->
                    change.result().significanceThreshold() == MeasuredCases.DEFAULT_THRESHOLD)
            .filter(
                change ->
                    benchmarks.isEmpty() || benchmarks.contains(change.testCase().benchmark()))
            .toList();
    if (values.isEmpty() || judged.isEmpty()) {
      return Optional.empty();
    }
    MeasuredSeries series = values.get().get();
    Integer before = series.indexOf(summary.before().commit());
    if (before == null) {
      return Optional.empty();
    }
    int relevant = 0;
    int unknown = 0;
    for (TestCaseChange change : judged) {
      double threshold = SiteThreshold.of(series.values(change.testCase()), before);
      if (Double.isNaN(threshold)) {
        unknown++;
      } else if (change.judgedBy(threshold, summary.metric()).isRelevant()) {
        relevant++;
      }
    }
    return Optional.of(new Recomputed(judged.size(), relevant, unknown));
  }
}

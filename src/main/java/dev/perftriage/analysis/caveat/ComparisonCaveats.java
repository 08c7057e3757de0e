package dev.perftriage.analysis.caveat;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.caveat.Caveat.DefaultThresholds;
import dev.perftriage.analysis.caveat.Caveat.MergesBetween;
import dev.perftriage.analysis.caveat.Caveat.NothingComparable;
import dev.perftriage.analysis.caveat.Caveat.RandomTargets;
import dev.perftriage.analysis.caveat.Caveat.Reason;
import dev.perftriage.analysis.caveat.Caveat.Repeated;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.Metric;
import dev.perftriage.model.RepeatedTestCases;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.UnmeasuredMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The caveats of a comparison that can be told from the comparison itself. */
public final class ComparisonCaveats {

  private ComparisonCaveats() {}

  /**
   * The caveats of a comparison by one metric or several.
   *
   * @param metrics the comparison of two artifacts by each metric
   * @param withRuntime whether runtime benchmarks are compared, too
   * @param hole the latest merge without data among the 30 before the earlier artifact; empty if
   *     there is none, or if it is unknown
   */
  public static List<ScopedCaveat> of(
      List<JudgedComparison> metrics, boolean withRuntime, Optional<UnmeasuredMerge> hole) {
    List<ScopedCaveat> caveats = new ArrayList<>();
    JudgedComparison leading = metrics.get(0);
    mergesBetween(leading.summary())
        .map(caveat -> ScopedCaveat.ofComparison(leading.facts().metric(), "", caveat))
        .ifPresent(caveats::add);
    for (JudgedComparison judged : metrics) {
      Metric metric = judged.facts().metric();
      randomTargets(judged.summary())
          .map(caveat -> ScopedCaveat.ofComparison(metric, "", caveat))
          .ifPresent(caveats::add);
      if (judged.comparesNothing(withRuntime)) {
        int testCases =
            judged.summaries().stream().mapToInt(one -> one.measured().testCases()).sum();
        caveats.add(ScopedCaveat.ofComparison(metric, "", new NothingComparable(testCases)));
      }
      judged
          .byTarget()
          .forEach(
              (target, summary) ->
                  Stream.concat(
                          defaultThresholds(summary).map(some -> explained(some, hole)).stream(),
                          repeated(summary).stream())
                      .map(caveat -> ScopedCaveat.ofComparison(metric, target, caveat))
                      .forEach(caveats::add));
      if (withRuntime) {
        repeated(RepeatedTestCases.of(judged.facts().runtime()))
            .map(caveat -> ScopedCaveat.ofComparison(metric, "", caveat))
            .ifPresent(caveats::add);
      }
    }
    return caveats;
  }

  /** Whether there are merges between two different artifacts. */
  static Optional<Caveat> mergesBetween(ComparisonSummary summary) {
    return summary.measured().contiguous()
            || summary.before().commit().equals(summary.after().commit())
        ? Optional.empty()
        : Optional.of(new MergesBetween(summary.before(), summary.after()));
  }

  /** Whether the test cases are on random targets. */
  static Optional<Caveat> randomTargets(ComparisonSummary summary) {
    return Optional.ofNullable(summary.measured().targetMix())
        .map(mix -> new RandomTargets(mix, false));
  }

  /** Whether nothing could be compared. */
  static Optional<Caveat> nothingComparable(ComparisonSummary summary) {
    return summary.measured().isNothing()
        ? Optional.of(new NothingComparable(summary.measured().testCases()))
        : Optional.empty();
  }

  /** Which test cases have several results that nothing tells apart; empty if none has. */
  static Optional<Caveat> repeated(ComparisonSummary summary) {
    return repeated(summary.measured().repeated());
  }

  private static Optional<Caveat> repeated(List<TestCase> testCases) {
    return testCases.isEmpty() ? Optional.empty() : Optional.of(new Repeated(testCases));
  }

  /** Which test cases were judged by the default threshold; empty if none or scattered ones. */
  static Optional<DefaultThresholds> defaultThresholds(ComparisonSummary summary) {
    if (summary.measured().byDefault().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DefaultThresholds(
            summary.measured().allByDefault()
                ? List.of()
                : List.copyOf(summary.measured().byDefault()),
            reason(summary.before()),
            Optional.empty()));
  }

  /** With the hole as the reason, if every test case was judged so for an unknown one. */
  private static Caveat explained(DefaultThresholds caveat, Optional<UnmeasuredMerge> hole) {
    if (hole.isEmpty()
        || !caveat.benchmarks().isEmpty()
        || !(caveat.reason() instanceof Reason.UnknownHole)) {
      return caveat;
    }
    int mergesLeft = SiteThreshold.MERGES - hole.get().distance();
    return new DefaultThresholds(
        List.of(), new Reason.Hole(hole.get().merge(), mergesLeft), caveat.recomputed());
  }

  private static Reason reason(Artifact before) {
    if (before.isTry()) {
      return new Reason.TryBuild();
    }
    return before.date() == null && !before.commit().isFull()
        ? new Reason.Release()
        : new Reason.UnknownHole();
  }
}

package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Sha;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The noise verdict on every relevant change in a range of merges, by {@link NoiseRules}.
 *
 * @param series the values behind the verdicts
 * @param byCommit the verdicts on the comparison that ends at each commit, in commit order, those
 *     of the context first
 * @param reverts the announced reverts that the values confirm
 */
public record NoiseVerdicts(
    MeasuredSeries series, Map<Sha, MergeVerdicts> byCommit, Reverts reverts) {

  /**
   * Judges the relevant changes of a range.
   *
   * @param values the values measured on the target of the summaries
   * @param steps the comparisons of neighbouring merges in commit order, those of the context
   *     before the range first
   * @param gaps those of them that span unmeasured merges
   * @param announced the reverts that pull requests announce among the merges
   */
  public static NoiseVerdicts of(
      SeriesBuilder values, List<ComparisonSummary> steps, List<Gap> gaps, Reverts announced) {
    MeasuredSeries series = values.build(steps, gaps);
    RangeJudge judge = new RangeJudge(series, announced);
    for (ComparisonSummary step : steps) {
      int merge = Objects.requireNonNull(series.indexOf(step.after().commit()));
      step.relevant().forEach(change -> judge.add(change, merge));
    }
    RangeJudge.Judged judged = judge.judge();
    Map<Integer, List<JudgedChange>> changes = judged.byMerge();
    Map<Sha, MergeVerdicts> byCommit = new LinkedHashMap<>();
    for (ComparisonSummary step : steps) {
      int merge = Objects.requireNonNull(series.indexOf(step.after().commit()));
      Map<TestCaseChange, JudgedChange> byChange = new HashMap<>();
      changes.getOrDefault(merge, List.of()).forEach(each -> byChange.put(each.change(), each));
      byCommit.put(
          step.after().commit(),
          new MergeVerdicts(
              step,
              step.relevant()
                  .map(change -> Objects.requireNonNull(byChange.get(change)))
                  .toList()));
    }
    return new NoiseVerdicts(series, byCommit, judged.reverts());
  }

  /** The verdicts on the comparison that ends at a commit; empty if there is none. */
  public Optional<MergeVerdicts> of(Sha commit) {
    return Optional.ofNullable(byCommit.get(commit));
  }

  /** The verdicts on all comparisons, in commit order, those of the context first. */
  public List<MergeVerdicts> all() {
    return List.copyOf(byCommit.values());
  }
}

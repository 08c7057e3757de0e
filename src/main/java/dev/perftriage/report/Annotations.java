package dev.perftriage.report;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.attribution.Fixes;
import dev.perftriage.analysis.attribution.RollupAttribution;
import dev.perftriage.analysis.cause.Rollup;
import dev.perftriage.analysis.cause.Rollup.RollupMember;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseEvidence;
import dev.perftriage.analysis.noise.NoiseRule;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.analysis.noise.Reverts;
import dev.perftriage.analysis.noise.TurnedVerdict;
import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Sha;
import dev.perftriage.model.StandaloneMeasurement;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Annotations on a week's comparisons, in addition to the site's verdicts.
 *
 * @param verdicts the verdict on every relevant change in the range and in the merges before it,
 *     unfiltered
 * @param pulls the available pull requests, by number
 * @param reverts which merges revert which, according to these pull requests and to the values
 * @param alone the available measurements of single rollup members, by pull request number
 * @param rollups what the members of listed rollups explain, by the rollup's commit; a rollup whose
 *     members' builds are not known is absent
 * @param fixes which merges fix the regressions of listed ones
 * @param news what was said about the entries' pull requests, by number; those that were not asked
 *     for, or are unavailable, are absent
 * @param turned the listed merges before the range whose verdict is another one now
 */
public record Annotations(
    NoiseVerdicts verdicts,
    Map<Integer, PullRequest> pulls,
    Reverts reverts,
    Map<Integer, StandaloneMeasurement> alone,
    Map<Sha, RollupAttribution> rollups,
    Fixes fixes,
    Map<Integer, PullNews> news,
    List<TurnedVerdict> turned) {

  public Annotations {
    pulls = Collections.unmodifiableMap(new TreeMap<>(pulls));
    alone = Collections.unmodifiableMap(new TreeMap<>(alone));
    rollups = Collections.unmodifiableMap(new TreeMap<>(rollups));
    news = Collections.unmodifiableMap(new TreeMap<>(news));
    turned = List.copyOf(turned);
  }

  /**
   * The same annotations with what was said about pull requests.
   *
   * @param newer pull requests with newer labels than those known
   */
  public Annotations with(Map<Integer, PullNews> said, Map<Integer, PullRequest> newer) {
    Map<Integer, PullRequest> newest = new TreeMap<>(pulls);
    newest.putAll(newer);
    return new Annotations(verdicts, newest, reverts, alone, rollups, fixes, said, turned);
  }

  /**
   * The verdicts on a comparison's relevant changes.
   *
   * @param step a comparison of neighbouring merges, filtered or not
   */
  public MergeVerdicts of(ComparisonSummary step) {
    Map<TestCaseChange, JudgedChange> judged = new HashMap<>();
    verdicts
        .of(step.after().commit())
        .ifPresent(merge -> merge.changes().forEach(each -> judged.put(each.change(), each)));
    List<JudgedChange> changes =
        step.relevant().map(change -> judged.getOrDefault(change, unknown(change))).toList();
    return new MergeVerdicts(step, changes);
  }

  /** A change that is not part of a series, without evidence. */
  private static JudgedChange unknown(TestCaseChange change) {
    return new JudgedChange(
        change, NoiseVerdict.PENDING, null, NoiseEvidence.ofNoSeries(change, NoiseRule.STAY, 0));
  }

  /** The pull request merged by a comparison's later commit; empty if unavailable. */
  public Optional<PullRequest> pull(ComparisonSummary step) {
    Integer pr = step.after().pr();
    return pr == null ? Optional.empty() : Optional.ofNullable(pulls.get(pr));
  }

  /** What the members of the compared rollup explain; empty if their builds are not known. */
  public Optional<RollupAttribution> rollup(ComparisonSummary step) {
    return Optional.ofNullable(rollups.get(step.after().commit()));
  }

  /** What was said about the merged pull request; empty if that is not known. */
  public Optional<PullNews> news(ComparisonSummary step) {
    Integer pr = step.after().pr();
    return pr == null ? Optional.empty() : Optional.ofNullable(news.get(pr));
  }

  /** The members of the compared rollup, likeliest cause first; empty for any other merge. */
  public List<RollupMember> members(ComparisonSummary step) {
    return pull(step)
        .map(pull -> Rollup.members(pull, step.relevant().toList(), pulls))
        .orElse(List.of());
  }

  /** The later merges that revert the compared merge, in commit order. */
  public List<Merge> revertedBy(ComparisonSummary step) {
    return verdicts.series().merges().stream()
        .filter(merge -> reverts.undoneBy(merge.sha()).contains(step.after().commit()))
        .distinct()
        .toList();
  }
}

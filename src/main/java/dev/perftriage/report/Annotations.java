package dev.perftriage.report;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.cause.Rollup;
import dev.perftriage.analysis.cause.Rollup.RollupMember;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseEvidence;
import dev.perftriage.analysis.noise.NoiseRule;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.analysis.noise.Reverts;
import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.StandaloneMeasurement;
import dev.perftriage.model.TestCase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Annotations on a week's comparisons, in addition to the site's verdicts.
 *
 * @param verdicts what became of every relevant change of the range and of the merges before it,
 *     whatever a filter leaves of them
 * @param pulls pull requests by number, as far as they are known
 * @param reverts which merges undo which, by what these pull requests say
 * @param alone comparisons of rollups' members by themselves, by number, as far as they are known
 */
public record Annotations(
    NoiseVerdicts verdicts,
    Map<Integer, PullRequest> pulls,
    Reverts reverts,
    Map<Integer, StandaloneMeasurement> alone) {

  public Annotations {
    pulls = Collections.unmodifiableMap(new TreeMap<>(pulls));
    alone = Collections.unmodifiableMap(new TreeMap<>(alone));
  }

  /**
   * The verdicts on a comparison's relevant changes.
   *
   * @param step a comparison of neighbouring merges, of all test cases or of those that a filter
   *     leaves
   */
  public MergeVerdicts of(ComparisonSummary step) {
    Map<TestCase, JudgedChange> judged = new LinkedHashMap<>();
    verdicts
        .of(step.after().commit())
        .ifPresent(
            merge -> merge.changes().forEach(each -> judged.put(each.change().testCase(), each)));
    List<JudgedChange> changes =
        step.relevant()
            .map(change -> judged.getOrDefault(change.testCase(), unknown(change)))
            .toList();
    return new MergeVerdicts(step, changes);
  }

  /** A change that is not part of a series, without evidence. */
  private static JudgedChange unknown(TestCaseChange change) {
    return new JudgedChange(
        change, NoiseVerdict.PENDING, null, NoiseEvidence.ofNoSeries(change, NoiseRule.STAY, 0));
  }

  /** The pull request that a comparison's later commit merged; empty where it is not known. */
  public Optional<PullRequest> pull(ComparisonSummary step) {
    Integer pr = step.after().pr();
    return pr == null ? Optional.empty() : Optional.ofNullable(pulls.get(pr));
  }

  /** The members of the rollup that a comparison is of, the likeliest cause first; or none. */
  public List<RollupMember> members(ComparisonSummary step) {
    return pull(step)
        .map(pull -> Rollup.members(pull, step.relevant().toList(), pulls))
        .orElse(List.of());
  }

  /** The later merges that revert the one that a comparison is of, in commit order. */
  public List<Merge> revertedBy(ComparisonSummary step) {
    return verdicts.series().merges().stream()
        .filter(merge -> reverts.undoneBy(merge.sha()).contains(step.after().commit()))
        .distinct()
        .toList();
  }
}

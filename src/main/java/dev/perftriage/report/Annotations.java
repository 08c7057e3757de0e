package dev.perftriage.report;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.TestCase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is said about a week's comparisons beside the site's own verdicts.
 *
 * @param verdicts what became of every relevant change of the range and of the merges before it,
 *     whatever a filter leaves of them
 * @param pulls pull requests by number, as far as they are known
 */
public record Annotations(NoiseVerdicts verdicts, Map<Integer, PullRequest> pulls) {

  /** Copies the map. */
  public Annotations {
    pulls = Collections.unmodifiableMap(new TreeMap<>(pulls));
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
            .map(TestCaseChange::testCase)
            .filter(judged::containsKey)
            .map(judged::get)
            .toList();
    return new MergeVerdicts(step, changes);
  }

  /** The pull request that a comparison's later commit merged; empty where it is not known. */
  public Optional<PullRequest> pull(ComparisonSummary step) {
    Integer pr = step.after().pr();
    return pr == null ? Optional.empty() : Optional.ofNullable(pulls.get(pr));
  }
}

package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TestCase;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A comparison with its verdict on every target it was measured on.
 *
 * @param facts what was measured
 * @param byTarget the summaries by target triple: the default target's first, even where nothing
 *     was measured on it, then the others' by name
 */
public record JudgedComparison(ArtifactComparison facts, Map<String, ComparisonSummary> byTarget) {

  /** Judges a comparison. */
  public static JudgedComparison of(ArtifactComparison facts) {
    Comparator<String> defaultFirst =
        Comparator.comparing((String target) -> !target.equals(TestCase.DEFAULT_TARGET))
            .thenComparing(Comparator.naturalOrder());
    TreeSet<String> targets = new TreeSet<>(defaultFirst);
    targets.add(TestCase.DEFAULT_TARGET);
    facts.compile().forEach(compile -> targets.add(compile.testCase().target()));
    Map<String, ComparisonSummary> byTarget = new TreeMap<>(defaultFirst);
    targets.forEach(target -> byTarget.put(target, ComparisonSummary.of(facts, target)));
    return new JudgedComparison(facts, byTarget);
  }

  /** The summaries, the default target's first. */
  public Collection<ComparisonSummary> summaries() {
    return byTarget.values();
  }

  /** The summary of the target that triage is about. */
  public ComparisonSummary summary() {
    return summaries().iterator().next();
  }

  /** The relevant changes on all targets, largest first whichever way, then by test case. */
  public List<TestCaseChange> relevantLargestFirst() {
    return summaries().stream()
        .flatMap(ComparisonSummary::relevant)
        .sorted(TestCaseChange.LARGEST_FIRST)
        .toList();
  }
}

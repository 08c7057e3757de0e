package dev.perftriage.analysis;

import dev.perftriage.analysis.ComparisonSummary.NotComparable;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.List;

/**
 * The summary of a comparison for the runtime suite, by the rules of the compile benchmarks,
 * without the categories primary and secondary. All targets count together.
 *
 * @param measured how many runtime benchmarks were measured, comparable or not
 * @param changes the relevant changes
 * @param notComparable the benchmarks without a relative change, by name
 */
public record RuntimeSummary(
    Metric metric, int measured, CategorySummary changes, List<NotComparable> notComparable) {

  public RuntimeSummary {
    notComparable = NotComparable.byName(notComparable);
  }

  /** Summarises the runtime benchmarks of a comparison. */
  public static RuntimeSummary of(ArtifactComparison comparison) {
    return new RuntimeSummary(
        comparison.metric(),
        comparison.runtime().size(),
        new CategorySummary(ComparableTestCases.ofRuntime(comparison).relevant()),
        comparison.runtime().stream()
            .filter(runtime -> runtime.result().comparability() != Comparability.COMPARABLE)
            .map(runtime -> new NotComparable(runtime.testCase(), runtime.result().comparability()))
            .toList());
  }

  /** The relevant changes by absolute size, largest first, then by benchmark. */
  public List<TestCaseChange> relevantLargestFirst() {
    return changes.relevant().stream().sorted(TestCaseChange.LARGEST_FIRST).toList();
  }
}

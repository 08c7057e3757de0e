package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.List;

/**
 * The summary of a comparison for the runtime suite, by the rules of the compile benchmarks,
 * without the categories primary and secondary. All targets count together.
 *
 * @param measured how many runtime benchmarks were measured, comparable or not
 * @param changes the relevant changes
 * @param withoutNumber the benchmarks whose change cannot be judged, because a number is missing,
 *     by name
 */
public record RuntimeSummary(
    Metric metric, int measured, CategorySummary changes, List<TestCase> withoutNumber) {

  public RuntimeSummary {
    withoutNumber = withoutNumber.stream().sorted(TestCase.BY_NAME).toList();
  }

  /** Summarises the runtime benchmarks of a comparison. */
  public static RuntimeSummary of(ArtifactComparison comparison) {
    return new RuntimeSummary(
        comparison.metric(),
        comparison.runtime().size(),
        new CategorySummary(ComparableTestCases.ofRuntime(comparison).relevant()),
        comparison.runtime().stream()
            .filter(runtime -> runtime.result().comparability() == Comparability.NOT_A_NUMBER)
            .map(TestCaseComparison::testCase)
            .toList());
  }

  /** The relevant benchmarks that were zero before, by name: not in mean and range. */
  public List<TestCase> fromZero() {
    return changes.fromZero().map(TestCaseChange::testCase).sorted(TestCase.BY_NAME).toList();
  }

  /** The relevant changes by absolute size, largest first, then by benchmark. */
  public List<TestCaseChange> relevantLargestFirst() {
    return changes.relevant().stream().sorted(TestCaseChange.LARGEST_FIRST).toList();
  }
}

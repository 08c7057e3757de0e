package dev.perftriage.analysis;

import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.CompileComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.List;
import java.util.function.Predicate;

/**
 * Every test case of a comparison that has a relative change, relevant or not: data for charts that
 * a {@link ComparisonSummary} does not keep.
 *
 * @param metric what was measured
 * @param before the earlier artifact
 * @param after the later artifact
 * @param changes the changes, in the order in which the site sent them
 */
public record ComparableTestCases(
    Metric metric, Artifact before, Artifact after, List<TestCaseChange> changes) {

  /** Copies the list. */
  public ComparableTestCases {
    changes = List.copyOf(changes);
  }

  /** The comparable test cases on every target. */
  public static ComparableTestCases of(ArtifactComparison comparison) {
    return of(comparison, compile -> true);
  }

  /** The comparable test cases on one target. */
  public static ComparableTestCases of(ArtifactComparison comparison, String target) {
    return of(comparison, compile -> compile.testCase().target().equals(target));
  }

  /** The comparable benchmarks of the runtime suite on every target. */
  public static ComparableTestCases ofRuntime(ArtifactComparison comparison) {
    Metric metric = comparison.metric();
    return new ComparableTestCases(
        metric,
        comparison.before(),
        comparison.after(),
        comparison.runtime().stream()
            .filter(runtime -> runtime.result().comparability() == Comparability.COMPARABLE)
            .map(
                runtime ->
                    new TestCaseChange(
                        runtime.testCase(),
                        Category.SECONDARY,
                        runtime.result(),
                        Relevance.magnitude(runtime.result(), metric)))
            .toList());
  }

  private static ComparableTestCases of(
      ArtifactComparison comparison, Predicate<CompileComparison> included) {
    Metric metric = comparison.metric();
    return new ComparableTestCases(
        metric,
        comparison.before(),
        comparison.after(),
        comparison.compile().stream()
            .filter(included)
            .filter(compile -> compile.result().comparability() == Comparability.COMPARABLE)
            .map(
                compile -> {
                  TestResultComparison result = compile.result();
                  return new TestCaseChange(
                      compile.testCase(),
                      comparison.categoryOf(compile.testCase().benchmark()),
                      result,
                      Relevance.magnitude(result, metric));
                })
            .toList());
  }

  /** All changes by absolute size, largest first, then by test case. */
  public List<TestCaseChange> largestFirst() {
    return changes.stream().sorted(TestCaseChange.LARGEST_FIRST).toList();
  }

  /** The relevant changes. */
  public List<TestCaseChange> relevant() {
    return changes.stream().filter(TestCaseChange::isRelevant).toList();
  }
}

package dev.perftriage.analysis;

import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.CrateKind;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCaseComparison;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every test case of a comparison whose change can be judged, relevant or not, those from zero
 * included: data for charts that a {@link ComparisonSummary} does not keep.
 *
 * @param changes the changes, in the site's order
 * @param crateKinds the kinds of crates that the benchmarks compile to, by benchmark; those that
 *     are not known are absent
 */
public record ComparableTestCases(
    Metric metric,
    Artifact before,
    Artifact after,
    List<TestCaseChange> changes,
    Map<String, CrateKind> crateKinds) {

  public ComparableTestCases {
    changes = List.copyOf(changes);
    crateKinds = Collections.unmodifiableMap(new TreeMap<>(crateKinds));
  }

  /** The comparable test cases on every target. */
  public static ComparableTestCases of(ArtifactComparison comparison) {
    return of(comparison, comparison.compile().stream(), comparison::categoryOf);
  }

  /** The comparable test cases on one target. */
  public static ComparableTestCases of(ArtifactComparison comparison, String target) {
    return of(
        comparison,
        comparison.compile().stream().filter(compile -> compile.testCase().target().equals(target)),
        comparison::categoryOf);
  }

  /** The comparable benchmarks of the runtime suite on every target. */
  public static ComparableTestCases ofRuntime(ArtifactComparison comparison) {
    return of(comparison, comparison.runtime().stream(), benchmark -> Category.SECONDARY);
  }

  private static ComparableTestCases of(
      ArtifactComparison comparison,
      Stream<TestCaseComparison> cases,
      Function<String, Category> categoryOf) {
    Metric metric = comparison.metric();
    Map<String, CrateKind> crateKinds = new TreeMap<>();
    comparison
        .benchmarks()
        .keySet()
        .forEach(
            benchmark ->
                comparison
                    .crateKindOf(benchmark)
                    .ifPresent(kind -> crateKinds.put(benchmark, kind)));
    return new ComparableTestCases(
        metric,
        comparison.before(),
        comparison.after(),
        cases
            .filter(one -> one.result().isJudged())
            .map(
                one -> TestCaseChange.of(one, categoryOf.apply(one.testCase().benchmark()), metric))
            .toList(),
        crateKinds);
  }

  /** All changes by absolute size, largest first, then by test case. */
  public List<TestCaseChange> largestFirst() {
    return changes.stream().sorted(TestCaseChange.LARGEST_FIRST).toList();
  }

  /** The relevant changes, in the site's order. */
  public List<TestCaseChange> relevant() {
    return changes.stream().filter(TestCaseChange::isRelevant).toList();
  }
}

package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A comparison with its verdict on every target it was measured on.
 *
 * @param facts the selected measurements
 * @param byTarget the summaries by target triple: the default target's first, even without
 *     measurements unless it was filtered out, then the others by name
 * @param selection which test cases were selected
 */
public record JudgedComparison(
    ArtifactComparison facts, Map<String, ComparisonSummary> byTarget, Selection selection) {

  /** Judges the test cases of a comparison that a filter selects. */
  public static JudgedComparison of(ArtifactComparison all, CaseFilter filter) {
    ArtifactComparison facts = filter.select(all);
    Comparator<String> defaultFirst =
        Comparator.comparing((String target) -> !target.equals(TestCase.DEFAULT_TARGET))
            .thenComparing(Comparator.naturalOrder());
    TreeSet<String> targets = new TreeSet<>(defaultFirst);
    facts.compile().forEach(compile -> targets.add(compile.testCase().target()));
    if (targets.isEmpty() || filter.admitsTarget(TestCase.DEFAULT_TARGET)) {
      targets.add(TestCase.DEFAULT_TARGET);
    }
    Map<String, ComparisonSummary> byTarget = new TreeMap<>(defaultFirst);
    ArtifactComparison named = filter.selectsByOutcome() ? filter.selectNamed(all) : facts;
    targets.forEach(target -> byTarget.put(target, ComparisonSummary.of(facts, named, target)));
    return new JudgedComparison(facts, byTarget, Selection.of(filter, all));
  }

  /** The summaries in the order of their targets; never empty. */
  public Collection<ComparisonSummary> summaries() {
    return byTarget.values();
  }

  /** The summary of the default target, or of the first selected one. */
  public ComparisonSummary summary() {
    return summaries().iterator().next();
  }

  /**
   * The geometric mean over the test cases of a target, relevant or not; empty if there are none,
   * or if they were selected by outcome, which makes the mean meaningless.
   */
  public Optional<GeometricMean> geometricMean(String target) {
    return selection.filter().selectsByOutcome()
        ? Optional.empty()
        : GeometricMean.of(facts, target);
  }

  /** The relevant changes on all targets by absolute size, largest first, then by test case. */
  public List<TestCaseChange> relevantLargestFirst() {
    return summaries().stream()
        .flatMap(ComparisonSummary::relevant)
        .sorted(TestCaseChange.LARGEST_FIRST)
        .toList();
  }

  /** Whether nothing could be compared, whatever a filter by outcome selects. */
  public boolean comparesNothing(boolean withRuntime) {
    return summaries().stream().allMatch(summary -> summary.measured().isNothing())
        && !(withRuntime && !ComparableTestCases.ofRuntime(facts).changes().isEmpty());
  }

  /** Whether a gate has no test case to judge. */
  public boolean judgesNothing(boolean withRuntime) {
    return ComparableTestCases.of(facts).changes().isEmpty()
        && !(withRuntime && !ComparableTestCases.ofRuntime(facts).changes().isEmpty());
  }

  /** The test cases that no gate can judge, because they have no number. */
  public List<TestCase> withoutNumber(boolean withRuntime) {
    return testCases(Comparability.NOT_A_NUMBER, withRuntime);
  }

  /** The test cases that no mean includes, because they were zero before. */
  public List<TestCase> fromZero(boolean withRuntime) {
    return testCases(Comparability.ZERO_BASELINE, withRuntime);
  }

  private List<TestCase> testCases(Comparability comparability, boolean withRuntime) {
    return Stream.concat(
            facts.compile().stream(), withRuntime ? facts.runtime().stream() : Stream.empty())
        .filter(one -> one.result().comparability() == comparability)
        .map(TestCaseComparison::testCase)
        .sorted(TestCase.BY_NAME)
        .toList();
  }
}

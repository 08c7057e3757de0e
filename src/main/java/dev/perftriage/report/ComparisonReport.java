package dev.perftriage.report;

import dev.perftriage.analysis.Aggregation;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.Dimension;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Artifact;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the report of a comparison says, in whatever format.
 *
 * @param metrics the comparison of the same two artifacts by each metric asked, the leading one
 *     first; at least one
 * @param withRuntime whether the runtime benchmarks are compared too
 * @param runtimeOption the option that compares them, for a hint
 * @param groupedBy what the test cases are grouped by besides; none where they are not
 * @param withAll whether all comparable test cases are listed, not only the relevant ones
 */
public record ComparisonReport(
    List<JudgedComparison> metrics,
    boolean withRuntime,
    String runtimeOption,
    List<Dimension> groupedBy,
    boolean withAll) {

  /** Copies the list, with {@link IllegalArgumentException} for an empty one. */
  public ComparisonReport {
    metrics = List.copyOf(metrics);
    groupedBy = List.copyOf(groupedBy);
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("a comparison is by some metric");
    }
  }

  /** The comparison by the metric that was asked first. */
  public JudgedComparison leading() {
    return metrics.get(0);
  }

  /** Whether it is by more than one metric. */
  public boolean isBySeveralMetrics() {
    return metrics.size() > 1;
  }

  /** The sentence that says how to see runtime benchmarks that were measured but not compared. */
  public Optional<String> runtimeHint() {
    int measured = leading().facts().runtime().size();
    return withRuntime || measured == 0
        ? Optional.empty()
        : Optional.of(
            "%s %s measured too; %s compares %s."
                .formatted(
                    Numbers.counted(measured, "runtime benchmark"),
                    measured == 1 ? "was" : "were",
                    runtimeOption,
                    measured == 1 ? "it" : "them"));
  }

  /** The test cases that are listed, the largest change first. */
  public List<TestCaseChange> listed(JudgedComparison judged) {
    return withAll
        ? ComparableTestCases.of(judged.facts()).largestFirst()
        : judged.relevantLargestFirst();
  }

  /** What one of the listed test cases is called. */
  public String listedNoun() {
    return (withAll ? "comparable" : "relevant") + " test case";
  }

  /** The groups of a comparison's test cases. */
  public List<Aggregation> aggregations(JudgedComparison judged) {
    return groupedBy.stream().map(by -> Aggregation.of(judged.facts(), by)).toList();
  }

  /** The earlier artifact. */
  public Artifact before() {
    return leading().facts().before();
  }

  /** The later artifact. */
  public Artifact after() {
    return leading().facts().after();
  }
}

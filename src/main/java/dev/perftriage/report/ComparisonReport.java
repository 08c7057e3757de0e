package dev.perftriage.report;

import dev.perftriage.analysis.Aggregation;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.Dimension;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.caveat.ComparisonCaveats;
import dev.perftriage.analysis.caveat.ScopedCaveat;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.UnmeasuredMerge;
import java.util.List;
import java.util.Optional;

/**
 * The content of a comparison of two artifacts, independent of the format.
 *
 * @param metrics the comparison of the two artifacts by each requested metric, the leading one
 *     first; at least one
 * @param hole the latest merge without data among the 30 before the earlier artifact; empty if
 *     there is none, or if it is unknown
 * @param withRuntime whether the runtime benchmarks are compared too
 * @param runtimeOption the option that compares them, for {@link #runtimeHint}
 * @param groupedBy the dimensions to group test cases by; empty for no grouping
 * @param withAll whether all comparable test cases are listed, not only the relevant ones
 */
public record ComparisonReport(
    List<JudgedComparison> metrics,
    Optional<UnmeasuredMerge> hole,
    boolean withRuntime,
    String runtimeOption,
    List<Dimension> groupedBy,
    boolean withAll) {

  /** Copies the lists; throws {@link IllegalArgumentException} if there is no metric. */
  public ComparisonReport {
    metrics = List.copyOf(metrics);
    groupedBy = List.copyOf(groupedBy);
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("a comparison is by some metric");
    }
  }

  /** The comparison by the first requested metric. */
  public JudgedComparison leading() {
    return metrics.get(0);
  }

  /** How far its figures can be trusted. */
  public List<ScopedCaveat> caveats() {
    return ComparisonCaveats.of(metrics, withRuntime, hole);
  }

  /** Whether there are figures by every metric. */
  public boolean comparesByEveryMetric() {
    return metrics.stream().noneMatch(judged -> judged.comparesNothing(withRuntime));
  }

  /** Whether it compares by more than one metric. */
  public boolean isBySeveralMetrics() {
    return metrics.size() > 1;
  }

  /** How to compare the measured runtime benchmarks; empty if there are none, or if they are. */
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

  /** The listed test cases, largest change first, regardless of direction. */
  public List<TestCaseChange> listed(JudgedComparison judged) {
    return withAll
        ? ComparableTestCases.of(judged.facts()).largestFirst()
        : judged.relevantLargestFirst();
  }

  /** The noun for a listed test case, such as {@code relevant test case}. */
  public String listedNoun() {
    return (withAll ? "comparable" : "relevant") + " test case";
  }

  /**
   * The number and noun of the listed test cases in one direction, such as {@code 3 relevant
   * regressions}. All comparable ones include those without a change.
   */
  public String listedWords(int count, boolean isRegression) {
    return withAll
        ? Numbers.counted(
            count, (isRegression ? "increased" : "unchanged or decreased") + " test case")
        : Numbers.counted(count, "relevant " + (isRegression ? "regression" : "improvement"));
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

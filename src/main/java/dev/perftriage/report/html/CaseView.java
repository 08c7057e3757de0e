package dev.perftriage.report.html;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import java.util.List;
import java.util.Optional;

/**
 * The test cases of one comparison, as one of the tables that a page shows on demand.
 *
 * @param id its name in addresses
 * @param kind whose test cases they are
 * @param title its name on the page
 * @param changes the test cases, in any order
 * @param judged the verdicts on these changes, in the same order; empty if there are none
 */
record CaseView(
    String id,
    ViewKind kind,
    String title,
    Metric metric,
    Artifact before,
    Artifact after,
    List<TestCaseChange> changes,
    List<JudgedChange> judged) {

  CaseView {
    changes = List.copyOf(changes);
    judged = List.copyOf(judged);
  }

  /** A view without verdicts. */
  static CaseView of(String id, ViewKind kind, String title, ComparableTestCases cases) {
    return new CaseView(
        id,
        kind,
        title,
        cases.metric(),
        cases.before(),
        cases.after(),
        cases.largestFirst(),
        List.of());
  }

  /** The relevant test cases of a summary, the only ones that it has. */
  static CaseView of(String id, String title, ComparisonSummary summary) {
    return new CaseView(
        id,
        ViewKind.RANGE,
        title,
        summary.metric(),
        summary.before(),
        summary.after(),
        summary.relevant().sorted(TestCaseChange.LARGEST_FIRST).toList(),
        List.of());
  }

  /**
   * The relevant test cases of a listed merge, largest change first.
   *
   * @param most the maximum number of test cases
   */
  static CaseView ofMerge(String id, String title, ComparisonSummary entry, int most) {
    return new CaseView(
        id,
        ViewKind.MERGE,
        title,
        entry.metric(),
        entry.before(),
        entry.after(),
        entry.relevant().sorted(TestCaseChange.LARGEST_FIRST).limit(most).toList(),
        List.of());
  }

  /** The same with verdicts. */
  static CaseView ofJudgedMerge(
      String id, String title, ComparisonSummary entry, List<JudgedChange> judged) {
    return new CaseView(
        id,
        ViewKind.MERGE,
        title,
        entry.metric(),
        entry.before(),
        entry.after(),
        judged.stream().map(JudgedChange::change).toList(),
        judged);
  }

  /** All runtime benchmarks of a comparison; empty if there are none. */
  static Optional<CaseView> ofRuntime(String id, ArtifactComparison facts) {
    ComparableTestCases cases = ComparableTestCases.ofRuntime(facts);
    return cases.changes().isEmpty()
        ? Optional.empty()
        : Optional.of(of(id, ViewKind.RUNTIME, "runtime by " + facts.metric(), cases));
  }

  Sha start() {
    return before.commit();
  }

  Sha end() {
    return after.commit();
  }

  /** Whose test cases a view has. */
  enum ViewKind {
    /** Those of the compared artifacts, or of a range's two ends. */
    RANGE,
    /** Those of a listed merge and the one before it. */
    MERGE,
    /** The benchmarks of the runtime suite. */
    RUNTIME
  }
}

package dev.perftriage.report.html;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.report.ExplainReport.CaseVerdict;
import dev.perftriage.report.prose.VerdictWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The test cases of one comparison, as one of the tables that a page shows on demand.
 *
 * @param id its name in addresses
 * @param kind whose test cases they are
 * @param title its name on the page
 * @param changes the test cases, in any order
 * @param verdicts what became of these changes; empty if that is not known of any
 */
record CaseView(
    String id,
    ViewKind kind,
    String title,
    Metric metric,
    Artifact before,
    Artifact after,
    List<TestCaseChange> changes,
    Optional<CaseVerdicts> verdicts) {

  CaseView {
    changes = List.copyOf(changes);
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
        Optional.empty());
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
        Optional.empty());
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
        Optional.empty());
  }

  /**
   * The same with verdicts.
   *
   * @param words says why
   */
  static CaseView ofJudgedMerge(
      String id,
      String title,
      ComparisonSummary entry,
      List<JudgedChange> judged,
      VerdictWords words) {
    Map<TestCaseChange, JudgedChange> byChange = new HashMap<>();
    judged.forEach(each -> byChange.put(each.change(), each));
    return new CaseView(
        id,
        ViewKind.MERGE,
        title,
        entry.metric(),
        entry.before(),
        entry.after(),
        judged.stream().map(JudgedChange::change).toList(),
        Optional.of(
            change ->
                Optional.ofNullable(byChange.get(change))
                    .map(each -> CaseVerdict.of(each, words))));
  }

  /** The same view with verdicts on some of its changes. */
  CaseView with(Map<TestCaseChange, CaseVerdict> known) {
    return new CaseView(
        id,
        kind,
        title,
        metric,
        before,
        after,
        changes,
        known.isEmpty()
            ? Optional.empty()
            : Optional.of(change -> Optional.ofNullable(known.get(change))));
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

  /** What became of changes; their reasons are long, and put into words one by one. */
  interface CaseVerdicts {

    /** What became of a change; empty if that is not known. */
    Optional<CaseVerdict> of(TestCaseChange change);
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

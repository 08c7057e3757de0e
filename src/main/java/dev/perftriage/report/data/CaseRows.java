package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.CompileComparison;
import dev.perftriage.model.RuntimeComparison;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import dev.perftriage.report.ComparisonReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Test cases as rows of the same columns in every data format: all of them, relevant or not,
 * comparable or not. {@code comparison.schema.json} says what each column means.
 */
final class CaseRows {

  /** The columns, in their order; new ones come last. */
  static final List<String> COLUMNS =
      List.of(
          "metric",
          "suite",
          "benchmark",
          "profile",
          "scenario",
          "backend",
          "target",
          "category",
          "before",
          "after",
          "change",
          "threshold",
          "factor",
          "comparability",
          "relevant",
          "relevant_on_site",
          "magnitude",
          "start",
          "end");

  private final ArtifactComparison facts;

  private CaseRows(ArtifactComparison facts) {
    this.facts = facts;
  }

  /** The rows of all metrics. */
  static List<ObjectNode> of(ComparisonReport report) {
    List<ObjectNode> rows = new ArrayList<>();
    report.metrics().forEach(judged -> rows.addAll(of(judged, report.withRuntime())));
    return rows;
  }

  /**
   * The rows of a metric: the comparable test cases, largest change first whichever way, then the
   * others in the order received; runtime benchmarks likewise behind.
   */
  static List<ObjectNode> of(JudgedComparison judged, boolean withRuntime) {
    ArtifactComparison facts = judged.facts();
    CaseRows rows = new CaseRows(facts);
    List<ObjectNode> all = new ArrayList<>(rows.comparable(ComparableTestCases.of(facts)));
    for (CompileComparison compile : facts.compile()) {
      if (compile.result().comparability() != Comparability.COMPARABLE) {
        all.add(rows.values(compile.testCase(), compile.result()));
      }
    }
    if (withRuntime) {
      all.addAll(rows.comparable(ComparableTestCases.ofRuntime(facts)));
      for (RuntimeComparison runtime : facts.runtime()) {
        if (runtime.result().comparability() != Comparability.COMPARABLE) {
          all.add(rows.values(runtime.testCase(), runtime.result()));
        }
      }
    }
    return all.stream().map(rows::inOrder).toList();
  }

  private List<ObjectNode> comparable(ComparableTestCases cases) {
    return cases.changes().stream()
        .sorted(TestCaseChange.LARGEST_FIRST)
        .map(
            change ->
                values(change.testCase(), change.result())
                    .put("change", change.change())
                    .put("relevant", change.isRelevant())
                    .put("magnitude", change.magnitude().number()))
        .toList();
  }

  private ObjectNode values(TestCase testCase, TestResultComparison result) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    boolean runtime = testCase.isRuntime();
    row.put("metric", facts.metric().name());
    row.put("suite", runtime ? "runtime" : "compile");
    row.put("benchmark", testCase.benchmark());
    row.put("profile", runtime ? null : testCase.profile());
    row.put("scenario", runtime ? null : testCase.scenario());
    row.put("backend", runtime ? null : testCase.backend());
    row.put("target", testCase.target());
    row.put("category", runtime ? null : facts.categoryOf(testCase.benchmark()).label());
    row.put("before", result.before());
    row.put("after", result.after());
    row.put("threshold", result.significanceThreshold());
    row.put("factor", result.significanceFactor());
    row.put("comparability", result.comparability().name().toLowerCase(Locale.ROOT));
    row.put("relevant", false);
    row.put("relevant_on_site", result.relevantOnSite());
    row.put("start", facts.before().commit().text());
    row.put("end", facts.after().commit().text());
    return row;
  }

  /** What is not known of a test case that cannot be compared is null. */
  private ObjectNode inOrder(ObjectNode row) {
    ObjectNode ordered = JsonNodeFactory.instance.objectNode();
    for (String column : COLUMNS) {
      ordered.set(column, row.path(column).isMissingNode() ? ordered.nullNode() : row.get(column));
    }
    return ordered;
  }
}

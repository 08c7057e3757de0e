package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.caveat.ScopedCaveat;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.ComparisonReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All test cases of a comparison, relevant or not, comparable or not, with the same columns in
 * every data format. {@code comparison.schema.json} describes the columns. CSV has a column {@code
 * further.NAME} for each further field of the test cases.
 */
public final class CaseData {

  /** The columns, in order; append new ones at the end. */
  private static final String COLUMNS =
      "metric,suite,benchmark,profile,scenario,backend,target,category,before,after,change,"
          + "threshold,factor,comparability,relevant,relevant_on_site,magnitude,start,end,"
          + "judged_by,caveats";

  private CaseData() {}

  /** CSV as in RFC 4180, one test case per line. */
  public static String csv(ComparisonReport report) {
    return Csv.render(List.of(COLUMNS.split(",")), rows(report).toList());
  }

  /** One JSON object per test case, each on its own line; empty without test cases. */
  public static String jsonLines(ComparisonReport report) {
    return Json.lines(rows(report));
  }

  private static Stream<ObjectNode> rows(ComparisonReport report) {
    List<ScopedCaveat> caveats = report.caveats();
    return report.metrics().stream().flatMap(judged -> rows(judged, report.withRuntime(), caveats));
  }

  /**
   * The rows of a metric: the comparable test cases, largest change first regardless of direction
   * and those from zero before all others, then the rest by name; then runtime benchmarks likewise.
   *
   * @param caveats those of the whole comparison, by every metric
   */
  static Stream<ObjectNode> rows(
      JudgedComparison judged, boolean withRuntime, List<ScopedCaveat> caveats) {
    ArtifactComparison facts = judged.facts();
    CaseCaveats ofCases = CaseCaveats.of(facts.metric(), caveats);
    Stream<ObjectNode> compile =
        rows(facts, ofCases, ComparableTestCases.of(facts), facts.compile().stream());
    return withRuntime
        ? Stream.concat(
            compile,
            rows(
                facts,
                ofCases,
                ComparableTestCases.ofRuntime(facts),
                facts.runtime().stream()
                    .map(some -> new TestCaseComparison(some.testCase(), some.result()))))
        : compile;
  }

  private static Stream<ObjectNode> rows(
      ArtifactComparison facts,
      CaseCaveats caveats,
      ComparableTestCases comparable,
      Stream<TestCaseComparison> all) {
    return Stream.concat(
        comparable.largestFirst().stream()
            .map(
                change ->
                    row(facts, caveats, change.testCase(), change.result(), Optional.of(change))),
        all.filter(some -> !some.result().isJudged())
            .sorted(Comparator.comparing(TestCaseComparison::testCase, TestCase.BY_NAME))
            .map(some -> row(facts, caveats, some.testCase(), some.result(), Optional.empty())));
  }

  /** The change and magnitude of a test case that cannot be compared are null. */
  private static ObjectNode row(
      ArtifactComparison facts,
      CaseCaveats caveats,
      TestCase testCase,
      TestResultComparison result,
      Optional<TestCaseChange> change) {
    boolean runtime = testCase.isRuntime();
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("metric", facts.metric().name())
        .put("suite", runtime ? "runtime" : "compile")
        .put("benchmark", testCase.benchmark())
        .put("profile", runtime ? null : testCase.profile())
        .put("scenario", runtime ? null : testCase.scenario())
        .put("backend", runtime ? null : testCase.backend())
        .put("target", testCase.target())
        .put("category", runtime ? null : facts.categoryOf(testCase.benchmark()).label())
        .put("before", result.before())
        .put("after", result.after())
        .put("change", change.map(TestCaseChange::change).orElse(null))
        .put("threshold", result.significanceThreshold())
        .put("factor", change.map(TestCaseChange::factor).orElse(result.significanceFactor()))
        .put("comparability", result.comparability().name().toLowerCase(Locale.ROOT))
        .put("relevant", change.map(TestCaseChange::isRelevant).orElse(false))
        .put("relevant_on_site", result.relevantOnSite())
        .put("magnitude", change.map(some -> some.magnitude().number()).orElse(null))
        .put("start", facts.before().commit().text())
        .put("end", facts.after().commit().text())
        .put("judged_by", CaseCaveats.judgedBy(result).orElse(null))
        .put("caveats", caveats.kinds(testCase).orElse(null));
    SelectionData.putFurther(row, testCase);
    return row;
  }
}

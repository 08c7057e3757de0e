package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.caveat.ComparisonCaveats;
import dev.perftriage.model.Artifact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The measured values of a range as one long table, in parts: a row for each test case of each
 * merge by each metric, with the verdict on its change since the merge before. {@code
 * src/docs/data.md} describes the columns.
 */
public final class ValueTable {

  /** The columns before and after those of {@link CaseData}; append new ones at the end. */
  private static final List<String> FIRST = List.of("merge", "time", "pull_request");

  private static final List<String> OF_CASES =
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
          "change",
          "threshold",
          "factor",
          "comparability",
          "relevant",
          "relevant_on_site",
          "magnitude",
          "judged_by",
          "caveats");

  /** The value at the merge follows what identifies it. */
  private static final int IDENTIFYING = 8;

  private final List<String> columns;

  /**
   * A table.
   *
   * @param further the names of the test cases' further fields, each of which is a column in CSV
   */
  public ValueTable(Collection<String> further) {
    List<String> all = new ArrayList<>(FIRST);
    all.addAll(OF_CASES.subList(0, IDENTIFYING));
    all.add("value");
    all.addAll(OF_CASES.subList(IDENTIFYING, OF_CASES.size()));
    all.add("parent");
    further.stream().sorted().map(name -> SelectionData.FURTHER + "." + name).forEach(all::add);
    columns = List.copyOf(all);
  }

  /** The header line of CSV. */
  public String csvHeader() {
    return Csv.header(columns);
  }

  /** The rows of a merge as CSV. */
  public String csv(JudgedComparison merge) {
    return Csv.lines(columns, rows(merge).toList());
  }

  /** The rows of a merge as JSON, an object on each line. */
  public String jsonLines(JudgedComparison merge) {
    return Json.lines(rows(merge));
  }

  private static Stream<ObjectNode> rows(JudgedComparison merge) {
    Artifact after = merge.facts().after();
    String parent = merge.facts().before().commit().text();
    return CaseData.rows(merge, true, ComparisonCaveats.of(List.of(merge), true, Optional.empty()))
        .map(testCase -> row(after, parent, testCase));
  }

  private static ObjectNode row(Artifact merge, String parent, ObjectNode testCase) {
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("merge", merge.commit().text())
            .put("time", Objects.toString(merge.date(), null))
            .put("pull_request", merge.pr());
    OF_CASES.subList(0, IDENTIFYING).forEach(column -> row.set(column, testCase.get(column)));
    row.set("value", testCase.get("after"));
    OF_CASES
        .subList(IDENTIFYING, OF_CASES.size())
        .forEach(column -> row.set(column, testCase.get(column)));
    row.put("parent", parent);
    if (testCase.has(SelectionData.FURTHER)) {
      row.set(SelectionData.FURTHER, testCase.get(SelectionData.FURTHER));
    }
    return row;
  }
}

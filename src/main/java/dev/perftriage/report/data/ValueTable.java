package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.caveat.ComparisonCaveats;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.data.TableColumn.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  private static final List<String> LAST = List.of("parent", "noise_verdict");

  /** The value at the merge follows what identifies it. */
  private static final int IDENTIFYING = 8;

  /** What identifies a test case. */
  private static final List<String> NAMES =
      List.of("benchmark", "profile", "scenario", "backend", "target", SelectionData.FURTHER);

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("time", Kind.TIME),
          Map.entry("pull_request", Kind.WHOLE),
          Map.entry("value", Kind.NUMBER),
          Map.entry("before", Kind.NUMBER),
          Map.entry("change", Kind.NUMBER),
          Map.entry("threshold", Kind.NUMBER),
          Map.entry("factor", Kind.NUMBER),
          Map.entry("relevant", Kind.TRUTH),
          Map.entry("relevant_on_site", Kind.TRUTH),
          Map.entry("magnitude", Kind.WHOLE));

  /** The columns that no row leaves empty. */
  private static final Set<String> FILLED =
      Set.of("merge", "metric", "suite", "benchmark", "comparability", "relevant", "parent");

  private final List<String> columns;

  /**
   * A table.
   *
   * @param further the names of the test cases' further fields, each of which is a column, except
   *     in JSON
   */
  public ValueTable(Collection<String> further) {
    List<String> all = new ArrayList<>(FIRST);
    all.addAll(OF_CASES.subList(0, IDENTIFYING));
    all.add("value");
    all.addAll(OF_CASES.subList(IDENTIFYING, OF_CASES.size()));
    all.addAll(LAST);
    further.stream().sorted().map(name -> SelectionData.FURTHER + "." + name).forEach(all::add);
    columns = List.copyOf(all);
  }

  /** The header line of CSV. */
  public String csvHeader() {
    return Csv.header(columns);
  }

  /** The rows of a merge as CSV. */
  public String csv(JudgedMerge merge) {
    return Csv.lines(columns, rows(merge).toList());
  }

  /** The rows of a merge as JSON, an object on each line. */
  public String jsonLines(JudgedMerge merge) {
    return Json.lines(rows(merge));
  }

  /** The columns, in order. */
  public List<TableColumn> columns() {
    return columns.stream()
        .map(
            name ->
                new TableColumn(name, KINDS.getOrDefault(name, Kind.TEXT), !FILLED.contains(name)))
        .toList();
  }

  /**
   * Writes the rows of a merge to a table with these columns.
   *
   * @throws IOException if writing fails
   */
  public void write(JudgedMerge merge, TableWriter out) throws IOException {
    for (ObjectNode row : rows(merge).toList()) {
      JsonNode further = row.remove(SelectionData.FURTHER);
      if (further != null) {
        further
            .properties()
            .forEach(
                field -> row.set(SelectionData.FURTHER + "." + field.getKey(), field.getValue()));
      }
      out.write(row);
    }
  }

  private static Stream<ObjectNode> rows(JudgedMerge merge) {
    JudgedComparison comparison = merge.comparison;
    Artifact after = comparison.facts().after();
    String parent = comparison.facts().before().commit().text();
    Map<ObjectNode, String> verdicts = new HashMap<>();
    merge.noise.forEach(
        (testCase, verdict) -> verdicts.put(SelectionData.names(testCase), verdict.label()));
    return CaseData.rows(
            comparison, true, ComparisonCaveats.of(List.of(comparison), true, Optional.empty()))
        .map(testCase -> row(after, parent, testCase, verdict(testCase, verdicts)));
  }

  /** The verdict on a row's relevant change; null if it was not judged. */
  private static @Nullable String verdict(ObjectNode testCase, Map<ObjectNode, String> verdicts) {
    return verdicts.isEmpty() || !testCase.get("relevant").booleanValue()
        ? null
        : verdicts.get(testCase.deepCopy().retain(NAMES));
  }

  private static ObjectNode row(
      Artifact merge, String parent, ObjectNode testCase, @Nullable String noiseVerdict) {
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
    row.put("parent", parent).put("noise_verdict", noiseVerdict);
    if (testCase.has(SelectionData.FURTHER)) {
      row.set(SelectionData.FURTHER, testCase.get(SelectionData.FURTHER));
    }
    return row;
  }

  /**
   * A merge.
   *
   * @param comparison the selected test cases, compared with the merge before
   * @param noise the verdicts on relevant changes, selected or not; empty if noise is not told
   */
  public record JudgedMerge(JudgedComparison comparison, Map<TestCase, NoiseVerdict> noise) {}
}

package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code compare} prints for programs. */
class CompareDataTest {

  private static final Path INPUTS = Path.of("src/test/resources/dev/perftriage/compare");
  private static final Path SCHEMAS = Path.of("src/main/resources/dev/perftriage/report/data");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NUMBERS =
      List.of("before", "after", "change", "threshold", "factor", "magnitude");
  private static final List<String> FLAGS = List.of("relevant", "relevant_on_site");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"everything.json", "runtime-and-backends.json"})
  void jsonLinesAndCsvCarryTheTestCasesOfTheJson(String input) throws IOException {
    for (List<String> more : List.of(List.<String>of(), List.of("--runtime"))) {
      JsonNode document = JSON.readTree(print(input, "json", more));
      List<JsonNode> cases = new ArrayList<>();
      document.get("comparisons").forEach(one -> one.get("cases").forEach(cases::add));

      assertThat(print(input, "jsonl", more).lines().map(CompareDataTest::json).toList())
          .isEqualTo(cases);
      assertThat(readBack(print(input, "csv", more)).stream().map(CompareDataTest::finite).toList())
          .isEqualTo(cases);
    }
  }

  @Test
  void everyTestCaseIsThereRelevantOrNotComparableOrNot() throws IOException {
    assertThat(readBack(print("everything.json", "csv", List.of()))).hasSize(9);
    assertThat(readBack(print("runtime-and-backends.json", "csv", List.of("--runtime"))))
        .extracting(row -> row.get("suite").asText() + " " + row.get("comparability").asText())
        .containsExactly(
            "compile comparable",
            "compile comparable",
            "compile comparable",
            "compile comparable",
            "compile comparable",
            "compile stays_zero",
            "runtime comparable",
            "runtime comparable");
  }

  @Test
  void csvTellsWhichNumberIsNotFinite() throws IOException {
    Path file = directory.resolve("odd.json");
    Files.writeString(
        file,
        """
        {"a": {"commit": "a"}, "b": {"commit": "b"}, "compile_comparisons": [
          {"benchmark": "x", "profile": "check", "scenario": "full",
           "comparison": {"is_relevant": false, "significance_threshold": 0.1,
                          "significance_factor": 1e999, "statistics": [-1e999, null]}}]}
        """);

    ObjectNode row = readBack(incomplete(file, "csv")).get(0);

    assertThat(row.get("before").doubleValue()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(row.get("after").doubleValue()).isNaN();
    assertThat(row.get("factor").doubleValue()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(row.get("change").isNull()).isTrue();
    assertThat(incomplete(file, "jsonl"))
        .contains("\"before\":null,\"after\":null,\"change\":null");
  }

  @Test
  void noCellOfTextBeginsAsAFormulaDoes() throws IOException {
    String csv = print("runtime-and-backends.json", "csv", List.of());

    assertThat(csv)
        .contains("\"'=HYPERLINK(\"\"http://example.com\"\",\"\"click\"\")\"")
        .contains("\"''@quoted\r\nand, broken\"")
        .doesNotContain(",=", "\"=", ",@", "\"@");
    assertThat(readBack(csv))
        .extracting(row -> row.get("benchmark").asText())
        .contains("=HYPERLINK(\"http://example.com\",\"click\")", "'@quoted\r\nand, broken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1", "+1", "-1", "@x", "\t1", "\r1", "\n=1", " =1", "＝1", "－1", "'1", "''", "a=1"
      })
  void everyNameComesBackFromCsv(String name) throws IOException {
    Path file = directory.resolve("name.json");
    ObjectNode answer =
        (ObjectNode) JSON.readTree(Files.readString(INPUTS.resolve("everything.json")));
    answer
        .get("compile_comparisons")
        .forEach(compile -> ((ObjectNode) compile).put("scenario", name));
    JSON.writeValue(file.toFile(), answer);

    String csv = print(file.toString(), "csv", List.of());

    assertThat(readBack(csv)).allMatch(row -> row.get("scenario").asText().equals(name));
    String first = readCells(csv).get(0).get("scenario");
    assertThat(first).isEqualTo(name.equals("a=1") ? name : "'" + name);
  }

  @Test
  void csvIsByRfc4180() throws IOException {
    String csv = print("everything.json", "csv", List.of());

    assertThat(csv).startsWith("metric,suite,benchmark,profile,scenario,backend,target,category,");
    assertThat(csv).endsWith("\r\n");
    assertThat(csv.replace("\r\n", "")).doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"everything.json", "runtime-and-backends.json"})
  void theSchemaDescribesTheJson(String input) throws IOException {
    assertValid("comparison.schema.json", "", print(input, "json", List.of()));
    assertValid("comparison.schema.json", "", print(input, "json", List.of("--runtime")));
    assertValid(
        "comparison.schema.json",
        "",
        print(input, "json", List.of("--by", "scenario,category", "--profile", "!doc")));
    assertValid(
        "comparison.schema.json", "", print(input, "json", List.of("--direction", "regression")));
    for (String line : print(input, "jsonl", List.of("--runtime")).lines().toList()) {
      assertValid("comparison.schema.json", "#/$defs/case", line);
    }
  }

  @Test
  void theSchemaOfBackendsDescribesTheirJson() throws IOException {
    List<String> backends = List.of("--backends", "llvm,cranelift");
    assertValid("backends.schema.json", "", print("runtime-and-backends.json", "json", backends));
    for (String line : print("runtime-and-backends.json", "jsonl", backends).lines().toList()) {
      assertValid("backends.schema.json", "#/$defs/case", line);
    }
  }

  @Test
  void theSchemaKnowsTheColumnsInTheirOrder() throws IOException {
    JsonNode schema = JSON.readTree(SCHEMAS.resolve("comparison.schema.json").toFile());
    List<String> documented = new ArrayList<>();
    schema.at("/$defs/case/properties").fieldNames().forEachRemaining(documented::add);
    // Its columns depend on the answer.
    documented.remove("further");

    assertThat(print("everything.json", "csv", List.of()).lines().findFirst())
        .contains(String.join(",", documented));
  }

  @Test
  void backendsCarryTheSameNumbersInEveryFormat() throws IOException {
    List<String> backends = List.of("--backends", "llvm,cranelift");
    JsonNode json = JSON.readTree(print("runtime-and-backends.json", "json", backends));
    JsonNode comparison = json.get("comparisons").get(0);
    List<JsonNode> cases = new ArrayList<>();
    comparison.get("cases").forEach(cases::add);

    assertThat(cases)
        .extracting(row -> row.get("before").asDouble(), row -> row.get("after").asDouble())
        .containsExactly(tuple(1010.0, 505.0000000000001), tuple(2002.1, 2500.0));
    assertThat(comparison.at("/total/before").asDouble()).isEqualTo(1010 + 2002.1);
    assertThat(comparison.get("unpaired")).hasSize(2);
    assertThat(
            print("runtime-and-backends.json", "jsonl", backends)
                .lines()
                .map(CompareDataTest::json)
                .toList())
        .isEqualTo(cases);
    List<ObjectNode> rows = readBack(print("runtime-and-backends.json", "csv", backends));
    assertThat(rows).isEqualTo(cases);
  }

  private String incomplete(Path file, String format) {
    Result result =
        Cli.in(directory).run("compare", "--input", file.toString(), "--format", format);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
    return result.out();
  }

  private String print(String input, String format, List<String> more) {
    Path file = INPUTS.resolve(input).toAbsolutePath();
    Result result =
        Cli.in(directory).run(more, "compare", "--input", file.toString(), "--format", format);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result.out();
  }

  private static void assertValid(String schema, String part, String json) throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(SCHEMAS.resolve(schema).toFile());
    if (!part.isEmpty()) {
      root.retain("$schema", "$defs");
      root.put("$ref", part);
    }
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(root)
                .validate(json, InputFormat.JSON))
        .isEmpty();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Map<String, String>> readCells(String csv) throws IOException {
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    return new CsvMapper()
        .readerForMapOf(String.class)
        .with(header)
        .<Map<String, String>>readValues(csv)
        .readAll();
  }

  /** Reads CSV as its documentation says. */
  private static List<ObjectNode> readBack(String csv) throws IOException {
    List<ObjectNode> rows = new ArrayList<>();
    for (Map<String, String> cells : readCells(csv)) {
      ObjectNode row = JSON.createObjectNode();
      cells.forEach(
          (column, cell) -> {
            if (cell.isEmpty()) {
              row.putNull(column);
            } else if (column.equals("magnitude")) {
              row.put(column, Integer.parseInt(cell));
            } else if (NUMBERS.contains(column)) {
              row.put(column, Double.parseDouble(cell));
            } else if (FLAGS.contains(column)) {
              row.put(column, Boolean.parseBoolean(cell));
            } else {
              row.put(column, cell.startsWith("'") ? cell.substring(1) : cell);
            }
          });
      rows.add(row);
    }
    return rows;
  }

  /** As JSON has it: no number that is not finite. */
  private static ObjectNode finite(ObjectNode row) {
    for (String column : NUMBERS) {
      if (row.has(column)
          && row.get(column).isDouble()
          && !Double.isFinite(row.get(column).asDouble())) {
        row.putNull(column);
      }
    }
    return row;
  }
}

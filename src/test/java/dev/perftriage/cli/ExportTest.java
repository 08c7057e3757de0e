package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.FakeServices;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of the recorded week as one table. */
class ExportTest {

  private static final String WEEK = "23fced0f..f5711a55";
  private static final String START = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
  private static final int MERGES = 36;
  private static final List<String> SAME_AS_IN_COMPARE =
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

  @TempDir private Path directory;

  @Test
  void everyValueOfAMergeIsARowWithTheVerdictsOfCompare() throws IOException {
    List<JsonNode> exported = json(export("72fe2ffb..6906167e", "-f", "jsonl").out());
    List<JsonNode> compared =
        json(
            Cli.in(directory)
                .run(
                    List.of("--store", Cli.SAMPLE.toString(), "--offline"),
                    "compare",
                    "72fe2ffb..6906167e",
                    "--format=jsonl",
                    "--runtime")
                .out());

    assertThat(exported).hasSameSizeAs(compared).hasSizeGreaterThan(500);
    for (int at = 0; at < exported.size(); at++) {
      JsonNode row = exported.get(at);
      JsonNode testCase = compared.get(at);
      assertThat(row.get("value")).isEqualTo(testCase.get("after"));
      assertThat(row.get("merge")).isEqualTo(testCase.get("end"));
      assertThat(row.get("parent")).isEqualTo(testCase.get("start"));
      assertThat(row.get("pull_request").asInt()).isEqualTo(148193);
      assertThat(row.get("time").asText()).isEqualTo("2025-10-30T09:43:47Z");
      for (String same : SAME_AS_IN_COMPARE) {
        assertThat(row.get(same)).as(same).isEqualTo(testCase.get(same));
      }
    }
  }

  @Test
  void mergesComeInOrderAndBothFormatsHaveTheSameRows() throws IOException {
    List<JsonNode> rows = json(export(WEEK, "--format", "jsonl").out());
    List<String> merges = rows.stream().map(row -> row.get("merge").asText()).distinct().toList();
    List<String> lines = export(WEEK).out().lines().toList();

    assertThat(merges).hasSize(MERGES);
    String parent = START;
    for (String merge : merges) {
      String expected = parent;
      assertThat(rows.stream().filter(row -> row.get("merge").asText().equals(merge)))
          .allSatisfy(row -> assertThat(row.get("parent").asText()).isEqualTo(expected));
      parent = merge;
    }
    assertThat(lines.get(0))
        .isEqualTo(
            "merge,time,pull_request,metric,suite,benchmark,profile,scenario,backend,target,"
                + "category,value,before,change,threshold,factor,comparability,relevant,"
                + "relevant_on_site,magnitude,judged_by,caveats,parent,noise_verdict");
    assertThat(lines).hasSize(1 + rows.size());
  }

  @Test
  void noiseVerdictsAreThoseOfAReport() throws IOException {
    Map<String, String> exported = new TreeMap<>();
    for (JsonNode row : json(export(WEEK, "--noise", "-f", "jsonl").out())) {
      if (!row.get("noise_verdict").isNull()) {
        exported.put(key(row.get("merge"), row), row.get("noise_verdict").asText());
      }
    }
    Map<String, String> reported = new TreeMap<>();
    JsonNode report =
        new ObjectMapper()
            .readTree(
                Cli.in(directory)
                    .run(
                        List.of("--store", Cli.SAMPLE.toString(), "--offline"),
                        "report",
                        "--date=2025-11-03",
                        "--annotate",
                        "--format=json",
                        "-o",
                        "-")
                    .out());
    for (String part : List.of("entries", "other_comparisons")) {
      for (JsonNode comparison : report.get(part)) {
        comparison
            .get("changes")
            .forEach(
                change ->
                    reported.put(
                        key(comparison.get("commit"), change), change.get("verdict").asText()));
      }
    }

    assertThat(exported).isEqualTo(reported).hasSizeGreaterThan(100);
    assertThat(exported.values()).contains("persistent", "returned", "reverted");
    assertThat(json(export(WEEK, "-f", "jsonl").out()))
        .allMatch(row -> row.get("noise_verdict").isNull());
  }

  private static String key(JsonNode merge, JsonNode testCase) {
    return Stream.of("benchmark", "profile", "scenario", "backend", "target")
        .map(name -> testCase.get(name).asText())
        .collect(Collectors.joining(" ", merge.asText() + " ", ""));
  }

  @Test
  void filtersSelectRowsAndTheFileIsWhatIsPrinted() throws IOException {
    Result printed = export(WEEK, "--profile=opt", "--direction=regression");
    Result written = export(WEEK, "--profile=opt", "--direction=regression", "-o", "opt.csv");

    assertThat(printed.out().lines().skip(1))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains(",opt,"));
    assertThat(written.out()).isEmpty();
    assertThat(Files.readString(directory.resolve("opt.csv"))).isEqualTo(printed.out());

    Result again = export(WEEK, "-o", "opt.csv");
    assertThat(again.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(again.err()).contains("opt.csv already exists; use --force to overwrite it");
  }

  @Test
  void theRangeIsFetchedOnceAndMayBeOneRevisionOrAnAddress() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      List<String> options = new ArrayList<>(services.options());
      options.addAll(List.of("--store", directory.resolve("store").toString()));
      Result first = Cli.in(directory).run(options, "export", WEEK);
      int asked = services.questions().size();
      Result second = Cli.in(directory).run(options, "export", START);
      Result third =
          Cli.in(directory)
              .run(
                  options,
                  "export",
                  "https://perf.rust-lang.org/?start=23fced0f&end=f5711a55&stat=instructions:u");

      assertThat(first.exitCode()).isZero();
      assertThat(asked).isLessThanOrEqualTo(MERGES + 3);
      assertThat(second.out()).isEqualTo(first.out()).isEqualTo(export(WEEK).out());
      assertThat(third.out()).isEqualTo(first.out());
    }
  }

  @Test
  void aMergeThatIsMissingLeavesTheOthers() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      services.breakWith(
          question ->
              question.toString().contains("6906167e")
                  ? Optional.of(FakeServices.text(500, "out of order"))
                  : Optional.empty());
      Result result = Cli.in(directory).run(services.options(), "export", WEEK, "--retries=0");

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err()).contains("6906167e");
      assertThat(merges(result)).hasSizeBetween(MERGES - 2, MERGES - 1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "export; 2; Missing required parameter: 'RANGE'",
        "export A..; 2; 'A..' does not name two revisions; expected A..B",
        "export 7d --format xlsx; 2; --format: 'xlsx' is not one of csv, jsonl, parquet",
        "export 7d --format parquet -o a; 2; this build writes no parquet; mvn -Pparquet package",
        "export nonsense!; 2; RANGE: 'nonsense!'",
        "export 23fced0f..f5711a55 --offline --store SAMPLE --benchmark nope; 3; no measured test",
        "export 23fced0f..f5711a55 --offline --store SAMPLE -m faults; 3; faults",
      })
  void errorsHaveASentenceAndACode(String line, int exitCode, String message) {
    Result result = Cli.in(directory).run(line.replace("SAMPLE", Cli.SAMPLE.toString()).split(" "));

    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.err()).startsWith("perf-triage: ").contains(message);
  }

  @Test
  void theQueriesInTheDocumentationRun() throws IOException, SQLException {
    Path folder = Files.createDirectory(directory.resolve("values"));
    Result part = export("23fced0f..72fe2ffb", "-o", folder.resolve("1.csv").toString());
    assertThat(part.exitCode()).as("the range's ends are not compared").isZero();
    assertThat(part.err()).isEmpty();
    export("72fe2ffb..f5711a55", "-o", folder.resolve("2.csv").toString());
    List<JsonNode> rows = json(export(WEEK, "-f", "jsonl").out());
    List<String> queries =
        Pattern.compile("(?s)```sql\n(.*?)```")
            .matcher(Files.readString(Path.of("src/docs/data.md")))
            .results()
            .map(block -> block.group(1).replace("'values", "'" + folder))
            // mvn -Pspark test runs the others.
            .filter(query -> query.contains("read_csv"))
            .toList();
    assertThat(queries).hasSize(2);

    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      try (ResultSet found = statement.executeQuery(queries.get(0))) {
        assertThat(found.next()).isTrue();
        String benchmark = found.getString("benchmark");
        String profile = found.getString("profile");
        String scenario = found.getString("scenario");
        long relevant =
            rows.stream()
                .filter(row -> row.get("relevant").asBoolean())
                .filter(row -> row.get("benchmark").asText().equals(benchmark))
                .filter(row -> row.get("profile").asText().equals(profile))
                .filter(row -> row.get("scenario").asText().equals(scenario))
                .count();
        assertThat(found.getLong("relevant_changes")).isEqualTo(relevant).isPositive();
      }
      statement.execute(queries.get(1));
      try (ResultSet sum =
          statement.executeQuery(
              "SELECT count(*), sum(value) FROM '%s.parquet'".formatted(folder))) {
        sum.next();
        assertThat(sum.getLong(1)).isEqualTo(rows.size());
        assertThat(sum.getDouble(2))
            .isCloseTo(
                rows.stream().mapToDouble(row -> row.get("value").asDouble()).sum(),
                Percentage.withPercentage(1e-9));
      }
    }
  }

  private Result export(String range, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--store", Cli.SAMPLE.toString(), "--offline"));
    return Cli.in(directory).run(all, "export", range);
  }

  private static Set<String> merges(Result result) {
    Set<String> merges = new TreeSet<>();
    result.out().lines().skip(1).forEach(line -> merges.add(line.substring(0, 40)));
    return merges;
  }

  private static List<JsonNode> json(String lines) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      rows.add(mapper.readTree(line));
    }
    return rows;
  }
}

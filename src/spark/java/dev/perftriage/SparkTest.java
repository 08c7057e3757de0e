package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation's query for Spark, over a folder of exports of the recorded week. */
class SparkTest {

  private static final int SHOWN = 10;
  private static final Comparator<Found> MOST_CHANGES_FIRST =
      Comparator.comparing(Found::relevantChanges)
          .thenComparing(Found::largest)
          .reversed()
          .thenComparing(Found::testCase);

  @TempDir private Path directory;

  @Test
  void theQueryInTheDocumentationFindsWhatTheRowsHold() throws IOException, InterruptedException {
    Path folder = Files.createDirectory(directory.resolve("values"));
    export("23fced0f..72fe2ffb", "csv", folder.resolve("1.csv"));
    export("72fe2ffb..f5711a55", "csv", folder.resolve("2.csv"));
    Path rows = directory.resolve("rows");
    export("23fced0f..f5711a55", "jsonl", rows);

    List<Found> found = new ArrayList<>();
    try (SparkSession spark = session()) {
      Dataset<Row> last = spark.emptyDataFrame();
      for (String statement : statements(folder)) {
        last = spark.sql(statement);
      }
      for (Row row : last.collectAsList()) {
        found.add(
            new Found(
                "%s %s %s".formatted(row.getString(0), row.getString(1), row.getString(2)),
                row.<Long>getAs("relevant_changes"),
                row.<Double>getAs("largest")));
      }
    }
    assertThat(found).containsExactlyElementsOf(expected(rows)).hasSize(SHOWN);
  }

  /** The statements of the page, over a folder. */
  private static List<String> statements(Path folder) throws IOException {
    String page = Files.readString(Path.of("src/docs/data.md"));
    String query =
        Pattern.compile("(?s)```sql\n(CREATE TEMPORARY VIEW .*?)```")
            .matcher(page)
            .results()
            .map(block -> block.group(1))
            .findFirst()
            .orElseThrow()
            .replace("'values", "'" + folder);
    return Stream.of(query.split(";")).filter(statement -> !statement.isBlank()).toList();
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[1]")
        .config("spark.ui.enabled", false)
        .config("spark.log.level", "ERROR")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", 1)
        .getOrCreate();
  }

  /** Exports with the compiled program, in a process of its own. */
  private void export(String range, String format, Path file)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.perftriage.cli.Main",
            "export",
            range,
            "--store=" + Path.of("samples/2025-11-03").toAbsolutePath(),
            "--offline",
            "--format=" + format,
            "-o",
            file.toString());
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }

  /** What the query must find, counted row by row. */
  private static List<Found> expected(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Map<String, List<Double>> relevant = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = mapper.readTree(line);
      if (row.get("relevant").booleanValue() && row.get("suite").textValue().equals("compile")) {
        relevant
            .computeIfAbsent(
                "%s %s %s"
                    .formatted(
                        row.get("benchmark").textValue(),
                        row.get("profile").textValue(),
                        row.get("scenario").textValue()),
                name -> new ArrayList<>())
            .add(Math.abs(row.get("change").doubleValue()));
      }
    }
    return relevant.entrySet().stream()
        .map(
            all ->
                new Found(
                    all.getKey(),
                    all.getValue().size(),
                    all.getValue().stream().max(Comparator.naturalOrder()).orElseThrow()))
        .sorted(MOST_CHANGES_FIRST)
        .limit(SHOWN)
        .toList();
  }

  private record Found(String testCase, long relevantChanges, double largest) {}
}

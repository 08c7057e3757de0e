package dev.perftriage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Prints what {@code src/bench/run} measured as Markdown: {@code BenchTable FOLDER}. The folder has
 * a file {@code rows} with a line {@code NAME<tab>LABEL} for each row, and of each row {@code
 * NAME.TURN.json} by hyperfine for each run and {@code NAME.rss}, lines with its peak memory in KB,
 * or {@code NAME.skipped} with the reason.
 */
public final class BenchTable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double MILLIS = 1000;
  private static final double KB_IN_MB = 1024;

  private final Path folder;

  private BenchTable(Path folder) {
    this.folder = folder;
  }

  /** Prints both tables: what was measured, and what must hold. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BenchTable table = new BenchTable(Path.of(args[0]));
    List<Row> rows = table.rows();
    out.print("| | wall, ms | fastest to slowest | CPU, ms | peak memory, MB | runs |\n");
    out.print("| --- | ---: | ---: | ---: | ---: | ---: |\n");
    rows.forEach(row -> out.print(row.line()));
    out.print("\n| what must hold | measured | bound | |\n| --- | ---: | ---: | --- |\n");
    Bounds.of(rows).forEach(bound -> out.print(bound.line()));
  }

  private List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("rows"))) {
      String name = line.substring(0, line.indexOf('\t'));
      rows.add(row(name, line.substring(name.length() + 1)));
    }
    return rows;
  }

  private Row row(String name, String label) throws IOException {
    Path skipped = folder.resolve(name + ".skipped");
    if (Files.exists(skipped)) {
      String why = Files.readString(skipped).strip();
      return new Row(
          name, label, why, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
    }
    List<JsonNode> runs = runs(name);
    double[] walls =
        runs.stream().mapToDouble(run -> run.get("mean").asDouble()).sorted().toArray();
    return new Row(
        name,
        label,
        "",
        StatUtils.percentile(walls, 50),
        walls[0],
        walls[walls.length - 1],
        runs.stream()
            .mapToDouble(run -> run.get("user").asDouble() + run.get("system").asDouble())
            .average()
            .orElse(Double.NaN),
        peak(folder.resolve(name + ".rss")),
        runs.size());
  }

  private List<JsonNode> runs(String name) throws IOException {
    List<JsonNode> runs = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name + ".[0-9]*.json")) {
      for (Path file : files) {
        runs.add(JSON.readTree(file.toFile()).at("/results/0"));
      }
    }
    return runs;
  }

  /** The largest of all runs, in MB; NaN where memory could not be measured. */
  private static double peak(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream()
                .mapToDouble(Double::parseDouble)
                .max()
                .orElse(Double.NaN)
            / KB_IN_MB
        : Double.NaN;
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
  }

  /**
   * What was measured of a command.
   *
   * @param skipped why nothing was; empty where it was measured
   * @param wall the median, in seconds
   * @param cpu user and system time, the mean, in seconds
   * @param peak the most memory that any run had resident, in MB
   */
  record Row(
      String name,
      String label,
      String skipped,
      double wall,
      double fastest,
      double slowest,
      double cpu,
      double peak,
      int runs) {

    private String line() {
      if (!skipped.isEmpty()) {
        return "| " + label + " | not measured: " + skipped + " | | | | |\n";
      }
      return String.join(
          " | ",
          "| " + label,
          number("%,.0f", wall * MILLIS),
          number("%,.0f", fastest * MILLIS) + " to " + number("%,.0f", slowest * MILLIS),
          number("%,.0f", cpu * MILLIS),
          number("%,.0f", peak),
          runs + " |\n");
    }
  }
}

package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that writes Parquet, without anything but Java. */
class ParquetIT {

  private static final Path JAR = Path.of("target/perf-triage-parquet.jar").toAbsolutePath();
  private static final Path WEEK = Path.of("samples/2025-11-03").toAbsolutePath();
  private static final String RANGE = "23fced0f..f5711a55";

  @TempDir private Path directory;

  @Test
  void theRowsAreThoseOfCsv() throws IOException, InterruptedException, SQLException {
    assertThat(export("csv", "week.csv")).isEmpty();
    assertThat(export("parquet", "week.parquet")).isEmpty();
    String csv =
        "SELECT * FROM read_csv('week.csv', nullstr = '', types = {'pull_request': 'INTEGER',"
            + " 'magnitude': 'INTEGER', 'value': 'DOUBLE', 'before': 'DOUBLE', 'change': 'DOUBLE',"
            + " 'threshold': 'DOUBLE', 'factor': 'DOUBLE', 'time': 'TIMESTAMPTZ',"
            + " 'relevant': 'BOOLEAN', 'relevant_on_site': 'BOOLEAN'}, all_varchar = false)";
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("SET file_search_path = '%s'".formatted(directory));
      long rows = count(statement, "SELECT * FROM 'week.parquet'");

      assertThat(rows).isGreaterThan(10_000).isEqualTo(count(statement, csv));
      assertThat(count(statement, "FROM 'week.parquet' EXCEPT ALL (" + csv + ")")).isZero();
      assertThat(count(statement, csv + " EXCEPT ALL FROM 'week.parquet'")).isZero();
      assertThat(columns(statement, "week.parquet"))
          .containsEntry("time", "TIMESTAMP WITH TIME ZONE")
          .containsEntry("pull_request", "INTEGER")
          .containsEntry("value", "DOUBLE")
          .containsEntry("relevant", "BOOLEAN")
          .containsEntry("profile", "VARCHAR")
          .hasSize(count(statement, "DESCRIBE " + csv));
      assertThat(
              count(
                  statement,
                  "FROM parquet_metadata('week.parquet') WHERE path_in_schema = 'benchmark' AND"
                      + " encodings LIKE '%DICTIONARY%'"))
          .isPositive();
    }
  }

  @Test
  void theJarHasNoHadoopAndNoNativeCompressor() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> names = jar.stream().map(JarEntry::getName).toList();
      assertThat(names)
          .anyMatch(name -> name.startsWith("org/apache/parquet/hadoop/ParquetWriter"))
          .noneMatch(name -> name.startsWith("org/apache/hadoop/"))
          .noneMatch(name -> name.matches("(?i).*(snappy|zstd).*\\.(so|dll|dylib|jnilib)"));
    }
  }

  /** Exports the week; returns what is said about it. */
  private String export(String format, String file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString(), "export", RANGE));
    command.addAll(List.of("--store", WEEK.toString(), "--offline", "-q", "--noise"));
    command.addAll(List.of("--format", format, "-o", file));
    Path said = directory.resolve("said");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    process.waitFor();
    return Files.readString(said);
  }

  private static int count(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery("SELECT count(*) FROM (" + query + ")")) {
      found.next();
      return found.getInt(1);
    }
  }

  private static Map<String, String> columns(Statement statement, String file) throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    try (ResultSet found = statement.executeQuery("DESCRIBE FROM '%s'".formatted(file))) {
      while (found.next()) {
        types.put(found.getString("column_name"), found.getString("column_type"));
      }
    }
    return types;
  }
}

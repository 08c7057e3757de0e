package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that nobody writes by hand: each gets its sentence and exit code, or is drawn. */
class HostileInputTest {

  private static final Path TORTURE =
      Path.of("src/test/resources/dev/perftriage/torture").toAbsolutePath();
  private static final String INPUT = Path.of("samples/148193.json").toAbsolutePath().toString();

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "compare --input /dev/zero, larger than 67108864 bytes; raise --max-response",
    "compare --input /dev/zero --max-response 1, larger than 1048576 bytes",
    "compare --input sparse, larger than 67108864 bytes; raise --max-response",
    "log check /dev/zero, larger than 16777216 bytes",
    "log check --fix sparse, larger than 16777216 bytes",
    "log zulip sparse, larger than 16777216 bytes",
  })
  void anInputWithoutEndIsMissingDataAndNotMemory(String line, String says) throws IOException {
    try (RandomAccessFile sparse =
        new RandomAccessFile(directory.resolve("sparse").toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    Result result = cli().run(line.split(" ", -1));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err().lines()).hasSize(1).first().asString().contains(says);
  }

  @Test
  void aStoredResponseThatNobodySentIsMissingData() throws IOException {
    Path store = Files.createDirectory(directory.resolve("store"));
    try (RandomAccessFile sparse =
        new RandomAccessFile(store.resolve("commits.json").toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    Result result = cli().run("report", "--offline", "--store", "store", "-o", "-");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("commits.json failed: it is larger than");
  }

  @Test
  void aLogWhoseTableHasAMillionCellsIsNone() throws IOException {
    int columns = 20_000;
    Files.writeString(
        directory.resolve("log.md"),
        "|a".repeat(columns) + "|\n" + "|-".repeat(columns) + "|\n" + "|x|\n".repeat(60));
    Result result = cli().run("log", "check", "log.md");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .isEqualTo(
            "perf-triage: Reading the log log.md: its tables have more cells than can be read\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/(a|b)*c/", "/(a*)*c/", "*a*a*a*a*a*a*a*a*c*"})
  void noFilterRunsAwayOnALongName(String filter) throws IOException {
    longName("ab".repeat(6_000));
    Result result = cli().run("compare", "--input", "long.json", "--benchmark", filter);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("no measured test case matches the filters");
  }

  @Test
  void anExpressionNestedTooDeeplyIsAMistakeOfUse() {
    String filter = "/" + "(".repeat(50_000) + ")".repeat(50_000) + "/";
    Result result = cli().run("compare", "--input", INPUT, "--benchmark", filter);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("--benchmark: the regular expression is nested too deeply");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tökén", "two words", "line\nbreak", "escape\u001b[31m", "del\u007f"})
  void aTokenThatNoHeaderCanHoldIsAMistakeOfUse(String token) {
    Result result = cli().with(Map.of("GITHUB_TOKEN", token)).run("compare", "1.90.0", "1.91.0");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("GITHUB_TOKEN contains a character").doesNotContain(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-01-01", "-999999999-01-01", "10000-01-01", "0001-01-01"})
  void aDayBeyondAllCalendarsIsAMistakeOfUse(String date) {
    Result result =
        cli().run("report", "--offline", "--store", Cli.SAMPLE.toString(), "--date=" + date);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("'" + date + "' is not a date such as 2025-11-03");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2048", "2147483647"})
  void aLimitThatNoArrayReachesIsAMistakeOfUse(String mebibytes) {
    Result result = cli().run("compare", "--input", INPUT, "--max-response", mebibytes);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("--max-response must be ");
  }

  @Test
  void aPipeAsSettingsIsAMistakeOfUseAndNotWaitedFor() throws Exception {
    Path pipe = directory.resolve(".perf-triage.properties");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Result result = cli().run("compare", "--input", INPUT);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err())
        .contains(
            "Reading settings from .perf-triage.properties failed: it is a pipe or a device, not a"
                + " file");
  }

  @Test
  void aPipeInAStoreIsMissingDataAndNotWaitedFor() throws Exception {
    Path store = Files.createDirectories(directory.resolve("store/comparisons")).getParent();
    String name = "a".repeat(40) + ".." + "b".repeat(40) + ".instructions:u.json";
    Path pipe = directory.resolve("store/comparisons/" + name);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Result result =
        cli()
            .run(
                "compare",
                "--offline",
                "--store",
                String.valueOf(store),
                "a".repeat(40),
                "b".repeat(40));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains(" failed: it is a pipe or a device, not a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"huge-after.json", "huge-before.json", "tiny-before.json"})
  void valuesAtTheEndsOfWhatNumbersCanBeAreDrawn(String name) throws IOException {
    assertDrawn(TORTURE.resolve(name).toString());
  }

  @Test
  void aNameOfAnyLengthIsDrawn() throws IOException {
    longName("a\u0301\u4e00\u202e&<".repeat(20_000));
    assertDrawn("long.json");
  }

  private void assertDrawn(String input) throws IOException {
    Result result =
        cli().run("compare", "--input", input, "--html=page.html", "--charts=charts", "--runtime");

    assertThat(result.exitCode()).isZero();
    assertThat(directory.resolve("page.html")).content().contains("<svg").contains("</html>");
    for (String chart : new String[] {"largest-changes", "change-against-significance"}) {
      assertThat(directory.resolve("charts/" + chart + ".svg"))
          .content()
          .doesNotContain("NaN")
          .doesNotContain("Infinity");
    }
  }

  @Test
  void whatAResponseNamesItsFieldsCannotControlTheTerminal() {
    Result result =
        cli()
            .run(
                "compare",
                "--input",
                TORTURE.resolve("escape-in-field-name.json").toString(),
                "--verbose");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .contains("is not a whole number")
        .contains("\tat dev.perftriage.")
        .doesNotContain("\u001b");
  }

  @Test
  void fixingALogOnceFixesAllThatCanBeFixed() throws IOException {
    Path log = directory.resolve("log.md");
    Files.copy(TORTURE.resolve("fix-metric.md"), log);
    cli().run("log", "check", "--fix", "log.md");
    String once = Files.readString(log);
    cli().run("log", "check", "--fix", "log.md");

    assertThat(log).content().isEqualTo(once);
  }

  /** Saves the sample's comparison, with a long name for one of its benchmarks. */
  private void longName(String name) throws IOException {
    String comparison = Files.readString(TORTURE.resolve("tiny-before.json"));
    Files.writeString(
        directory.resolve("long.json"), comparison.replace("\"syn\"", '"' + name + '"'));
  }

  private Cli cli() {
    return Cli.in(directory);
  }
}

package dev.perftriage.cli;

import static dev.perftriage.analysis.noise.FlaggedWeek.commit;
import static dev.perftriage.analysis.noise.FlaggedWeek.testCase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.FlaggedStore;
import dev.perftriage.Golden;
import dev.perftriage.analysis.noise.FlaggedWeek;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code report --explain}: the evidence on one merge. */
class ExplainTest {

  @TempDir private Path directory;

  @BeforeEach
  void writeStore() throws IOException {
    FlaggedWeek week = new FlaggedWeek();
    double[] spike = steady();
    spike[20] *= 1.05;
    week.with(testCase("spiky", "check", "full"), spike);
    double[] gappy = steady();
    Arrays.fill(gappy, 20, 40, 10_300);
    Arrays.fill(gappy, 10, 13, Double.NaN);
    week.with(testCase("steps", "opt", "full"), gappy);
    for (int i = 0; i < 9; i++) {
      double[] step = steady();
      Arrays.fill(step, 36, 40, 10_100 + 10 * i);
      week.with(testCase("many-" + i, "check", "full"), step);
    }
    FlaggedStore.write(
        directory.resolve("store"),
        week.comparisons(),
        week.whole(),
        Map.of(1020, "Slow down\u001b[31m some"));
  }

  @Test
  void printsFactsSeriesAndRulesAndWritesNoReport() throws IOException {
    Result result = explain("1020");

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    Golden.assertEquals(
        result.out(), Path.of("src/test/resources/dev/perftriage/report/explain.txt"));
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("store");
    }
  }

  @Test
  void marksVerdictsOnATerminalAlone() {
    String[] command = {"report", "--store", "store", "--offline", "--explain", "1020"};

    assertThat(Cli.in(directory).atTerminal(100, Map.of("NO_COLOR", "1")).run(command).out())
        .containsPattern("verdict +◐ partly noise")
        .contains("○ returned #1021");
    assertThat(explain("1020").out()).contains("returned #1021").doesNotContain("○");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#1020", "pr:1020", "COMMIT", "SHORT"})
  void takesEveryNameOfAMerge(String name) {
    String named =
        name.replace("COMMIT", commit(20).text()).replace("SHORT", commit(20).shortened());

    assertThat(explain(named).out()).isEqualTo(explain("1020").out());
  }

  @Test
  void looksAtTheMergesAfterTheRange() {
    String alone = explain("1020", "--start", "pr:1020^", "--end", "pr:1020").out();

    assertThat(alone).contains("steps opt full (primary) ▲ +3.0%, persistent");
    assertThat(verdicts(alone)).isEqualTo(verdicts(explain("1020").out())).isNotEmpty();
  }

  private static List<String> verdicts(String explanation) {
    return explanation.lines().filter(line -> line.contains("(primary)")).toList();
  }

  @Test
  void countsTheCasesThatItDoesNotShow() {
    assertThat(explain("1036").out())
        .contains("verdict       pending (9 relevant test cases: 9 pending)")
        .contains("stay             pending: only 3 measurements since")
        .contains("many-8 check full")
        .doesNotContain("many-0 check full")
        .endsWith("1 more relevant test case with smaller changes is not shown.\n");
  }

  @Test
  void aMergeWithoutRelevantChangesSaysSo() {
    Result result = explain("1030");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("#1030\n").endsWith("No relevant changes to explain.\n");
  }

  @Test
  void aMergeThatIsNotInTheRangeIsMissingData() {
    Result result = explain("2000");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            "perf-triage: --explain: 2000 is not a measured merge in the range 00000001..00000028;"
                + " choose another range with --start and --end\n");
  }

  @Test
  void whatNamesNoMergeIsAWrongCommandLine() {
    Result result = explain("rustc");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err())
        .contains("'rustc' is not a merge: give a pull request as 1, #1 or pr:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-o=-", "--html", "--charts", "--annotate", "--format=html"})
  void goesWithNoReport(String option) {
    Result result = explain("1020", option);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("--explain prints the evidence for one merge");
  }

  @Test
  void whatAFileOfSettingsSaysOfReportsIsNoMatter() throws IOException {
    Files.writeString(
        directory.resolve(".perf-triage.properties"), "report.annotate = true\nformat = html");

    assertThat(explain("1020").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80})
  void keepsToTheTerminalsWidth(int columns) {
    Result result =
        Cli.in(directory)
            .atTerminal(columns, Map.of("NO_COLOR", "1"))
            .run("report", "-q", "--store", "store", "--offline", "--explain", "1020");

    assertThat(result.out()).doesNotContain("\u001b");
    assertThat(result.out().lines().filter(line -> line.matches(".*[┤│└].*")))
        .hasSize(14)
        .allMatch(line -> line.length() <= columns);
    assertThat(result.out()).contains("┊").contains("#1020");
  }

  @Test
  void coloursATerminal() {
    Result result =
        Cli.in(directory)
            .atTerminal(80, Map.of())
            .run("report", "-q", "--store", "store", "--offline", "--explain", "1020");

    assertThat(result.out()).contains("\u001b[31m▲ +5.0%\u001b[0m");
  }

  private Result explain(String merge, String... more) {
    String[] usual = {"report", "--store", "store", "--offline", "--explain", merge};
    return Cli.in(directory).run(Arrays.asList(more), usual);
  }

  private static double[] steady() {
    double[] values = new double[40];
    Arrays.fill(values, 10_000);
    return values;
  }
}

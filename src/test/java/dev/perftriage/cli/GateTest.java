package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When {@code compare --fail-on} fails, and how it says so. */
class GateTest {

  /** Relevant: +1 % of medium magnitude in a primary benchmark, -2 % in a secondary one. */
  private static final String CASES =
      """
      {"benchmark": "worse", "profile": "check", "scenario": "full",
       "comparison": {"is_relevant": true, "significance_threshold": 0.0019,
                      "significance_factor": 5, "statistics": [1000, 1010]}},
      {"benchmark": "better", "profile": "check", "scenario": "full",
       "comparison": {"is_relevant": true, "significance_threshold": 0.0019,
                      "significance_factor": 10, "statistics": [1000, 980]}},
      {"benchmark": "noise", "profile": "check", "scenario": "full",
       "comparison": {"is_relevant": false, "significance_threshold": 0.5,
                      "significance_factor": 0.8, "statistics": [1000, 1400]}}
      """;

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "regression, 1",
    "magnitude:small, 1",
    "magnitude:medium, 1",
    "magnitude:large, 0",
    "magnitude:very-large, 0",
    "change:0.5%, 1",
    "change:1%, 1",
    "change:1.01%, 0",
    "mean:1%, 1",
    "mean:1.01%, 0",
    "error, 0",
  })
  void judgesRelevantRegressionsAndTheirBoundTrips(String gate, int exitCode) throws IOException {
    Result result = judge(CASES, "", "--fail-on", gate);

    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.out()).contains("1 relevant regression of 3, largest first");
    assertThat(result.err().isEmpty()).isEqualTo(exitCode == 0);
  }

  @Test
  void saysWhatTrippedWhich() throws IOException {
    Result result =
        judge(CASES, "", "--fail-on", "regression,mean:0.5%", "--fail-on", "magnitude:large");

    assertThat(result.err())
        .isEqualTo(
            """
            perf-triage: --fail-on regression: worse check full, 1.0% by instructions:u
            perf-triage: --fail-on mean:0.5%: mean of 1 relevant primary test cases on \
            x86_64-unknown-linux-gnu, 1.0% by instructions:u
            """);
    assertThat(result.exitCode()).isEqualTo(ExitCodes.GATE);
  }

  @Test
  void aNewErrorTripsItsGateAndNoOtherPassesWithoutWhatFails() throws IOException {
    String errors = "[\"helloworld\", \"error: cannot compile\"]";

    Result error = judge(CASES, errors, "--fail-on", "error");
    assertThat(error.exitCode()).isEqualTo(ExitCodes.GATE);
    assertThat(error.err()).isEqualTo("perf-triage: --fail-on error: helloworld newly fails\n");

    Result change = judge(CASES, errors, "--fail-on", "change:50%");
    assertThat(change.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(change.err()).contains("1 benchmark that newly fails, first helloworld");
  }

  @ParameterizedTest
  @ValueSource(strings = {"regression", "magnitude:large", "change:1%", "mean:1%", "error"})
  void nothingToJudgeIsNoPass(String gate) throws IOException {
    Result result = judge("", "", "--fail-on", gate);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out()).contains("0 relevant test cases of 0");
    assertThat(result.err()).contains("no test case is comparable");
  }

  @ParameterizedTest
  @CsvSource({"'[null, 1000]', 3", "'[1000, null]', 3", "'[0, 5]', 1", "'[0, 0]', 0"})
  void aTestCaseThatMayBeWorseUnseenIsNoPass(String statistics, int exitCode) throws IOException {
    String more =
        ", {\"benchmark\": \"odd\", \"profile\": \"check\", \"scenario\": \"full\","
            + " \"comparison\": {\"is_relevant\": false, \"significance_threshold\": 0.0019,"
            + " \"significance_factor\": null, \"statistics\": "
            + statistics
            + "}}";

    assertThat(judge(CASES + more, "", "--fail-on", "change:50%").exitCode()).isEqualTo(exitCode);
    assertThat(judge(CASES + more, "", "--fail-on", "regression").exitCode())
        .isEqualTo(ExitCodes.GATE);
    assertThat(judge(CASES + more, "").exitCode()).isZero();
  }

  @Test
  void runtimeBenchmarksAreJudgedWhereTheyAreCompared() {
    String input =
        Path.of("src/test/resources/dev/perftriage/compare/runtime-and-backends.json")
            .toAbsolutePath()
            .toString();

    Result without = run("--input", input, "-m=instructions:u", "--fail-on", "change:5%");
    assertThat(without.exitCode()).isZero();

    Result with =
        run("--input", input, "-m=instructions:u", "--fail-on", "change:5%,mean:5%", "--runtime");
    assertThat(with.exitCode()).isEqualTo(ExitCodes.GATE);
    assertThat(with.err())
        .contains("--fail-on change:5%: nbody-10k, 7.0% by instructions:u")
        .contains("--fail-on mean:5%: mean of 1 relevant runtime test cases, 7.0%");
  }

  @Test
  void aSliceIsJudgedByWhatItSelects() {
    String input =
        Path.of("src/test/resources/dev/perftriage/compare/runtime-and-backends.json")
            .toAbsolutePath()
            .toString();
    String gate = "--fail-on=change:50%";

    assertThat(
            run(
                    "--input",
                    input,
                    "-m=instructions:u",
                    gate,
                    "--runtime",
                    "--benchmark",
                    "nbody-10k")
                .exitCode())
        .isZero();
    assertThat(
            run(
                    "--input",
                    input,
                    "-m=instructions:u",
                    gate,
                    "--runtime",
                    "--benchmark",
                    "!nbody-10k")
                .exitCode())
        .isZero();
    assertThat(
            run("--input", input, "-m=instructions:u", gate, "--benchmark", "nbody-10k").exitCode())
        .isEqualTo(ExitCodes.DATA);
  }

  @Test
  void missingDataIsNoPass() {
    assertThat(run("--input", "missing.json", "--fail-on", "regression").exitCode())
        .isEqualTo(ExitCodes.DATA);
    assertThat(
            run("a".repeat(40), "b".repeat(40), "--offline", "--store", ".", "--fail-on", "error")
                .exitCode())
        .isEqualTo(ExitCodes.DATA);
  }

  @Test
  void theOutputIsWrittenBeforeAGateTrips() throws IOException {
    Result result = judge(CASES, "", "--fail-on", "regression", "-f", "csv", "-o", "out.csv");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.GATE);
    assertThat(result.out()).isEmpty();
    assertThat(directory.resolve("out.csv")).content().contains("worse");
  }

  @Test
  void manyTrippingCasesAreCounted() throws IOException {
    StringBuilder cases = new StringBuilder(CASES);
    for (int i = 0; i < 12; i++) {
      cases
          .append(", ")
          .append(CASES.substring(0, CASES.indexOf("}},") + 2).replace("worse", "w" + i));
    }

    assertThat(judge(cases.toString(), "", "--fail-on", "regression").err().lines())
        .hasSize(11)
        .last()
        .isEqualTo("perf-triage: --fail-on regression: 3 more");
  }

  private Result judge(String cases, String errors, String... arguments) throws IOException {
    Path file = directory.resolve("answer.json");
    Files.writeString(
        file,
        "{\"a\": {\"commit\": \"a\"}, \"b\": {\"commit\": \"b\"}, \"is_contiguous\": true,"
            + " \"compile_comparisons\": ["
            + cases
            + "], \"new_errors\": ["
            + errors
            + "], \"compile_benchmark_metadata\": [{\"name\": \"worse\", \"category\":"
            + " \"primary\"}, {\"name\": \"helloworld\", \"category\": \"primary\"}]}");
    return Cli.in(directory)
        .run(List.of(arguments), "compare", "--input", file.toString(), "-m=instructions:u");
  }

  private Result run(String... arguments) {
    return Cli.in(directory).run(List.of(arguments), "compare");
  }
}

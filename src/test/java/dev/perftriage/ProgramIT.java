package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program as a process. */
class ProgramIT {

  private static final String SAMPLE = Path.of("samples/2025-11-03").toAbsolutePath().toString();
  private static final String[] REPORT = {
    "report", "--store", SAMPLE, "--offline", "--date", "2025-11-03", "-o", "-"
  };

  private static final String INPUT = Path.of("samples/148193.json").toAbsolutePath().toString();

  /** A comparison without a note on standard error, to be continued with options. */
  private static final String COMPARE =
      String.join(
          " ", Program.java(List.of(), "compare", "--input", INPUT, "--metric", "instructions:u"));

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "en, US, UTC, C.UTF-8",
    "tr, TR, Europe/Istanbul, C",
    "hi, IN, Asia/Kolkata, POSIX",
    "ar, EG, Pacific/Kiritimati, C",
  })
  void printsTheSameBytesInEveryLocaleZoneAndEncoding(
      String language, String country, String zone, String locale) throws IOException {
    Result result =
        Program.in(directory)
            .with("LC_ALL", locale)
            .run(
                Program.java(
                    List.of(
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-Duser.timezone=" + zone),
                    REPORT));

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualTo(
            Files.readString(
                Path.of("src/test/resources/dev/perftriage/week-2025-11-03/expected-report.md")));
  }

  @Test
  void exitCodesFit() {
    assertThat(run("--version").exitCode()).isZero();
    // The commit is unknown outside a clone.
    assertThat(run("--version").out())
        .matches("perf-triage \\d+\\.\\d+\\.\\d+( \\([0-9a-f]{8,}, [^()]+\\))?\\R");
    assertThat(run("nonsense").exitCode()).isEqualTo(2);
    assertThat(run().exitCode()).isZero();
    assertThat(run("compare", "--input", "missing.json").exitCode()).isEqualTo(3);
  }

  @Test
  void anErrorIsOneSentenceAndAStackTraceOnlyOnRequest() {
    Result quiet = run("compare", "--input", "missing.json");
    assertThat(quiet.out()).isEmpty();
    assertThat(quiet.err()).isEqualTo("perf-triage: Reading missing.json failed: no such file\n");

    Result verbose = run("compare", "--input", "missing.json", "--verbose");
    assertThat(verbose.exitCode()).isEqualTo(3);
    assertThat(verbose.err()).startsWith(quiet.err()).contains("\tat dev.perftriage.");
  }

  @Test
  void environmentVariablesPointToTheServices() {
    try (FakeServices services = new FakeServices(Path.of(SAMPLE))) {
      Result result =
          Program.in(directory)
              .with("PERF_TRIAGE_PERF_URL", services.url())
              .with("PERF_TRIAGE_COMMITS_URL", services.url())
              .with("PERF_TRIAGE_GITHUB_URL", services.url())
              .run(
                  Program.java(
                      List.of(),
                      "report",
                      "-q",
                      "--start",
                      "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0",
                      "-o",
                      "week.md"));

      assertThat(result.err()).isEmpty();
      assertThat(result.exitCode()).isZero();
      assertThat(directory.resolve("week.md")).exists();
    }
  }

  @Test
  void aReportThatCannotBeWrittenLeavesNothingHalfDone() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "not a folder");
    Result result =
        run("report", "--store", SAMPLE, "--offline", "-o", file.resolve("week.md").toString());

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("Writing the report").contains("not a folder");
    assertThat(file).hasContent("not a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "html", "json", "jsonl", "csv"})
  void aComparisonIntoAClosedPipeOrOntoAFullDiskEndsWithoutAStackTrace(String format) {
    String command = COMPARE + " --format " + format;
    Result head =
        Program.in(directory).run("bash", "-c", command + " | head -n 1; exit ${PIPESTATUS[0]}");
    assertThat(head.err()).isEmpty();
    assertThat(head.exitCode()).isZero();
    assertThat(head.out().lines()).hasSize(1);

    Result closed =
        Program.in(directory).run("bash", "-c", command + " | true; exit ${PIPESTATUS[0]}");
    assertThat(closed.err()).isEmpty();
    assertThat(closed.exitCode()).isZero();

    Result full = Program.in(directory).run("sh", "-c", command + " > /dev/full");
    assertThat(full.exitCode()).isEqualTo(3);
    assertThat(full.err().lines()).hasSize(1).first().asString().contains("standard output failed");

    Result file = Program.in(directory).run("sh", "-c", command + " -o /dev/full");
    assertThat(file.exitCode()).isEqualTo(3);
    assertThat(file.err().lines()).hasSize(1).first().asString().contains("/dev/full failed");
  }

  @Test
  void aGateThatTripsSaysSoEvenIntoAClosedPipe() {
    String command = COMPARE + " -f csv --fail-on change:2%";
    Result tripped =
        Program.in(directory).run("bash", "-c", command + " | true; exit ${PIPESTATUS[0]}");

    assertThat(tripped.exitCode()).isEqualTo(1);
    assertThat(tripped.err())
        .isEqualTo(
            "perf-triage: --fail-on change:2%: syn-2.0.101 opt full, 2.9% by instructions:u\n");
  }

  private Result run(String... arguments) {
    return Program.in(directory).run(Program.java(List.of(), arguments));
  }
}

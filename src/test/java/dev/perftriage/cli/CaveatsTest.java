package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What limits how far figures can be trusted is said wherever they are shown. */
class CaveatsTest {

  private static final Path DATA =
      Path.of("src/test/resources/dev/perftriage/caveats").toAbsolutePath();
  private static final String EMPTY = "Nothing could be compared: no test case was measured.";

  @TempDir private Path directory;

  // Nothing compared

  @ParameterizedTest
  @CsvSource({
    "no-test-case.json, no test case was measured",
    "metric-without-values.msgpack, no test case was measured",
    "not-a-number.json, none of 3 test cases has a relative change",
  })
  void nothingComparedIsNotNothingChanged(String input, String why) {
    String sentence = "Nothing could be compared: " + why + ".";
    for (String format : new String[] {"text", "markdown", "json", "html"}) {
      Result result = compare(input, "--format", format);

      assertThat(result.out()).as(format).contains(sentence).doesNotContain("nothing relevant");
      assertThat(result.err()).contains("perf-triage: " + sentence);
      assertThat(result.exitCode()).isEqualTo(3);
    }
    assertThat(compare(input).out()).contains("Verdict: nothing could be compared");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-test-case.json", "metric-without-values.msgpack"})
  void aGatePassesNothingThatWasNotCompared(String input) {
    Result result = compare(input, "--fail-on", "magnitude:very-large");

    assertThat(result.err())
        .contains("--fail-on cannot judge anything by instructions:u: no test case is comparable");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void growthFromZeroTripsAGateEvenWhereNothingElseWasCompared() {
    Result result = compare("not-a-number.json", "--fail-on", "magnitude:very-large");

    assertThat(result.err())
        .contains("Nothing could be compared: none of 3 test cases has a relative change.")
        .contains("--fail-on magnitude:very-large: zero check full, ∞% by instructions:u");
    assertThat(result.exitCode()).isEqualTo(ExitCodes.GATE);
  }

  @Test
  void aFilterByOutcomeThatSelectsNothingSaysThatNothingChanged() {
    Result result = compare("job-failure.msgpack", "--min-change", "90%");

    assertThat(result.out()).contains("Verdict: nothing relevant changed");
    assertThat(result.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "json", "html"})
  void aReportSaysWhereNothingWasCompared(String format) throws IOException {
    String answer = Files.readString(DATA.resolve("no-test-case.json"));
    String a = "a".repeat(40);
    String b = "b".repeat(40);
    Files.createDirectories(directory.resolve("store/comparisons"));
    Files.writeString(
        directory.resolve("store/comparisons/" + a + ".." + b + ".instructions:u.json"), answer);
    Files.writeString(
        directory.resolve("store/commits.json"),
        "[{\"sha\": \"%s\", \"parent_sha\": \"%s\", \"pr\": 2, \"time\": \"2026-09-10T12:00:00Z\"}]"
            .formatted(b, a));

    Result result = report("store", a, "--format", format);

    assertThat(withoutMarkup(result.out()))
        .contains("Whole range: " + EMPTY)
        .contains("#2: " + EMPTY);
    assertThat(result.err())
        .contains("perf-triage: Whole range: " + EMPTY)
        .contains("perf-triage: #2: " + EMPTY);
    assertThat(result.exitCode()).isEqualTo(3);
  }

  // Benchmarks

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "json", "html"})
  void aReportNamesBenchmarksThatNewlyFail(String format) {
    Result result =
        report(
            DATA.resolve("new-error").toString(),
            "c38660e0f59533fccf3aac0d4902d01305a41df8",
            "--format",
            format);

    assertThat(withoutMarkup(result.out())).contains("#1038: bench5 newly fails.");
    assertThat(result.err()).contains("note: #1038: bench5 newly fails.\n");
  }

  @Test
  void namesThatAreNoBenchmarksDoNotFail() {
    assertThat(compare("job-failure.msgpack", "--fail-on", "error").err())
        .contains("--fail-on error: a new error of Job failure\n")
        .contains("--fail-on error: ucd newly fails\n");
    assertThat(compare("job-failure.msgpack", "--fail-on", "change:50%").err())
        .contains("cannot judge 2 benchmarks that newly fail, first html5ever-0.31.0\n")
        .contains("cannot judge what the site reports as a new error of Job failure\n");
  }

  // Default thresholds

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "json", "html"})
  void everyFormatSaysThatTheThresholdsAreTheDefault(String format) {
    String sentence = "The site judged all test cases by its default threshold of 0.2%";
    Result result = compare("job-failure.msgpack", "--format", format);

    assertThat(result.out()).contains(sentence);
    assertThat(result.err()).contains("note: " + sentence);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void tablesSayOfEachTestCaseWhatItWasJudgedByAndWhatElseLimitsTrust() {
    List<String> csv = compare("job-failure.msgpack", "--format", "csv").out().lines().toList();

    assertThat(csv.get(0)).endsWith(",start,end,judged_by,caveats");
    assertThat(csv).anyMatch(row -> row.endsWith(",default,default_thresholds"));
    assertThat(compare("job-failure.msgpack", "--format", "jsonl").out().lines())
        .anyMatch(
            row -> row.endsWith("\"judged_by\":\"default\",\"caveats\":\"default_thresholds\"}"));
  }

  @Test
  void whatWasJudgedByItsHistoryHasNoCaveat() {
    Result result =
        Cli.in(directory)
            .run(
                "compare", "pr:148193", "--store", Cli.SAMPLE.toString(), "--offline", "-f", "csv");

    assertThat(result.out().lines().skip(1))
        .isNotEmpty()
        .allMatch(row -> row.endsWith(",history,"));
  }

  @Test
  void theEvidenceOnOneMergeBeginsWithItsCaveats() {
    Result result =
        report(
            DATA.resolve("new-error").toString(),
            "c38660e0f59533fccf3aac0d4902d01305a41df8",
            "--explain",
            "1038");

    assertThat(result.out().replaceAll("\\s+", " "))
        .contains("caveat The site judged all test cases by its default threshold of 0.2%")
        .contains("caveat bench5 newly fails.");
  }

  private static String withoutMarkup(String output) {
    return output.replaceAll("[`\\[]|]\\([^)]*\\)", "");
  }

  private Result compare(String input, String... more) {
    return Cli.in(directory)
        .run(List.of(more), "compare", "--input", DATA.resolve(input).toString());
  }

  private Result report(String store, String start, String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    if (!all.contains("--explain")) {
      all.addAll(List.of("-o", "-"));
    }
    return Cli.in(directory).run(all, "report", "--store", store, "--offline", "--start", start);
  }
}

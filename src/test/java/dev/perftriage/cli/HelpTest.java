package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says of itself and of command lines that are wrong. */
class HelpTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "--help"})
  void theProgramAloneShowsItsHelpAsCargoDoes(String line) {
    Result result = run(line);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("Usage: perf-triage [OPTIONS] COMMAND\n")
        .contains("  report        Write the triage report", "perf-triage report --start 7d")
        .doesNotContain("\n\n\n")
        .doesNotContainPattern("[0-9a-f]{40}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "compare", "log", "log check", "log history", "help"})
  void helpOfACommandIsWhatItsOptionPrints(String command) {
    Result result = run("help " + command);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo(run(command + " --help").out());
    assertThat(result.out())
        .contains("Usage: perf-triage " + command)
        .contains("[OPTIONS]")
        .doesNotContainPattern("[0-9a-f]{40}");
  }

  @Test
  void logAloneShowsItsHelp() {
    assertThat(run("log")).isEqualTo(run("log --help"));
  }

  @Test
  void helpNeedsNoRightSettings() throws IOException {
    Files.writeString(directory.resolve(".perf-triage.properties"), "nonsense = 1\n");

    assertThat(run("help report").exitCode()).isZero();
    assertThat(run("resolve latest --offline").exitCode()).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void helpOfNoCommandIsAUsageError() {
    Result result = run("help log nothing");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("'nothing' is not a command of perf-triage log.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "report --jobs lots; --jobs: 'lots' is not a whole number, such as 10",
        "report --jobs 99 --since-last nowhere; --jobs must be from 1 to 16, but is 99.",
        "report --offline=maybe; --offline: 'maybe' is neither true nor false; on the command",
        "report --timeout 0 --since-last nowhere; --timeout must be at least 1, but is 0.",
        "report --max-response 0 --since-last nowhere; --max-response must be from 1 to",
        "report --all=DIR; --all: 'DIR' is neither true nor false",
        "log history --from x reports; --from: 'x' is not a date such as 2025-11-03",
        "log comments nowhere.md --timeout 0; --timeout must be at least 1, but is 0.",
        "compare --input; --input needs a value: FILE.",
        "completion tcsh; SHELL: 'tcsh' is not one of bash, zsh, fish",
        "log nothing; 'nothing' is not a command.",
        "nothing at all; 'nothing' is not a command.",
        "resolve; Missing required parameter: 'REV'",
      })
  void whatIsWrongNamesOptionValueAndWhatIsExpected(String line, String message) {
    Result result = run(line);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("perf-triage: " + message);
  }

  @Test
  void progressSaysWhatItsTimesAre() {
    assertThat(new ProgressWords("comparisons").words(12, 30, Duration.ofSeconds(24)))
        .isEqualTo("12 of 30 comparisons (40%), 0:24 passed, about 0:36 left");
    assertThat(new ProgressWords("comparisons").words(0, 30, Duration.ofSeconds(3)))
        .isEqualTo("0 of 30 comparisons (0%), 0:03 passed");
    assertThat(new ProgressWords("comparisons").words(1, 2, Duration.ofMinutes(61)))
        .isEqualTo("1 of 2 comparisons (50%), 1:01:00 passed, about 1:01:00 left");
  }

  private Result run(String line) {
    return Cli.in(directory).run(line.isEmpty() ? new String[0] : line.split(" "));
  }
}

package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFilterTest {

  private static final String STORE = Cli.SAMPLE.toString();

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --benchmark  | serde*      | benchmark `serde*`; 518 of 588 left out.
          --profile    | check,opt   | profile `check` or `opt`; 252 of 588 left out.
          --scenario   | !incr-*     | scenario not `incr-*`; 378 of 588 left out.
          --backend    | llvm        | backend `llvm`; 0 of 588 left out.
          --category   | primary     | category `primary`; 308 of 588 left out.
          --artifact   | binary      | artifact `binary`; 490 of 588 left out.
          --direction  | improvement | direction `improvement`; 330 of 588 left out.
          --min-change | 1%          | a change of `1%` or more; 494 of 588 left out.
          """)
  void theReportSaysWhichTestCasesItIsAbout(String option, String value, String says) {
    Result result = report(option, value, "-o", "-");

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines().filter(line -> line.startsWith("Only ")))
        .containsExactly("Only test cases with " + says);
  }

  @Test
  void theLineStandsUnderTheRange() {
    assertThat(report("--profile", "check", "-o", "-").out())
        .containsPattern("Revision range: .*\n\nOnly test cases .*\n\n\\*\\*Summary\\*\\*:\n");
  }

  @Test
  void theSelectedTestCasesAloneDecideWhatIsListed() {
    String all = report("-o", "-").out();
    String opt = report("--profile", "opt", "-o", "-").out();

    assertThat(all).contains("4 Regressions, 6 Improvements, 7 Mixed");
    assertThat(opt).doesNotContain("4 Regressions, 6 Improvements, 7 Mixed");
    assertThat(opt).contains("36 artifact comparisons made in total");
    assertThat(report("--min-change", "90%", "-o", "-").out())
        .contains("0 Regressions, 0 Improvements, 0 Mixed")
        .contains(
            "\n#### Regressions\n\n\n\n#### Improvements\n\n\n\n#### Mixed\n\n\n\n#### Untriaged");
  }

  @Test
  void thePageAndTheTerminalSayItToo() throws IOException {
    Result result = report("--category", "secondary", "--html", "-o", "week.md");

    String says = "Only test cases with category secondary; 280 of 588 left out.";
    assertThat(result.out()).contains("\n" + says + "\n");
    assertThat(Files.readString(directory.resolve("week.html")))
        .contains("<dt>Filter</dt><dd>" + says + "</dd>")
        .contains("<dt>All test cases</dt><dd>Geometric mean over 308 test cases, relevant or not");
  }

  @Test
  void aSliceByOutcomeHasNoGeometricMean() throws IOException {
    report("--direction", "regression", "--html", "-o", "week.md");

    assertThat(Files.readString(directory.resolve("week.html")))
        .contains("<dt>All test cases</dt><dd>No geometric mean")
        .doesNotContain("Geometric mean over");
  }

  @Test
  void whereNothingWasMeasuredOfWhatIsAskedDataAreMissing() {
    Result result = report("--target", "aarch64*", "-o", "-");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains(
            "--target: no measured name matches 'aarch64*'; available: x86_64-unknown-linux-gnu\n")
        .contains("no measured test case matches the filters");
    assertThat(result.out()).contains("0 Regressions, 0 Improvements, 0 Mixed");
  }

  @Test
  void allListsEveryComparableTestCaseOnThePage() throws IOException {
    Result result = report("--profile", "check", "--all", "--html", "-o", "week.md");

    assertThat(result.exitCode()).isZero();
    assertThat(Files.readString(directory.resolve("week.html")))
        .contains("All comparable test cases");
    assertThat(report("--all", "-o", "-").exitCode()).isEqualTo(ExitCodes.USAGE);
  }

  private Result report(String... more) {
    return Cli.in(directory)
        .run(Arrays.asList(more), "report", "--store", STORE, "--offline", "--date", "2025-11-03");
  }
}

package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a comparison is shown: 24 regressions and 20 improvements. */
class CompareLimitTest {

  private static final String SAMPLE = Path.of("samples/148193.json").toAbsolutePath().toString();
  private static final Map<String, String> PLAIN = Map.of("NO_COLOR", "1");

  @TempDir private Path directory;

  @Test
  void aTerminalShowsTheLargestRegressionsThenImprovementsAndTheSummaryLast() {
    Result result = compare(Cli.in(directory).atTerminal(120, PLAIN));

    assertThat(result.out())
        .containsSubsequence(
            "24 relevant regressions of 588, largest first",
            "syn-2.0.101",
            "and 4 more; --limit all shows them",
            "20 relevant improvements of 588, largest first",
            "ripgrep-14.1.1",
            "▲ Regressions   primary",
            "Verdict: mixed, deserves attention in triage");
    assertThat(result.out()).endsWith("Verdict: mixed, deserves attention in triage\n");
    assertThat(cases(result)).isEqualTo(40);
  }

  @Test
  void theLimitAppliesToEachDirection() {
    Cli terminal = Cli.in(directory).atTerminal(120, PLAIN);

    assertThat(cases(compare(terminal, "--limit", "3"))).isEqualTo(6);
    assertThat(compare(terminal, "--limit", "3").out()).contains("and 21 more", "and 17 more");
    assertThat(cases(compare(terminal, "--limit", "all"))).isEqualTo(44);
    assertThat(compare(terminal, "--limit=all").out()).doesNotContain("more;");
  }

  @Test
  void aFileAndAPipeGetAllUnlessALimitIsGiven() throws IOException {
    assertThat(cases(compare(Cli.in(directory)))).isEqualTo(44);
    assertThat(cases(compare(Cli.in(directory), "--limit", "5"))).isEqualTo(10);

    compare(Cli.in(directory).atTerminal(80, PLAIN), "-o", "all.txt");
    assertThat(Files.readString(directory.resolve("all.txt")))
        .isEqualTo(compare(Cli.in(directory)).out());
  }

  @Test
  void theLimitAppliesToPairsOfBackendsAndKeepsTheirTotal() {
    String[] command = {
      "compare",
      "--input",
      Path.of("src/test/resources/dev/perftriage/compare/runtime-and-backends.json")
          .toAbsolutePath()
          .toString(),
      "--backends=llvm,cranelift",
      "--limit=1"
    };

    String text = Cli.in(directory).atTerminal(120, PLAIN).run(command).out();
    assertThat(text).containsSubsequence("-50.0%", "total", "and 1 more; --limit all shows them");
    assertThat(text).doesNotContain("24.9%");
  }

  @Test
  void markdownStaysWithinItsBudget() {
    String comment = compare(Cli.in(directory), "--format=markdown", "--max-bytes=4000").out();

    assertThat(comment.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4_000);
    assertThat(comment).containsPattern("\nand \\d+ more\n");
    assertThat(compare(Cli.in(directory), "--format=markdown", "--limit=2").out())
        .contains("<summary>22 more</summary>", "<summary>18 more</summary>");
  }

  @ParameterizedTest
  @CsvSource({
    "--limit, lots, '--limit: ''lots'' is neither a number from 1 nor all'",
    "--limit, 0, '--limit: ''0'' is neither a number from 1 nor all'",
    "--max-bytes, 999, '--max-bytes must be at least 1000, but is 999.'",
    "--max-bytes, 9999, '--max-bytes needs --format markdown.'",
    "--limit=3, --format=json, '--limit needs --format text or markdown: the other formats have'"
  })
  void aWrongLimitIsNamed(String option, String value, String message) {
    Result result = compare(Cli.in(directory), option, value);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains(message);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aTerminalGetsTextByThePager() throws IOException {
    Path shown = directory.resolve("shown");
    Cli terminal = Cli.in(directory).atTerminal(120, PLAIN).paging("cat > '" + shown + "'");

    assertThat(compare(terminal).out()).isEmpty();
    assertThat(shown)
        .hasContent(compare(Cli.in(directory).atTerminal(120, PLAIN)).out().stripTrailing());
    assertThat(compare(terminal, "--no-pager").out()).contains("Verdict: mixed");
    assertThat(compare(terminal, "--format", "json").out()).startsWith("{");
  }

  @Test
  void aPagerThatCannotBeStartedIsNotedAndTheTextPrinted() {
    Result result = compare(Cli.in(directory).atTerminal(120, PLAIN).paging("no-such-pager"));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("Verdict: mixed");
    assertThat(result.err())
        .startsWith("perf-triage: note: the pager 'no-such-pager', set by PAGER, cannot be started")
        .endsWith("; printing without it\n");
  }

  private static Result compare(Cli cli, String... options) {
    String[] command = {"compare", "--input", SAMPLE, "-m=instructions:u"};
    return cli.run(List.of(options), command);
  }

  /** The number of listed test cases, the only lines with a significance factor. */
  private static long cases(Result result) {
    return result.out().lines().filter(line -> line.matches(".* \\d+\\.\\d\\dx .*")).count();
  }
}

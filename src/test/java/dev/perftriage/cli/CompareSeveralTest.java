package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.FakeServices;
import dev.perftriage.Golden;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several metrics, runtime benchmarks and two backends, and where a comparison is written. */
class CompareSeveralTest {

  private static final Path GOLDEN = Path.of("src/test/resources/dev/perftriage/compare");
  private static final String INPUT =
      GOLDEN.resolve("runtime-and-backends.json").toAbsolutePath().toString();
  private static final String START = "72fe2ffb391f397efdfafb2216028ed9952e8078";
  private static final String END = "6906167e01fba6f702f123264653f8e401546731";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"triage", "instructions:u,max-rss,size:linked_artifact"})
  void everyMetricHasItsTablesAndItsLink(String metrics) {
    Result result = compareOnline("--metric", metrics, "-f", "markdown");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines().filter(line -> line.startsWith("#### By ")))
        .containsExactly(
            "#### By [`instructions:u`](" + link("instructions:u") + ")",
            "#### By [`max-rss`](" + link("max-rss") + ")",
            "#### By [`size:linked_artifact`](" + link("size:linked_artifact") + ")");
    assertThat(
            result
                .out()
                .lines()
                .filter(line -> line.startsWith("#### ") && line.contains(" relevant ")))
        .hasSize(6);
    assertThat(result.out())
        .contains("| (instructions:u)", "| (max-rss)", "| (size:linked_artifact)");

    assertThat(compareOnline("--metric", metrics).out().lines().toList())
        .contains("By max-rss", link("max-rss"), "By size:linked_artifact");
  }

  @Test
  void aMetricThatIsNamedTwiceIsComparedOnce() throws IOException {
    String json =
        compareOnline("-m", "max-rss", "-m", "triage", "-m", "max-rss", "-f", "json").out();
    JsonNode comparisons = new ObjectMapper().readTree(json).get("comparisons");

    assertThat(comparisons)
        .extracting(one -> one.get("metric").asText())
        .containsExactly("max-rss", "instructions:u", "size:linked_artifact");
  }

  @Test
  void aMetricThatCannotBeHadIsMissingData() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      services.answerAnyRevision();
      services.breakWith(
          question ->
              question.metric().equals("max-rss")
                  ? Optional.of(FakeServices.text(404, "no such metric"))
                  : Optional.empty());
      Result result =
          cli()
              .run(services.options(), "compare", START, END, "-m", "triage", "--fail-on", "error");

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err().lines()).hasSize(1);
      assertThat(result.err()).contains("max-rss");
    }
  }

  @Test
  void thePageShowsEveryMetricAndTheirStrip() {
    String page = compareOnline("-m", "triage", "-f", "html").out();

    assertThat(page)
        .contains("<figure id=\"metrics\">")
        .contains("Relevant test cases by max-rss")
        .contains("Relevant test cases by size:linked_artifact");
    assertThat(compareOnline("-f", "html").out()).doesNotContain("id=\"metrics\"");
  }

  @ParameterizedTest
  @CsvSource({"text, txt", "markdown, md"})
  void runtimeBenchmarksHaveATableOfTheirOwn(String format, String extension) throws IOException {
    Result result = cli().run("compare", "--input", INPUT, "--runtime", "-f", format);

    assertThat(result.exitCode()).isZero();
    Golden.assertEquals(result.out(), GOLDEN.resolve("runtime." + extension));
  }

  @Test
  void withoutBeingAskedForRuntimeBenchmarksAreCountedInALine() {
    String hint = "2 runtime benchmarks were measured too; --runtime compares them.";
    for (String format : List.of("text", "markdown", "html")) {
      assertThat(cli().run("compare", "--input", INPUT, "-f", format).out())
          .contains(hint)
          .doesNotContain("nbody");
      assertThat(cli().run("compare", "--input", INPUT, "-f", format, "--runtime").out())
          .doesNotContain(hint)
          .contains("nbody-10k");
    }
  }

  @Test
  void runtimeBenchmarksWithNothingToDrawAreASentenceOfTheirOwn() {
    Result result =
        cli().run("compare", "--input", INPUT, "--runtime", "--charts=charts", "-f", "html");

    assertThat(result.out())
        .contains(
            "One of 2 comparable runtime benchmarks changed relevantly by instructions:u: nbody");
    assertThat(directory.resolve("charts")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"text, txt", "markdown, md"})
  void twoBackendsOfOneCommitAreSetAgainstEachOther(String format, String extension)
      throws IOException {
    Result result =
        cli()
            .run(
                "compare",
                "--input",
                INPUT,
                "-m=instructions:u",
                "--backends",
                "llvm,cranelift",
                "-f",
                format);

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    Golden.assertEquals(result.out(), GOLDEN.resolve("backends." + extension));
  }

  @Test
  void aBackendThatWasNotMeasuredIsMissingData() {
    Result result = cli().run("compare", "--input", INPUT, "--backends", "llvm,gcc");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("both llvm and gcc; it has cranelift, llvm");
  }

  @Test
  void backendsTakeOneRevision() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      services.breakWith(
          question ->
              question.isComparison()
                  ? Optional.of(FakeServices.text(500, "asked for " + question.comparison()))
                  : Optional.empty());
      Result result =
          cli()
              .run(
                  services.options(),
                  "compare",
                  END,
                  "--backends",
                  "llvm,cranelift",
                  "--retries",
                  "0");

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err()).contains(".." + END + " instructions:u");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "html", "json", "csv", "jsonl"})
  void aFileHasWhatStandardOutputWouldHave(String format) throws IOException {
    String printed = cli().run("compare", "--input", INPUT, "-f", format).out();

    Result result = cli().run("compare", "--input", INPUT, "-f", format, "-o", "sub/out");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(Files.readString(directory.resolve("sub/out"))).isEqualTo(printed);
    assertThat(cli().run("compare", "--input", INPUT, "-f", format, "-o", "-").out())
        .isEqualTo(printed);
  }

  @Test
  void aFileThatExistsIsReplacedOnlyByForce() throws IOException {
    Path file = Files.writeString(directory.resolve("out.txt"), "precious");

    Result refused = cli().run("compare", "--input", INPUT, "-o", "out.txt");
    assertThat(refused.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(refused.err()).contains("out.txt already exists; use --force to overwrite it");
    assertThat(file).hasContent("precious");

    assertThat(cli().run("compare", "--input", INPUT, "-o", "out.txt", "--force").exitCode())
        .isZero();
    assertThat(file).content().startsWith("before  1111");
  }

  @Test
  void aCommentHasNoLinksToFiles() throws IOException {
    String outliers =
        Path.of("src/test/resources/dev/perftriage/report/chart/outliers.json")
            .toAbsolutePath()
            .toString();
    Result result =
        cli().run("compare", "--input", outliers, "-f", "markdown", "-o", "a/b.md", "--charts=a/c");

    assertThat(result.err()).contains("charts in a/c");
    assertThat(directory.resolve("a/c/largest-changes.svg")).exists();
    assertThat(Files.readString(directory.resolve("a/b.md")))
        .doesNotContain("![")
        .doesNotContainPattern("\\]\\((?!https://)");
  }

  private Result compareOnline(String... arguments) {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      services.answerAnyRevision();
      Result result =
          cli()
              .run(
                  services.options(),
                  Stream.concat(Stream.of("compare", START, END), Stream.of(arguments))
                      .toArray(String[]::new));
      assertThat(services.mostInFlight()).isLessThanOrEqualTo(4);
      return result;
    }
  }

  private static String link(String metric) {
    return "https://perf.rust-lang.org/compare.html?start="
        + START
        + "&end="
        + END
        + "&stat="
        + metric;
  }

  private Cli cli() {
    return Cli.in(directory);
  }
}

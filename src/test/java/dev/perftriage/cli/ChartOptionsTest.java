package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli.Result;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts and pages on the command line. */
class ChartOptionsTest {

  private static final String EXPECTED =
      "src/test/resources/dev/perftriage/week-2025-11-03/expected-report.md";
  private static final String COMPARISON =
      Path.of("samples/148193.json").toAbsolutePath().toString();

  @TempDir private Path directory;

  @Test
  void chartsAddASectionBeforeTheUntriagedAndChangeNothingElse() throws IOException {
    Result result = report("-o", "week.md", "--charts=pictures of it", "--chart-format", "png");

    assertThat(result.err())
        .isEqualTo("perf-triage: next: edit it, then: perf-triage log check week.md --fix\n");
    assertThat(result.out()).startsWith("week.md\npictures of it\n\n");
    String report = Files.readString(directory.resolve("week.md"));
    int from = report.indexOf("#### Charts\n");
    int to = report.indexOf("#### Untriaged Pull Requests\n");
    assertThat(report.substring(0, from) + report.substring(to))
        .isEqualTo(Files.readString(Path.of(EXPECTED)));
    assertThat(report.substring(from, to))
        .contains("](pictures%20of%20it/rank-curve.png)\n")
        .contains("![Rank curve of 588 test cases by instructions:u: 153 improved");
    assertThat(names("pictures of it"))
        .containsExactly(
            "change-against-significance.png",
            "heat-map.png",
            "largest-changes.png",
            "rank-curve.png",
            "timeline.png");
  }

  @Test
  void theReportCanBeAPageAlone() throws IOException {
    Result result = report("--format", "html");

    assertThat(result.out()).startsWith("reports/2025/2025-11-03.html\n");
    assertThat(names("reports/2025")).containsExactly("2025-11-03.html");
    assertThat(report("--format", "html", "-o", "-").out())
        .isEqualTo(Files.readString(directory.resolve("reports/2025/2025-11-03.html")));
  }

  @Test
  void picturesOfOneFormatChangeNothingOfThePageAndAreInItsOrder() throws IOException {
    report("--html");
    report("--html", "--charts=c", "--chart-format", "svg", "-o", "week.md");

    assertThat(names("c"))
        .containsExactly(
            "change-against-significance.svg",
            "heat-map.svg",
            "history.svg",
            "largest-changes.svg",
            "rank-curve.svg",
            "timeline.svg");
    String page = Files.readString(directory.resolve("week.html"));
    assertThat(page).isEqualTo(Files.readString(directory.resolve("reports/2025/2025-11-03.html")));
    assertThat(Pattern.compile("<svg xmlns.*?>").matcher(page).results().map(MatchResult::group))
        .map(svg -> svg.replaceFirst(".*aria-label=['\"](\\w+).*", "$1"))
        .as("each for a usual screen and for a phone")
        .containsExactly(
            "Bar",
            "Bar",
            "Rank",
            "Rank",
            "Heat",
            "Heat",
            "Scatter",
            "Scatter",
            "Timeline",
            "Timeline",
            "Measured",
            "Measured");
  }

  @Test
  void aCardIsAPictureBesideTheReport() throws IOException {
    Result result = report("--card");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("reports/2025/2025-11-03-card.png\n");
    BufferedImage image =
        ImageIO.read(directory.resolve("reports/2025/2025-11-03-card.png").toFile());
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(630);
    assertThat(report("--card", "-o", "other.md", "--card=other.md").exitCode())
        .isEqualTo(ExitCodes.USAGE);
    assertThat(report("--card").err()).contains("already exists");
    assertThat(report("--card", "-o", "-").err()).contains("give one with --card=FILE");
  }

  @Test
  void aCardThatEndsInSvgIsOne() throws IOException {
    report("--card=week.svg");

    assertThat(Files.readString(directory.resolve("week.svg")))
        .startsWith("<svg ")
        .contains(">Mostly positive week: over the whole range, 102 primary</text>")
        .doesNotContain("var(--");
  }

  @Test
  void aFileThatCannotBeWrittenIsNamedWhenAllOthersAre() throws IOException {
    Files.createDirectories(directory.resolve("c/largest-changes.svg/taken"));

    Result result = report("--charts=c");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .startsWith("perf-triage: Writing the chart c/largest-changes.svg failed: ")
        .endsWith("; --charts=DIR writes elsewhere\n");
    assertThat(names("c")).hasSize(10).allMatch(name -> name.matches("[a-z-]+\\.(svg|png)"));
  }

  @Test
  void aPageGoesToTheFileThatItsOptionNames() throws IOException {
    report("--html");
    Result printed = report("-o", "-", "--html=a page.html");
    Result compared =
        Cli.in(directory).run("compare", "--html", "--input", COMPARISON, "-m=instructions:u");

    assertThat(printed.out()).startsWith("# ");
    assertThat(directory.resolve("a page.html"))
        .hasSameTextualContentAs(directory.resolve("reports/2025/2025-11-03.html"));
    assertThat(compared.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(names("."))
        .filteredOn(name -> name.matches("compare-\\w{8}-\\w{8}\\.html"))
        .hasSize(1);
  }

  @Test
  void aPageThatExistsIsNotOverwrittenUnasked() throws IOException {
    Files.createDirectories(directory.resolve("reports/2025"));
    Files.writeString(directory.resolve("reports/2025/2025-11-03.html"), "mine");

    Result result = report("--html");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err())
        .startsWith("perf-triage: reports/2025/2025-11-03.html already exists; use --force");
    assertThat(names("reports/2025")).containsExactly("2025-11-03.html");
  }

  @ParameterizedTest
  @CsvSource({
    "'--chart-format,svg', --chart-format needs --charts.",
    "'-o,-,--charts', A printed report has no folder for charts: give one with --charts=DIR.",
    "'-o,-,--html', --html writes the page beside a Markdown report",
    "'--format,html,--html', --html writes the page beside a Markdown report",
    "'--html=-', --html writes a file beside the report; --format html prints the page.",
    "'-o,week.md,--html=./week.md', 'The page would replace the report, both are week.md: choose'",
    "'-o,week.md,--charts=./week.md', '--charts and -o are the same, week.md; choose different'",
    "'-o,week.html,--html', 'The page would replace the report, both are week.html: choose another"
        + " name for -o'",
    "'--charts,--chart-format,gif', '--chart-format: ''gif'' is not one of svg, png'",
    "'--format,pdf', '--format: ''pdf'' is not one of markdown, html, json'",
  })
  void whatMakesNoSenseIsRefusedBeforeAnythingIsRead(String options, String message)
      throws IOException {
    Result result = report(options.split(",", -1));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).startsWith("perf-triage: " + message);
    assertThat(names(".")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--html=- | --html writes a file beside the comparison; --format html prints the page.",
        "--html=. | --html: '.' is not a file name.",
        "--html,page.html | Attach the file of --html with '=': --html=page.html.",
        "-o,a.html,--html=./a.html | --html and -o are the same file",
      })
  void aPageOfAComparisonThatCouldNotBeWrittenIsRefusedBeforeAnythingIsRead(
      String options, String message) throws IOException {
    Result result =
        Cli.in(directory).run(Arrays.asList(options.split(",", -1)), "compare", "--input", "none");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).startsWith("perf-triage: " + message);
    assertThat(names(".")).isEmpty();
  }

  @Test
  void anOptionAfterOneWithAnOptionalValueIsNotItsValue() {
    Result result = report("-o", "week.md", "--annotate", "--html=page.html");

    assertThat(result.exitCode()).isZero();
    assertThat(directory.resolve("page.html")).isNotEmptyFile();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Files.writeString(directory.resolve("taken"), "a file");

    Result result = report("-o", "week.md", "--charts=taken");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .startsWith("perf-triage: Writing the chart taken/largest-changes.svg failed: ")
        .endsWith("; --charts=DIR writes elsewhere\n");
    Result page =
        Cli.in(directory)
            .run("compare", "--input", COMPARISON, "-m=instructions:u", "--html=taken/page.html");
    assertThat(page.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(page.err())
        .startsWith("perf-triage: Writing the report taken/page.html failed: ")
        .endsWith("; --html=FILE writes elsewhere\n");
  }

  @Test
  void chartsOfAComparisonLeaveItsRevisionsAlone() throws IOException {
    Result plain = Cli.in(directory).run("compare", "--input", COMPARISON, "-m=instructions:u");

    Result result =
        Cli.in(directory).run("compare", "--charts", "--input", COMPARISON, "-m=instructions:u");

    assertThat(result.out()).isEqualTo(plain.out());
    assertThat(result.err()).matches("perf-triage: 4 charts in compare-\\w{8}-\\w{8}-charts\n");
    Result revisions = Cli.in(directory).run("compare", "--charts", "1.90.0");
    assertThat(revisions.err()).contains("Give two revisions, START and END");
  }

  @Test
  void aComparisonIsAPageOnStandardOutputOrInAFile() throws IOException {
    Result printed =
        Cli.in(directory)
            .run("compare", "--input", COMPARISON, "-m=instructions:u", "--format", "html");
    Result written =
        Cli.in(directory)
            .run(
                "compare",
                "-m=instructions:u",
                "--input",
                COMPARISON,
                "--format",
                "markdown",
                "--html=page.html",
                "--charts=c",
                "--chart-format=svg");

    assertThat(printed.err()).isEmpty();
    assertThat(printed.out()).startsWith("<!DOCTYPE html>").contains("id=\"heat-map\"");
    assertThat(directory.resolve("page.html")).content().isEqualTo(printed.out());
    assertThat(written.out()).startsWith("### Comparison of [");
    assertThat(names("c"))
        .containsExactly(
            "change-against-significance.svg",
            "heat-map.svg",
            "largest-changes.svg",
            "rank-curve.svg");
  }

  private Result report(String... options) {
    return Cli.in(directory)
        .run(
            Arrays.asList(options),
            "report",
            "--store",
            Cli.SAMPLE.toString(),
            "--offline",
            "--date",
            "2025-11-03");
  }

  private List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(folder))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}

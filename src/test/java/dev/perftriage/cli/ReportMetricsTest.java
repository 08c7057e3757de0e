package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportMetricsTest {

  private static final String RSS = "max-rss";
  private static final Pattern LINE =
      Pattern.compile(
          "\\[max-rss]\\(https://perf\\.rust-lang\\.org/compare\\.html\\S*stat=max-rss\\S*\\):"
              + " (.*)");

  @TempDir private Path directory;
  private Path store;

  /** The sample by its first metric, with the same answers by another one. */
  @BeforeEach
  void recordAnotherMetric() throws IOException {
    store = directory.resolve("store");
    try (Stream<Path> files = Files.walk(Cli.SAMPLE)) {
      for (Path file : files.filter(ReportMetricsTest::isOfFirstMetric).toList()) {
        Path copy = store.resolve(Cli.SAMPLE.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
        String name = copy.getFileName().toString();
        if (name.contains("instructions:u")) {
          Files.copy(file, copy.resolveSibling(name.replace("instructions:u", RSS)));
        }
      }
    }
  }

  private static boolean isOfFirstMetric(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && !name.contains(RSS) && !name.contains("size:");
  }

  @Test
  void theFirstMetricDecidesWhatIsListed() {
    String alone = report("-m", "instructions:u").out();
    String both = report("-m", "instructions:u,max-rss").out();

    assertThat(headings(both)).isEqualTo(headings(alone));
    assertThat(both.lines().filter(line -> line.contains("artifact comparisons made")))
        .containsExactly("36 artifact comparisons made in total");
  }

  @Test
  void theOthersFollowEachTableInOneLineAndHaveASummaryEach() {
    Result result = report("-m", "instructions:u", "-m", RSS);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).containsOnlyOnce("| (max-rss)");
    assertThat(result.out()).containsPattern("\n\n\\[max-rss]\\(.*\\):\n\n\\| \\(max-rss\\)");
    List<String> lines = LINE.matcher(result.out()).results().map(match -> match.group(1)).toList();
    assertThat(lines).hasSize(17);
    assertThat(lines)
        .allMatch(
            line ->
                line.matches(
                    "nothing relevant|primary (\\S+ \\[.*] \\(\\d+\\)|nothing relevant),"
                        + " secondary (\\S+ \\[.*] \\(\\d+\\)|nothing relevant)"));
  }

  @Test
  void leavingOutTheOtherMetricsGivesTheReportOfTheFirst() {
    String both = report("-m", "instructions:u,max-rss").out();
    String without =
        both.replaceAll("\n\\[max-rss]\\(.*\\): .*\n", "")
            .replaceAll("\n\\[max-rss]\\(.*\\):\n\n(\\|.*\n)+", "");

    assertThat(without).isEqualTo(report("-m", "instructions:u").out());
  }

  @Test
  void triageStandsForThreeMetricsAndWhatIsMissingCostsItself() {
    Result result = report("-m", "triage");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("size:linked_artifact").contains("is unavailable");
    assertThat(result.out())
        .contains("TODO: the summary could not be fetched")
        .contains("stat=size:linked_artifact): could not be fetched\n");
  }

  @Test
  void thePageHasASummaryTheStripAndEachEntrysLine() throws IOException {
    Result result =
        Cli.in(directory)
            .run(
                arguments(
                    "week.md",
                    "-m",
                    "instructions:u,max-rss",
                    "--html",
                    "--charts",
                    "--chart-format",
                    "svg"));

    assertThat(result.exitCode()).isZero();
    assertThat(directory.resolve("week-charts/metrics.svg")).exists();
    assertThat(Files.readString(directory.resolve("week.html")))
        .contains("Summary by max-rss")
        .containsPattern("<p class=\"muted\"><a href=\"[^\"]*stat=max-rss[^\"]*\">max-rss</a>: ");
  }

  @Test
  void theReportPassesTheLogsCheck() throws IOException {
    Files.writeString(
        directory.resolve("week.md"),
        report("-m", "instructions:u,max-rss", "--profile", "!doc").out());

    assertThat(Cli.in(directory).run("log", "check", "week.md", "--disable", "todo,triager").out())
        .isEmpty();
  }

  private static List<String> headings(String report) {
    return report.lines().filter(line -> line.contains("(Comparison Link)")).toList();
  }

  private Result report(String... metrics) {
    return Cli.in(directory).run(arguments("-", metrics));
  }

  private String[] arguments(String output, String... more) {
    return Stream.concat(
            Stream.of(
                "report",
                "--offline",
                "--store",
                store.toString(),
                "--date",
                "2025-11-03",
                "-o",
                output),
            Stream.of(more))
        .toArray(String[]::new);
  }
}

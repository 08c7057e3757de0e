package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A range in which 18 test cases of one merge grew from zero, recorded from the site's own program
 * with the site's own report. Most other test cases are left out.
 */
class FromZeroTest {

  private static final Path DATA =
      Path.of("src/test/resources/dev/perftriage/from-zero").toAbsolutePath();
  private static final String START = "53d8f9e5e8bbf5564e4e34947949324c396f243d";
  private static final String GROWTH = "f72aaf77bca46fe42476793cd44283416e0b91e2";
  private static final String END = "631ab95b5d065158e73eed2835fe6dd38a851181";
  private static final String METRIC = "size:linked_artifact";
  private static final Pattern FACT = Pattern.compile("^#### \\w+|(?<=\\[#)\\d+|^\\| [A-Z].*$");
  private static final Pattern MEAN_AND_RANGE = Pattern.compile("\\|[^|]*\\|[^|]*\\|(?= \\d+ )");
  private static final String NOTE =
      "Counted, but not in mean and range: 18 test cases with a zero baseline (derive check full, ";

  @TempDir private Path directory;

  // As the site

  @Test
  void theReportListsCountsAndDirectsAsTheSiteDoes() throws IOException {
    String site = Files.readString(DATA.resolve("site-report.md"));
    String ours = report().out();

    assertThat(facts(ours)).isEqualTo(facts(site)).contains("####Regressions", "151025");
    assertThat(ours)
        .contains("1 Regression, 1 Improvement, 0 Mixed;", "3 artifact comparisons made in total")
        .doesNotContain("inf%", "∞");
    // Where nothing grew from zero, the table is the site's.
    assertThat(table(ours, "#151032")).isEqualTo(table(site, "#151032"));
  }

  /** Headings, listed merges, and the labels and counts of all tables, in order. */
  private static List<String> facts(String report) {
    List<String> facts = new ArrayList<>();
    for (String line : report.lines().toList()) {
      if (line.startsWith("#### Untriaged")) {
        break;
      }
      FACT.matcher(line)
          .results()
          .map(MatchResult::group)
          .map(fact -> MEAN_AND_RANGE.matcher(fact).replaceAll("|").replace(" ", ""))
          .forEach(facts::add);
    }
    return facts;
  }

  private static String table(String report, String entry) {
    int begin = report.indexOf("| (", report.indexOf("[" + entry + "]"));
    return report.substring(begin, report.indexOf("\n\n", begin));
  }

  // Each format

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "html"})
  void everyFormatSaysWhichTestCasesMeanAndRangeLeaveOut(String format) {
    assertThat(withoutMarkup(compare("--format", format).out()))
        .contains(NOTE)
        .contains(" and 8 more).")
        .doesNotContain("Not in the table");
    assertThat(withoutMarkup(report("--format", format.equals("text") ? "markdown" : format).out()))
        .contains(NOTE);
  }

  @Test
  void textHasTheCountTheVerdictAndInfiniteChanges() {
    assertThat(compare().out())
        .containsPattern("Regressions +secondary +- +- +18\n")
        .contains("Verdict: regression, deserves attention in triage\n")
        .contains("18 relevant regressions of 36, largest first\n")
        .containsPattern("derive +check +full +∞% +∞x +0 B +3\\.99 MiB\n");
  }

  @Test
  void markdownHasTheCountAndInfiniteChanges() {
    assertThat(compare("--format", "markdown").out())
        .containsPattern("Regressions ❌ <br /> \\(secondary\\) +\\| - +\\| - +\\| 18 +\\|\n")
        .containsPattern("\\| derive +\\| check +\\| full +\\| ∞% +\\| ∞x +\\|");
  }

  @Test
  void jsonHasNullForWhatIsInfinite() throws IOException {
    JsonNode comparison = json(compare("--format", "json"));
    JsonNode first = comparison.at("/comparisons/0/cases/0");

    assertThat(comparison.at("/comparisons/0/summaries/0/secondary/regressions"))
        .hasToString(
            "{\"count\":18,\"from_zero\":18,\"mean\":null,\"smallest\":null,\"largest\":null}");
    assertThat(first.get("change").isNull()).isTrue();
    assertThat(first.get("factor").isNull()).isTrue();
    assertThat(first.get("comparability").asText()).isEqualTo("zero_baseline");
    assertThat(first.get("relevant").asBoolean()).isTrue();
    assertThat(first.get("magnitude").asInt()).isEqualTo(5);
    assertThat(json(report("--format", "json")).get("entries")).hasSize(2);
  }

  @Test
  void csvHasInfinity() {
    assertThat(compare("--format", "csv").out().lines().skip(1).findFirst().orElseThrow())
        .contains(",0.0,4187735.0,Infinity,")
        .contains(",Infinity,zero_baseline,true,true,5,");
  }

  @Test
  void thePageListsThemAndCarriesTheirValues() {
    assertThat(compare("--format", "html").out())
        .contains(">▲ +∞%</td>")
        .contains(">∞x</td>")
        .contains("\"before\":[0,")
        .contains("<td class=\"n\">-</td><td class=\"n\">-</td><td class=\"n\">18</td>")
        .contains(
            "18 secondary test cases changed relevantly, 0 for the better and 18 for the"
                + " worse, all from zero.</p>");
    assertThat(report("--format", "html").out()).contains("secondary from zero (18)");
  }

  @Test
  void theHeatMapDrawsThemAndASentenceStandsForTheOtherCharts() throws IOException {
    assertThat(compare("--charts=charts", "--chart-format", "svg").exitCode()).isZero();

    try (Stream<Path> files = Files.list(directory.resolve("charts"))) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("heat-map.svg");
    }
    assertThat(Files.readString(directory.resolve("charts/heat-map.svg"))).contains(">+∞</text>");
    assertThat(compare("--format", "html").out())
        .contains(
            "<p id=\"largest-changes\">Only test cases that grew from zero changed relevantly by"
                + " size:linked_artifact. Not drawn: 18 test cases that grew from zero.</p>");
  }

  @Test
  void noiseVerdictsAndExplanationsGetAlongWithoutALevel() {
    assertThat(report("--annotate=full").out())
        .contains("Too early to tell: all 18 relevant test cases are too recent to judge.")
        .contains(" ∞% (pending)");
    assertThat(run("report", "--explain", "151025").out())
        .contains(
            "derive check full (secondary) ▲ +∞%, pending\n  values           0 B to 3.99 MiB,")
        .contains("∞x that, magnitude 5 of 5\n")
        .contains("before 0 B, after 3.99 MiB, later 3.99 MiB; spread ");
  }

  // Filters and gates

  @Test
  void filtersByOutcomeSelectThem() {
    assertThat(compare("--min-change", "1000%").out()).contains("18 relevant regressions of 18");
    assertThat(compare("--direction", "improvement").out()).doesNotContain("∞");
  }

  @ParameterizedTest
  @CsvSource({
    "regression, 1, '--fail-on regression: derive check full, ∞% by size:linked_artifact'",
    "magnitude:very-large, 1, '--fail-on magnitude:very-large: derive check full, ∞% by'",
    "change:1000%, 1, '--fail-on change:1000%: derive check full, ∞% by'",
    "mean:0.1%, 3, '--fail-on cannot judge 18 test cases by size:linked_artifact from zero, which"
        + " no mean includes, first derive check full'",
    "error, 0, ''",
  })
  void aGateTripsOrSaysThatItCannotJudge(String gate, int exitCode, String message) {
    Result result = compare("--fail-on", gate);

    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.err()).contains(message);
  }

  // Logs

  @Test
  void theCheckOfLogsUnderstandsTheReport() throws IOException {
    Files.writeString(directory.resolve("2026-11-29.md"), report().out());
    Result check = Cli.in(directory).run("log", "check", "2026-11-29.md");

    assertThat(check.out() + check.err())
        .contains("TODO: Summary")
        .doesNotContain("not-understood", "table-count", "table-all");
  }

  @Test
  void theCheckOfLogsStillFindsCountsWithoutFiguresOrNote() throws IOException {
    String unnoted = report().out().replaceAll("Counted, but not in mean and range[^\n]*", "");
    Files.writeString(directory.resolve("2026-11-29.md"), unnoted);
    Result check = Cli.in(directory).run("log", "check", "2026-11-29.md");

    assertThat(check.out() + check.err()).contains("table-count");
  }

  private static JsonNode json(Result result) throws IOException {
    return new ObjectMapper().readTree(result.out());
  }

  private static String withoutMarkup(String output) {
    return output.replaceAll("`", "").replaceAll("\\s+", " ");
  }

  private Result compare(String... more) {
    Path input = DATA.resolve("comparisons/" + START + ".." + GROWTH + "." + METRIC + ".json");
    return Cli.in(directory)
        .run(List.of(more), "compare", "--input", input.toString(), "-m", METRIC);
  }

  private Result report(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("-o", "-"));
    return run("report", all.toArray(String[]::new));
  }

  private Result run(String command, String... more) {
    return Cli.in(directory)
        .run(
            List.of(more),
            command,
            "--store",
            DATA.toString(),
            "--offline",
            "--start",
            START,
            "--end",
            END,
            "--metric",
            METRIC);
  }
}

package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report says of queries where it is asked to: in a draft, under entries, on the page. */
class WhyReportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String DRAFTED =
      "In `syn-2.0.101 check full`: `lint_checking` +70.0% time, +587 invocations;"
          + " `evaluate_obligation` +12.0% time, +520 invocations.";

  /** #148202. */
  private static final String MERGE = "c9537a94a6300a8292804829801f7724fb8a33f6";

  /** #148241, whose only relevant change is noise. */
  private static final String NOISE = "c6d42d774d1edfb270b8faaefacc67c213b0260b";

  private final FakeServices services = new FakeServices(Cli.SAMPLE);

  @TempDir private Path directory;

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void aDraftHasOneLineUnderAnEntry() {
    Result result = offline("--annotate", "--why=3", "-o", "-");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines())
        .filteredOn(line -> line.contains("In `syn-2.0.101 check full`"))
        .singleElement()
        .asString()
        .startsWith("- Caused by [#147185]")
        .endsWith(DRAFTED + " <!-- draft -->");
    assertThat(result.out())
        .contains(
            "\n- In `stm32f4-0.15.1 check full`: `hir_crate` -79.6% time, -8,265 invocations;"
                + " `eval_to_allocation_raw` -71.3% time, -5,146 invocations. <!-- draft -->\n")
        .doesNotContain("elf-profile");
  }

  @Test
  void otherReportsHaveALineForEachTestCase() {
    String plain = offline("--why=2", "-o", "-").out();

    assertThat(plain)
        .containsSubsequence(
            "\n- [Self-profile](https://perf.rust-lang.org/detailed-query.html?commit=c9537a94",
            ") of `syn-2.0.101 check full` (2.9%, [flame graph](https://perf.rust-lang.org/perf/",
            ")): `lint_checking` +587 invocations (53.0% of the change), +45.51 ms self time"
                + " (+70.0%); `evaluate_obligation` +520 invocations (47.0% of the change), +26.65 ms"
                + " self time (+12.0%).\n",
            " of `syn-2.0.101 check incr-full` (2.7%, ")
        .contains("\n- No self-profile of `syn-2.0.101 opt full`.\n")
        .doesNotContain("syn-2.0.101 check incr-unchanged");
    assertThat(offline("--annotate=full", "--why", "-o", "-").out())
        .contains("\n- [Self-profile](", "`lint_checking` +587 invocations");
  }

  @Test
  void thePageHasATable() throws IOException {
    assertThat(offline("--why", "-f", "html", "-o", "week.html").exitCode()).isZero();

    String page = Files.readString(directory.resolve("week.html"));
    int entry = page.indexOf("id=\"pr-148202\"");
    assertThat(page.substring(entry, page.indexOf("<table class=\"cases\"", entry)))
        .containsSubsequence(
            "<h3>Where the time goes</h3>",
            "<b>syn-2.0.101 check full</b>",
            "<th scope=\"row\"><code>lint_checking</code></th><td class=\"n\">+587</td>",
            "<th scope=\"row\">all queries</th><td class=\"n\">+1,107</td>",
            "profile_local cachegrind +df984edf44203c862e01b5a20c8092d5614d872e --rustc2 +c9537a94")
        .contains("▲ +2.9%: <a href=");
    assertThat(page).contains("<p class=\"muted\">No self-profile.</p>");
  }

  @Test
  void withoutItNothingIsAskedAndNothingIsSaid() {
    Result result = online("--annotate", "-o", "-");

    assertThat(result.out()).doesNotContain("lint_checking", "elf-profile");
    assertThat(services.questions()).noneMatch(Question::isProfile);
  }

  @Test
  void noiseIsNotAskedAboutAndTheOthersTwoAtATime() {
    services.delay(Duration.ofMillis(5));
    Result result = online("--annotate", "--why", "--jobs", "1", "-o", "-");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains(DRAFTED);
    assertThat(services.mostInFlight()).isEqualTo(2);
    assertThat(profiles())
        .extracting(question -> question.body().path("commit").asText())
        .contains(MERGE)
        .doesNotContain(NOISE)
        .doesNotHaveDuplicates();

    int asked = profiles().size();
    int kept = 4;
    online("--annotate", "--why", "-o", "-");
    assertThat(profiles()).hasSize(asked + asked - kept);
  }

  @Test
  void aFailureIsMissingDataButNoProfileIsNot() {
    assertThat(online("--why", "-o", "-").exitCode()).isZero();
    services.breakWith(
        question ->
            question.isProfile()
                ? Optional.of(FakeServices.text(502, "<html>"))
                : Optional.empty());

    Result result = online("--why", "--refresh", "--retries", "0", "-o", "-");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .contains(
            "Fetching the self-profile of ", "502", ": 17 answers about self-profiles missing");
    assertThat(result.out()).contains("- No self-profile of `syn-2.0.101 check full`.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--why=0", "--why=4", "--why=x"})
  void itTakesOneToThreeTestCases(String option) {
    Result result = offline(option, "-o", "-");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("is not one of 1, 2, 3; or give it without a value.");
  }

  @Test
  void jsonHasWhatTheCommandSays() throws IOException {
    Result result = offline("--why=2", "--annotate", "--format=json", "-o", "-");
    JsonNode entry = MissingNode.getInstance();
    for (JsonNode some : JSON.readTree(result.out()).get("entries")) {
      entry = some.get("commit").asText().equals(MERGE) ? some : entry;
    }

    Schemas.assertValid(result.out(), "report.schema.json");
    JsonNode why =
        JSON.readTree(
            Cli.in(directory)
                .run(
                    List.of("--offline", "--store", Cli.SAMPLE.toString()),
                    "why",
                    MERGE,
                    "--format=json")
                .out());
    JsonNode cases = why.get("comparisons").get(0).get("cases");
    JsonNode profiles = entry.path("self_profiles");
    assertThat(profiles).hasSize(2);
    for (int at = 0; at < 2; at++) {
      assertThat(profiles.get(at)).isEqualTo(cases.get(at));
    }
    assertThat(offline("--annotate", "--format=json", "-o", "-").out())
        .doesNotContain("self_profiles");
  }

  @Test
  void bothSchemasDescribeThemAlike() throws IOException {
    JsonNode ofReport = definitions("report.schema.json").get("profiled_case");
    JsonNode ofCommand = definitions("why.schema.json").get("case");

    assertThat(ofReport.get("required")).isEqualTo(ofCommand.get("required"));
    assertThat(ofReport.toString().replace("query_total", "whole").replace("query_part", "part"))
        .isEqualTo(
            ofCommand
                .toString()
                .replace("#/$defs/sections", "#/$defs/compile_sections")
                .replace(", or every one with --all-queries", ""));
  }

  @Test
  void whatHasNoPlaceForItRejectsIt() {
    Result result = offline("--why", "--as-site", "-o", "-");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("--as-site writes the report without notes");
  }

  private static JsonNode definitions(String schema) throws IOException {
    return JSON.readTree(
            Path.of("src/main/resources/dev/perftriage/report/data").resolve(schema).toFile())
        .get("$defs");
  }

  private List<Question> profiles() {
    return services.questions().stream().filter(Question::isProfile).toList();
  }

  private Result online(String... arguments) {
    List<String> more = new ArrayList<>(services.options());
    more.addAll(List.of("--store", "store"));
    return Cli.in(directory).run(more, report(arguments));
  }

  private Result offline(String... arguments) {
    return Cli.in(directory)
        .run(List.of("--offline", "--store", Cli.SAMPLE.toString()), report(arguments));
  }

  private static String[] report(String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of("report", "-q", "--start", "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0"));
    words.addAll(List.of(arguments));
    return words.toArray(String[]::new);
  }
}

package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who caused what in the rollups of the recorded week. */
class RollupCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCHEMA =
      Path.of("src/main/resources/dev/perftriage/report/data/rollup.schema.json");

  private static final String PARENT = "df984edf44203c862e01b5a20c8092d5614d872e";
  private static final String OF_147185 = "b1c96546592137343210b8cf62f9ecc12793fc5f";
  private static final String OF_147840 = "493a994d96bce4475bbfb6a8a34e955770e5b04a";

  private final FakeServices services = new FakeServices(Cli.SAMPLE);

  @TempDir private Path directory;

  @AfterEach
  void close() {
    services.close();
  }

  // What is found out

  @Test
  void twoMeasuredMembersExplainAllOfIt() {
    Result result = run("rollup", "148202");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains(
            "\nCaused by #147185 (9 of 19 regressions, all syn) and #147840 (10, all"
                + " -new-solver).\n",
            "\n#147185  measured          9       0  repr(transparent): do not",
            "\n#145724  measured          0       0  ",
            "\n#804040  not measured      -       -  Fix a typo in the book\n")
        .containsPattern("\nsyn-2.0.101 +check +full +2.9% +#147185 102%\n")
        .containsPattern(
            "\ndeeply-nested-multi-new-solver +opt +incr-unchanged +0.2% +#147840 103%\n")
        .doesNotContain("@rust-timer");
  }

  @Test
  void oneMeasuredMemberExplainsMost() {
    assertThat(run("rollup", "148337").out())
        .contains(
            "\n#147622 explains 9 of 10 regressions and the only improvement; 7 members not"
                + " measured.\n")
        .containsPattern("\nsyn-2.0.101 +opt +full +3.0% +-\n");
  }

  @Test
  void whereNothingIsMeasuredTheLikeliestAreNamedInACommand() {
    Result result = run("rollup", "148425");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("\nNo member's own build is measured.\n")
        .endsWith(
            """

            To measure the likeliest members, comment on the rollup:

            @rust-timer triage 5c2ee4fb0a786d314f716c18ecef20934def20c5\
             94a74944d496218581063e1402ec03c0f2e220e8
            """);
    assertThat(run("rollup", "148425", "--all-members").out())
        .endsWith(
            " 94a74944d496218581063e1402ec03c0f2e220e8"
                + " fa4073deb8262ab97ee47c597ab992a08a4e6161\n");
  }

  @Test
  void whatFailedOrConflictsIsSaidAndIsNotAskedFor() {
    assertThat(run("rollup", "148356").out())
        .contains("; #807121 failed to build; #807122 could not be merged alone.\n")
        .containsPattern("\n#807121 +build failed +-")
        .containsPattern("\n#807122 +conflicts +-");
    assertThat(services.comparisons())
        .filteredOn(question -> question.start().startsWith("d85276b2"))
        .extracting(Question::end)
        .doesNotHaveDuplicates()
        .hasSize(1 + 8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#148202",
        "pr:148202",
        "rust-lang/rust#148202",
        "https://github.com/rust-lang/rust/pull/148202",
        "github.com/rust-lang/rust/pull/148202/files?w=1",
        "https://github.com/rust-lang/rust/pull/148202#issuecomment-1"
      })
  void aRollupIsNamedInAnyForm(String name) {
    assertThat(offline("rollup", name).out()).contains("Caused by #147185");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "pr:", "c9537a94", "https://github.com/rust-lang/cargo/pull/1"})
  void nothingElseIsAPullRequest(String name) {
    Result result = offline("rollup", name);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("is not a pull request: give its number, #1, pr:1 or its");
  }

  @Test
  void filtersSelectWhatIsToBeExplained() {
    String out = offline("rollup", "148202", "--benchmark", "syn*", "--profile", "check").out();

    assertThat(out)
        .contains("Caused by #147185 (all 4 regressions, all syn).\n")
        .doesNotContain("deeply-nested", " debug ");
    assertThat(offline("rollup", "148202", "--benchmark", "none-such").exitCode())
        .isEqualTo(ExitCodes.DATA);
  }

  // Noise

  @Test
  void noiseNeedsNoMember() throws IOException {
    Result result = offline("rollup", "148337", "--context", "30");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains(
            "\nCaused by #147622 (9 of 10 regressions and the only improvement); 1 test case is"
                + " noise.\n")
        .containsPattern("\nsyn-2.0.101 +opt +full +3.0% +noise\n");
    JsonNode changes = changes("--context", "30");
    assertThat(changes.findValuesAsText("noise")).containsOnlyOnce("true").hasSize(11);
    assertThat(changes.at("/0/benchmark").asText()).isEqualTo("syn-2.0.101");
    assertThat(changes.at("/0/noise").asBoolean()).isTrue();
    assertThat(changes("--context", "0").findValuesAsText("noise")).containsOnly("null");
  }

  private JsonNode changes(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("rollup", "148337", "--format", "json"));
    arguments.addAll(List.of(more));
    return JSON.readTree(offline(arguments.toArray(String[]::new)).out())
        .at("/comparisons/0/changes");
  }

  @Test
  void severalMetricsAreToldApart() {
    Result result = offline("rollup", "148202", "--metric", "instructions:u,max-rss");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .containsSubsequence(
            "test cases by instructions:u\n",
            "Caused by #147185",
            "0 relevant test cases by max-rss\n");
  }

  @Test
  void theJsonIsAsItsSchemaSays() throws IOException {
    for (String rollup : List.of("148202", "148337", "148356", "148425")) {
      String json = offline("rollup", rollup, "--format", "json").out();
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(JSON.readTree(SCHEMA.toFile()))
                  .validate(json, InputFormat.JSON))
          .isEmpty();
    }
    JsonNode found =
        JSON.readTree(offline("rollup", "148202", "--format", "json").out())
            .at("/comparisons/0/rollup_members");
    assertThat(found.findValuesAsText("pr")).hasSize(14).contains("147185", "147840");
    for (JsonNode member : found) {
      int explained = member.at("/explains/regressions").asInt();
      assertThat(explained)
          .isEqualTo(Map.of(147185, 9, 147840, 10).getOrDefault(member.get("pr").asInt(), 0));
    }
  }

  @Test
  void markdownIsWrittenToAFileThatIsNotOverwritten() throws IOException {
    assertThat(offline("rollup", "148202", "-f", "markdown", "-o", "r.md").exitCode()).isZero();
    assertThat(directory.resolve("r.md"))
        .content()
        .contains(
            "Caused by [#147185](https://github.com/rust-lang/rust/pull/147185) (9 of 19"
                + " regressions, all `syn`)");
    assertThat(offline("rollup", "148202", "-o", "r.md").exitCode()).isEqualTo(ExitCodes.USAGE);
  }

  // What is asked for

  @Test
  void measuredBuildsAreAskedForOnceAndUnmeasuredOnesAgain() {
    String first = run("rollup", "148202").out();
    int asked = services.questions().size();
    String second = run("rollup", "148202").out();
    List<Question> again = services.questions().subList(asked, services.questions().size());

    assertThat(second).isEqualTo(first);
    assertThat(again)
        .filteredOn(Question::isComparison)
        .extracting(Question::end)
        .hasSize(11)
        .doesNotContain(OF_147185, OF_147840);
    assertThat(again)
        .extracting(Question::path)
        .contains("/repos/rust-lang/rust/issues/148202/comments");
    assertThat(
            Cli.in(directory)
                .run("rollup", "148202", "--store", "store", "--offline", "--context", "0")
                .out())
        .isEqualTo(first);
  }

  @Test
  void noMoreRequestsAreUnderWayThanJobs() {
    services.delay(Duration.ofMillis(20));
    run("rollup", "148202", "--jobs", "3");

    assertThat(services.mostInFlight()).isBetween(2, 3);
  }

  @Test
  void theLastListCountsThoughItIsOnALaterPage() {
    for (int i = 0; i < 120; i++) {
      services.timelines().comment(148202, "ferris", "2025-10-29T09:00:00Z", "me too");
    }
    services.timelines().comment(148202, "rust-bors[bot]", "2025-10-29T10:00:00Z", list(OF_147185));
    services.timelines().comment(148202, "mallory", "2025-10-29T11:00:00Z", list(OF_147840));

    assertThat(run("rollup", "148202").out())
        .contains("#147185 explains 9 of 19 regressions, all syn; ")
        .containsPattern("\n#147840 +no known build ");
  }

  private static String list(String build) {
    return """
        :pushpin: Perf builds for each rolled up PR:

        | PR# | Message | Perf Build Sha |
        |----|----|:-----:|
        |#147185|a `|` in the title|`%s`|

        *parent commit*: [df984edf44](https://github.com/rust-lang/rust/commit/%s)
        """
        .formatted(build, PARENT);
  }

  @Test
  void whoseMeasurementWasAskedForIsNotNamedAgain() {
    services
        .timelines()
        .comment(
            148425,
            "ferris",
            "2025-10-29T09:00:00Z",
            "@rust-timer triage 5c2ee4fb0a786d314f716c18ecef20934def20c5");

    assertThat(run("rollup", "148425").out())
        .endsWith("\n@rust-timer triage 94a74944d496218581063e1402ec03c0f2e220e8\n");
  }

  @Test
  void withATokenAMemberThatChangesTestsAloneIsNotMeasured() {
    breakPath("/pulls/146260/files", files("rust-lang/rust", "tests/ui/drop.rs"));
    String command = "\n@rust-timer triage 94a74944d496218581063e1402ec03c0f2e220e8\n";

    assertThat(run("rollup", "148425").out()).doesNotEndWith(command);
    assertThat(askedForFiles()).isEmpty();
    assertThat(withToken("rollup", "148425").out()).endsWith(command);
    int asked = askedForFiles().size();
    assertThat(asked).isPositive();
    assertThat(withToken("rollup", "148425").out()).endsWith(command);
    assertThat(askedForFiles())
        .filteredOn(question -> question.path().endsWith("/146260/files"))
        .hasSize(1);
    assertThat(
            Cli.in(directory)
                .run("rollup", "148425", "--store", "store", "--offline", "--context", "0")
                .out())
        .endsWith(command);
  }

  @Test
  void filesOfAnotherRepositorySayNothing() {
    breakPath("/pulls/146260/files", files("rust-lang/cargo", "tests/ui/drop.rs"));

    assertThat(withToken("rollup", "148425").out())
        .endsWith(
            "5c2ee4fb0a786d314f716c18ecef20934def20c5 94a74944d496218581063e1402ec03c0f2e220e8\n");
  }

  private List<Question> askedForFiles() {
    return services.questions().stream()
        .filter(question -> question.path().endsWith("/files"))
        .toList();
  }

  private static MockResponse files(String repository, String path) {
    return FakeServices.text(
        200,
        """
        [{"filename": "%s", "status": "modified", "contents_url":
          "https://api.github.com/repos/%s/contents/%s?ref=1"}]
        """
            .formatted(path, repository, path));
  }

  // What goes wrong

  @Test
  void aPullRequestWithoutBuildsHasNothingToTell() {
    Result result = run("rollup", "148040");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("Reading the builds of #148040: no comment of a bot lists any; only rollups");
  }

  @Test
  void commentsThatAreGoneAreMissing() {
    breakPath("/comments", 404);
    Result result = run("rollup", "148202");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("the comments of #148202").contains("404");
  }

  @Test
  void storedCommentsHelpWhenGitHubDoesNot() {
    String first = run("rollup", "148202").out();
    breakPath("/comments", 404);
    Result result = run("rollup", "148202");

    assertThat(result.out()).isEqualTo(first);
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("using the response in the store");
  }

  @Test
  void aMemberThatTheSiteDoesNotAnswerAboutIsNotCalledUnmeasured() {
    services.breakWith(
        question ->
            question.end().equals(OF_147840)
                ? Optional.of(FakeServices.text(502, "<html>"))
                : Optional.empty());
    Result result = run("rollup", "148202", "--retries", "0");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out())
        .contains(
            "#147185 explains 9 of 19 regressions, all syn; 11 members not measured; whether 1"
                + " member is measured is unknown.\n")
        .containsPattern("\n#147840 +measurement unknown ");
    assertThat(result.err())
        .contains("1 comparison of rollup members' own builds is unavailable, first: ");
  }

  @Test
  void aWeekWithoutGitHubHasAReportAndSaysWhoseBuildsAreMissing() {
    services.breakWith(
        question ->
            question.path().endsWith("/comments")
                ? Optional.of(
                    FakeServices.text(403, "{\"message\": \"API rate limit exceeded\"}")
                        .newBuilder()
                        .addHeader("x-ratelimit-remaining", "0")
                        .build())
                : Optional.empty());
    Result result = run("report", "--annotate", "-o", "-", "-q", "--start", PARENT);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .contains("GitHub's rate limit is exceeded")
        .contains("the builds of the members of 7 rollups are missing");
    assertThat(result.out()).contains("Rollup of 14").doesNotContain("Caused by");
  }

  @Test
  void aWeekFitsTheRequestsOfAnHourWithoutAToken() {
    Result result = run("report", "--annotate", "-o", "-", "-q", "--start", PARENT);

    assertThat(result.exitCode()).isZero();
    assertThat(services.questions())
        .filteredOn(question -> question.path().startsWith("/repos/"))
        .hasSizeLessThanOrEqualTo(60);
    assertThat(services.questions())
        .filteredOn(question -> question.path().endsWith("/comments"))
        .hasSize(7);
  }

  private void breakPath(String end, int status) {
    breakPath(end, FakeServices.text(status, "{\"message\": \"Not Found\"}"));
  }

  private void breakPath(String end, MockResponse answer) {
    services.breakWith(
        question -> question.path().endsWith(end) ? Optional.of(answer) : Optional.empty());
  }

  private Result run(String... arguments) {
    List<String> more = new ArrayList<>(services.options());
    more.addAll(List.of("--store", "store"));
    more.addAll(withoutNoise(arguments));
    return Cli.in(directory).run(more, arguments);
  }

  private Result withToken(String... arguments) {
    List<String> more = new ArrayList<>(services.options());
    more.addAll(List.of("--store", "store"));
    more.addAll(withoutNoise(arguments));
    return Cli.in(directory).with(Map.of("GITHUB_TOKEN", "s3cret")).run(more, arguments);
  }

  private Result offline(String... arguments) {
    List<String> more = new ArrayList<>(List.of("--offline", "--store", Cli.SAMPLE.toString()));
    more.addAll(withoutNoise(arguments));
    return Cli.in(directory).run(more, arguments);
  }

  /** Most rules do not need the merges around a rollup, which take time. */
  private static List<String> withoutNoise(String... arguments) {
    List<String> words = List.of(arguments);
    return words.get(0).equals("rollup") && !words.contains("--context")
        ? List.of("--context", "0")
        : List.of();
  }
}

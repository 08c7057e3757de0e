package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
import dev.perftriage.Timelines;
import dev.perftriage.log.TestLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day is 2025-11-05. */
class LogFollowupsTest {

  private static final String LOG = "reports/2025/2025-10-27.md";
  private static final String TRIAGED = "perf-regression-triaged";

  private final FakeServices services = new FakeServices(Cli.SAMPLE);
  private final Timelines timelines = services.timelines();

  @TempDir private Path folder;

  @BeforeEach
  void aLogThatLeavesThingsOpen() throws IOException {
    write(
        LOG,
        TestLogs.own("week.md")
            .text()
            .replace("# 2030-02-12", "# 2025-10-27")
            .replace("- Marked as triaged.", "- Pinged the author.")
            .replace("- As fast as before", "- Not marking as triaged yet, as fast as before")
            .replace(
                "- Noise: it went",
                "- Started perf runs of [#900110](https://github.com/rust-lang/rust/pull/900110)."
                    + " It went"));
  }

  @AfterEach
  void onlyGetWasEverAskedOfGitHub() {
    assertThat(services.questions()).extracting(Question::method).containsOnly("GET");
    services.close();
  }

  @Test
  void whatIsSilentComesWithASentenceToSend() {
    Cli.Result result = run(LOG);

    assertThat(result.out())
        .startsWith(
            """
            Left open:
            #900101 Teach the parser about spare commas (2025-10-27): "Pinged the author."
                silent for 9 days; to send:
                Is this regression expected, or is somebody looking into it? It is in the [triage log\
             of 2025-10-27](https://github.com/rust-lang/rustc-perf/blob/main/triage/2025/2025-10-27.md),\
             9 days ago, and there has been no answer since.
            #900110 in #900102 Rollup of 5 pull requests (2025-10-27): "Started perf runs of #900110.\
             It went back in the next merge."
                silent for 9 days; to send:
            """)
        .contains("\nUntriaged, oldest first:\n#");
    assertThat(result.err())
        .isEqualTo("perf-triage: next: perf-triage report --since-last " + LOG + " --annotate\n");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void whatHappenedSinceIsToldInOrder() {
    timelines.comment(900101, "reviewer", "2025-10-20T10:00:00Z", "r=me");
    timelines.comment(900101, "ferris", "2025-10-27T10:00:00Z", "Is that expected?");
    timelines.comment(900101, "rustbot", "2025-10-27T10:00:01Z", "Warning.");
    timelines.comment(900101, "lqd", "2025-10-28T10:00:00Z", "> Is that expected?\n\nYes, it is.");
    timelines.refer(900101, "lqd", "2025-10-29T10:00:00Z", 900120, "Fix the regression of commas");
    timelines.comment(
        900101, "lqd", "2025-10-30T10:00:00Z", "Worth it.\n\n@rustbot label: +" + TRIAGED);
    timelines.label(900101, "rustbot", "2025-10-30T10:00:01Z", TRIAGED);
    timelines.comment(
        900110,
        "rust-timer",
        "2025-10-28T10:00:00Z",
        """
        Finished benchmarking commit (abc): [comparison URL](https://a.b).

        ### Overall result: ❌ regressions - please read:
        """);
    timelines.refer(900104, "x", "2025-10-29T10:00:00Z", 900121, "Revert \"Inline\" (#900104)");

    assertThat(run(LOG).out())
        .startsWith(
            """
            Left open:
            #900101 Teach the parser about spare commas (2025-10-27): "Pinged the author."
                answer of lqd on 2025-10-28: "Yes, it is." https://github.com/rust-lang/rust/pull/900101#issuecomment-4
                perhaps fixed by #900120: "Fix the regression of commas"
                triaged on 2025-10-30: "Worth it."
            #900110 in #900102 Rollup of 5 pull requests (2025-10-27): "Started perf runs of #900110.\
             It went back in the next merge."
                measurement finished on 2025-10-28: "❌ regressions - please read:" https://github.com/rust-lang/rust/pull/900110#issuecomment-1
            #900104 Revert "Inline the Span getters" (2025-10-27): "Not marking as triaged yet, as\
             fast as before, see the run."
                reverted by #900121: "Revert "Inline" (#900104)"

            Untriaged""");
  }

  @Test
  void aRegressionIsOpenUntilItHasItsLabel() throws IOException {
    write("2025-10-27.md", Files.readString(folder.resolve(LOG)).replace("- Pinged the", "- The"));

    assertThat(run("2025-10-27.md").out())
        .contains("#900101 Teach the parser about spare commas (2025-10-27): regression without");

    timelines.label(900101, "rustbot", "2025-10-26T10:00:00Z", TRIAGED);

    assertThat(run("2025-10-27.md").out()).doesNotContain("#900101");
  }

  @Test
  void markdownQuotesWithoutMentioningAnybody() {
    timelines.comment(900101, "lqd", "2025-10-28T10:00:00Z", "@nnethercote *may* know");

    assertThat(run(LOG, "--format", "markdown").out())
        .contains(
            """
            - [#900101](https://github.com/rust-lang/rust/pull/900101) Teach the parser about spare\
             commas (2025-10-27): "Pinged the author."
                - answer of lqd on 2025-10-28: `@nnethercote *may* know` ([comment](https://github.com/rust-lang/rust/pull/900101#issuecomment-1))
            """);
  }

  @Test
  void jsonFollowsItsSchema() throws IOException {
    timelines.comment(900101, "lqd", "2025-10-28T10:00:00Z", "Yes.");
    timelines.refer(900104, "x", "2025-10-29T10:00:00Z", 900121, "Fix it");

    String json = run(LOG, "--format", "json").out();

    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                    Files.readString(
                        Path.of(
                            "src/main/resources/dev/perftriage/report/data/followups.schema.json")))
                .validate(json, InputFormat.JSON))
        .isEmpty();
    assertThat(json)
        .contains("\"promise\" : \"asked\"", "\"kind\" : \"answered\"", "\"silent_days\" : 9");
  }

  @Test
  void theNewestLogsOfTheUsualFolderCount() throws IOException {
    for (String date : List.of("2025-10-06", "2025-10-13", "2025-10-20")) {
      write("reports/2025/" + date + ".md", "# " + date + " Triage Log\n");
    }
    write(
        "reports/2025/2025-09-29.md",
        "# 2025-09-29 Triage Log\n\n#### Mixed\n\nOld [#900001](https://github.com/rust-lang/rust/"
            + "pull/900001) [(Comparison Link)](https://perf.rust-lang.org/compare.html?start=a&"
            + "end=b)\n\n- Pinged the author.\n");

    assertThat(run().out()).contains("#900101").doesNotContain("#900001");
    assertThat(run("--weeks", "5").out()).contains("#900101", "#900001 Old");
  }

  @Test
  void anExhaustedRateLimitIsSaidOnce() {
    services.exhaustRateLimitOfTimelines();

    Cli.Result result = run(LOG);

    assertThat(result.err())
        .containsOnlyOnce("items not followed up: Fetching page 1 of the timeline");
    assertThat(result.err()).containsOnlyOnce("page 1 of the timeline");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void whatCannotBeFetchedIsSaid() {
    services.breakWith(
        question ->
            question.path().contains("/900101/") || question.path().startsWith("/search/")
                ? Optional.of(FakeServices.text(404, "no"))
                : Optional.empty());

    Cli.Result result = run(LOG);

    assertThat(result.err())
        .contains("#900101: Fetching page 1 of the timeline of #900101")
        .contains("the list of untriaged pull requests: Fetching");
    assertThat(result.out()).contains("#900110");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  private Cli.Result run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("log", "followups"));
    all.addAll(List.of(arguments));
    all.add("--no-store");
    return Cli.in(folder).run(services.options(), all.toArray(String[]::new));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }
}

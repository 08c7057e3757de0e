package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
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

class LogCommentsTest {

  private static final String WEEK = TestLogs.own("week.md").text();
  private static final String TRIAGED = "perf-regression-triaged";
  private static final String ROLLUP = "#148202](https://github.com/rust-lang/rust/pull/148202)";

  private final FakeServices services = new FakeServices(Cli.SAMPLE);

  @TempDir private Path folder;

  @BeforeEach
  void aLog() throws IOException {
    write("2030-02-12.md", WEEK);
  }

  @AfterEach
  void onlyGetWasEverAskedOfGitHub() {
    assertThat(services.questions())
        .filteredOn(question -> !question.path().startsWith("/perf/"))
        .extracting(Question::method)
        .containsOnly("GET");
    services.close();
  }

  @Test
  void theNoteOfATriagedEntryBecomesAComment() {
    Cli.Result result = run();

    assertThat(result.out())
        .isEqualTo(
            """
            https://github.com/rust-lang/rust/pull/900101

            - The parser does more work now, which was expected.
            - Marked as triaged.

            @rustbot label: +perf-regression-triaged

            <!-- perf-triage: 2030-02-12 -->

            """);
    assertThat(result.err())
        .isEqualTo(
            """
            perf-triage: 1 comment to post
            perf-triage: next: post them, then: perf-triage log publish 2030-02-12.md --rustc-perf\
             ../rustc-perf --twir ../this-week-in-rust
            """);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void aPullRequestThatHasTheLabelNeedsNone() {
    services.timelines().label(900101, "rustbot", "2030-02-11T10:00:00Z", TRIAGED);

    assertThat(run().out()).isEmpty();

    services.timelines().unlabel(900101, "rustbot", "2030-02-11T11:00:00Z", TRIAGED);

    assertThat(run().out()).contains("pull/900101");
  }

  @Test
  void aSecondRunAfterPostingHasNothingLeft() {
    String comment = run().out().replaceFirst("\\S+\n\n", "");
    services.timelines().comment(900101, "ferris", "2030-02-12T10:00:00Z", comment);

    Cli.Result again = run();

    assertThat(again.out()).isEmpty();
    assertThat(again.err()).startsWith("perf-triage: 0 comments to post\n");
    assertThat(again.exitCode()).isZero();
  }

  @Test
  void aCommentOnAnEarlierLogIsNoCommentOnThisOne() {
    services
        .timelines()
        .comment(900101, "ferris", "2030-02-05T10:00:00Z", "<!-- perf-triage: 2030-02-05 -->");

    assertThat(run().out()).contains("pull/900101");
  }

  @Test
  void eventsOnLaterPagesAndUnknownOnesAreRead() {
    for (int i = 0; i < 150; i++) {
      services.timelines().surprise(900101);
    }
    services.timelines().label(900101, "rustbot", "2030-02-11T10:00:00Z", TRIAGED);

    assertThat(run().out()).isEmpty();
  }

  @Test
  void filesComeWithTheCommandsThatPostThem() throws IOException {
    Cli.Result result = run("-o", "to post");

    assertThat(result.out())
        .isEqualTo("gh pr comment 900101 -R rust-lang/rust --body-file 'to post/900101.md'\n");
    assertThat(Files.readString(folder.resolve("to post/900101.md")))
        .startsWith("- The parser does more work now")
        .endsWith("<!-- perf-triage: 2030-02-12 -->\n");
    assertThat(run("-o", "to post")).isEqualTo(result);
  }

  @Test
  void anEditedFileIsNotOverwrittenWithoutForce() throws IOException {
    run("-o", "comments");
    Files.writeString(folder.resolve("comments/900101.md"), "better words\n");

    Cli.Result result = run("-o", "comments");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("comments/900101.md has other text; use --force");
    assertThat(folder.resolve("comments/900101.md")).hasContent("better words");
    assertThat(run("-o", "comments", "--force").exitCode()).isZero();
  }

  @Test
  void noteLinksDoNotReferToTheLog() throws IOException {
    write(
        "2030-02-12.md",
        WEEK.replace("- Marked as triaged.", "- [Justified][why], marked as triaged.")
            + "\n[why]: https://example.org/why\n");

    assertThat(run().out()).contains("- [Justified](https://example.org/why), marked as triaged.");
  }

  @Test
  void whatIsNotTriagedYetIsNotSaidToBe() throws IOException {
    write("2030-02-12.md", WEEK.replace("- Marked as triaged.", "- Not marking as triaged yet."));

    assertThat(run().out()).isEmpty();
  }

  @Test
  void anUnfinishedNoteIsNotPosted() throws IOException {
    write("2030-02-12.md", WEEK.replace("- Marked as", "- TODO: ask. Marked as"));

    Cli.Result result = run();

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("#900101: its note is not finished");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void theLikelyMembersOfARollupThatHaveNoMeasurementAreAskedFor() throws IOException {
    write(
        "2030-02-12.md",
        WEEK.replace("#900102](https://github.com/rust-lang/rust/pull/900102)", ROLLUP));
    services.timelines().label(900101, "rustbot", "2030-02-11T10:00:00Z", TRIAGED);

    String line = line("@rust-timer triage ");

    // Of 14 members, three were measured, and ten are tests, documentation and the like.
    assertThat(line).isEqualTo("@rust-timer triage fae76bf9565bd719a7b74baf7bba7ab995a241c9");

    services.timelines().comment(148202, "ferris", "2030-02-12T10:00:00Z", line);

    assertThat(run().out()).isEmpty();
  }

  @Test
  void anExhaustedRateLimitIsSaidOnce() {
    services.exhaustRateLimitOfTimelines();

    Cli.Result result = run();

    assertThat(result.err())
        .containsOnlyOnce("the comments on further entries: Fetching page 1 of the timeline");
    assertThat(result.err()).containsOnlyOnce("page 1 of the timeline");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void whatCannotBeFetchedIsSaid() {
    services.breakWith(
        question ->
            question.path().contains("/900101/")
                ? Optional.of(FakeServices.text(404, "no"))
                : Optional.empty());

    Cli.Result result = run();

    assertThat(result.err()).contains("#900101: Fetching page 1 of the timeline of #900101");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  private String line(String start) {
    return run().out().lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  private Cli.Result run(String... arguments) {
    String[] all = new String[3 + arguments.length];
    System.arraycopy(new String[] {"log", "comments", "2030-02-12.md"}, 0, all, 0, 3);
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    List<String> sources = new ArrayList<>(services.options());
    sources.add("--no-store");
    return Cli.in(folder).run(sources, all);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}

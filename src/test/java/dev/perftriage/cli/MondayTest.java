package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
import dev.perftriage.Git;
import dev.perftriage.log.TestLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's section "Monday in six commands", on the sample week and in two git checkouts. */
class MondayTest {

  private static final String LAST_END = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
  private static final String LOG = "reports/2025/2025-11-05.md";
  private static final String DRAFT = "draft/2025-11-05-this-week-in-rust.md";

  @TempDir private Path folder;
  private Git rustcPerf = new Git(Path.of(""));
  private Git newsletter = new Git(Path.of(""));

  @BeforeEach
  void lastWeeksLogAndTwoCheckouts() throws IOException {
    write(
        "work/reports/2025/2025-10-27.md",
        TestLogs.own("week.md")
            .text()
            .replace("# 2030-02-12", "# 2025-10-27")
            .replace("8".repeat(40), LAST_END)
            .replace("- Marked as triaged.", "- Pinged the author."));
    rustcPerf = Git.checkout(Files.createDirectories(folder.resolve("rustc-perf")));
    write("rustc-perf/triage/README.md", "");
    rustcPerf.commitAll();
    newsletter = Git.checkout(Files.createDirectories(folder.resolve("this-week-in-rust")));
    write("this-week-in-rust/" + DRAFT, "# Compiler\n\n<!-- Perf results go here -->\n\n# Calls\n");
    newsletter.commitAll();
  }

  @Test
  void theSampleWeekFromFollowUpsToPublishing() throws IOException {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      List<String> commands = commandsOfTheReadme();
      assertThat(commands).hasSize(6);

      Cli.Result followUps = run(services, commands.get(0));
      assertThat(followUps.out())
          .contains("(2025-10-27): \"Pinged the author.\"", "silent for 9 days");
      assertNext(followUps, "perf-triage report --since-last reports --annotate");

      Cli.Result report = run(services, commands.get(1));
      assertThat(report.out()).startsWith(LOG + "\n").contains("7 of them in rollups");
      assertNext(report, "perf-triage log check " + LOG + " --fix");
      theTriagerEdits();

      Cli.Result move = run(services, commands.get(2));
      assertThat(move.out()).startsWith("#148241 dropped from Regressions\n");
      assertNext(move, "perf-triage log check " + LOG + " --fix");

      Cli.Result check = run(services, commands.get(3));
      assertThat(check.out()).isEmpty();
      assertNext(check, "perf-triage log comments " + LOG + " -o comments");

      Cli.Result comments = run(services, commands.get(4));
      assertThat(comments.out())
          .contains("gh pr comment 146186 -R rust-lang/rust --body-file comments/146186.md\n");
      assertNext(comments, "perf-triage log publish " + LOG + " --rustc-perf ../rustc-perf");
      theTriagerPosts(services, comments.out());
      assertThat(run(services, commands.get(4)).out()).isEmpty();

      Cli.Result publish = run(services, commands.get(5));
      assertThat(publish.out())
          .startsWith("triage/2025/2025-11-05.md: written\n" + DRAFT + ": written\n");
      assertNext(publish, "perf-triage log followups ../rustc-perf/triage/2025/2025-11-05.md");
      theTriagerProposes(publish.out());

      assertThat(run(services, commands.get(5)).out())
          .contains("\nAll is in place; nothing was changed.\n");
      assertThat(rustcPerf.run("status", "--porcelain")).isEmpty();
      assertThat(newsletter.run("status", "--porcelain")).isEmpty();
      assertThat(services.questions())
          .filteredOn(question -> !question.isComparison())
          .extracting(Question::method)
          .containsOnly("GET");
    }
    assertThat(rustcPerf.run("show", "HEAD:triage/2025/2025-11-05.md"))
        .isEqualTo(Files.readString(folder.resolve("work/" + LOG)).strip());
    assertThat(newsletter.run("show", "HEAD:" + DRAFT))
        .startsWith("# Compiler\n\n### Rust Compiler Performance Triage\n\nA good week.")
        .contains("3 Regressions, 6 Improvements, 7 Mixed; 6 of them in rollups")
        .endsWith("/blob/main/triage/2025/2025-11-05.md)\n\n# Calls");
  }

  private static List<String> commandsOfTheReadme() throws IOException {
    String section =
        Files.readString(Path.of("README.md")).split("## Monday in six commands\n", 2)[1];
    return section.split("```sh\n|```\n", 3)[1].lines().toList();
  }

  private static void assertNext(Cli.Result result, String command) {
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).contains("perf-triage: next: ").contains(command);
  }

  private void theTriagerEdits() throws IOException {
    String log = Files.readString(folder.resolve("work/" + LOG));
    write(
        "work/" + LOG,
        log.replaceFirst("(?m)^Mostly positive week: .*$", "A good week.")
            .replace(" <!-- draft -->", "")
            .replaceFirst(
                "(?s)(\\[#146186\\S+ \\[\\(Comp.*?)\n- 546 regressions",
                "$1\n- Marked as triaged.\n- 546 regressions"));
  }

  /** Posts the comments: what {@code gh} would send is what the services have from then on. */
  private void theTriagerPosts(FakeServices services, String commands) throws IOException {
    Pattern command =
        Pattern.compile("gh pr comment (\\d+) -R rust-lang/rust --body-file (\\S+)\n");
    for (MatchResult post : command.matcher(commands).results().toList()) {
      services
          .timelines()
          .comment(
              Integer.parseInt(post.group(1)),
              "ferris",
              "2025-11-05T12:00:00Z",
              Files.readString(folder.resolve("work").resolve(post.group(2))));
    }
  }

  /** Runs the git commands that change nothing outside of the checkouts. */
  private void theTriagerProposes(String printed) {
    Pattern command = Pattern.compile("(?m)^git -C (\\S+) ((?:switch|add|commit) .*)$");
    for (MatchResult found : command.matcher(printed).results().toList()) {
      new Git(Path.of(found.group(1)))
          .run(
              Pattern.compile("'([^']*)'|(\\S+)")
                  .matcher(found.group(2))
                  .results()
                  .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                  .toArray(String[]::new));
    }
  }

  private Cli.Result run(FakeServices services, String command) {
    assertThat(command).startsWith("perf-triage ");
    return Cli.in(folder.resolve("work"))
        .with(
            Map.of(
                "PERF_TRIAGE_PERF_URL", services.url(),
                "PERF_TRIAGE_COMMITS_URL", services.url(),
                "PERF_TRIAGE_GITHUB_URL", services.url(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString()))
        .run(command.substring("perf-triage ".length()).split(" ", -1));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}

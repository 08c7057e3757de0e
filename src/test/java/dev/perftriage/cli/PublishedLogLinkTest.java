package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Git;
import dev.perftriage.log.TestLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link to the log, from the checkout that it lies in. */
class PublishedLogLinkTest {

  private static final String LOG = "triage/2030/2030-02-12.md";

  @TempDir private Path folder;
  private Git git;

  @BeforeEach
  void aCheckoutWithTheLog() throws IOException {
    git = Git.checkout(folder);
    Files.createDirectories(folder.resolve("triage/2030"));
    Files.writeString(folder.resolve(LOG), TestLogs.own("week.md").text());
    git.commitAll();
  }

  @Test
  void namesTheNewestCommitOfTheLog() throws IOException {
    String commit = git.run("rev-parse", "HEAD");
    Files.writeString(folder.resolve("other"), "");
    git.commitAll();

    for (String command : List.of("twir", "zulip")) {
      assertThat(out(command, LOG))
          .contains("(https://github.com/rust-lang/rustc-perf/blob/" + commit + "/" + LOG + ")");
      assertThat(out(command, LOG, "--commit", "057eaab")).contains("/blob/057eaab/" + LOG + ")");
    }
  }

  @Test
  void namesTheRepositoryOfTheCheckout() {
    git.run("remote", "add", "origin", "git@github.com:ferris/rustc-perf.git");
    assertThat(out("twir", LOG)).contains("(https://github.com/ferris/rustc-perf/blob/");

    git.run("remote", "add", "upstream", "https://github.com/rust-lang/rustc-perf");
    assertThat(out("twir", LOG)).contains("(https://github.com/rust-lang/rustc-perf/blob/");
  }

  @Test
  void namesTheBranchForATextThatIsNotCommitted() throws IOException {
    Files.writeString(folder.resolve(LOG), "\n", StandardOpenOption.APPEND);

    assertThat(out("twir", LOG)).contains("/blob/main/" + LOG + ")");
  }

  @Test
  void namesTheBranchForALogInAnotherCheckout() throws IOException {
    Files.createDirectories(folder.resolve("reports"));
    Files.copy(folder.resolve(LOG), folder.resolve("reports/2030-02-12.md"));
    git.commitAll();

    assertThat(out("twir", "reports/2030-02-12.md")).contains("/blob/main/" + LOG + ")");
  }

  private String out(String command, String... arguments) {
    return Cli.in(folder).run(List.of(arguments), "log", command).out();
  }
}

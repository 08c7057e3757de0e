package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.log.TestLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogPublishTest {

  private static final String WEEK = TestLogs.own("week.md").text();
  private static final String PUBLISHED = "perf/triage/2030/2030-02-12.md";
  private static final String DRAFT = "twir/draft/2030-02-13-this-week-in-rust.md";
  private static final String MARKER = "<!-- Perf results go here -->";

  @TempDir private Path folder;

  @BeforeEach
  void twoCheckouts() throws IOException {
    write("2030-02-12.md", WEEK);
    Files.createDirectories(folder.resolve("perf/triage"));
    write("twir/draft/2030-02-06-this-week-in-rust.md", MARKER);
    write(DRAFT, "## Updates\n\n" + MARKER + "\n\n## Calls\n");
  }

  @Test
  void theLogAndItsSectionGoWhereTheyBelong() throws IOException {
    String section = run("log", "twir", "2030-02-12.md").out();

    Cli.Result result = publish();

    assertThat(result.exitCode()).isZero();
    assertThat(read(PUBLISHED)).isEqualTo(WEEK);
    assertThat(read(DRAFT)).isEqualTo("## Updates\n\n" + section + "\n## Calls\n");
    assertThat(read("twir/draft/2030-02-06-this-week-in-rust.md")).isEqualTo(MARKER);
    assertThat(result.err())
        .isEqualTo(
            "perf-triage: next: run these commands; next week: perf-triage log followups"
                + " perf/triage/2030/2030-02-12.md\n");
    assertThat(result.out())
        .startsWith(
            """
            triage/2030/2030-02-12.md: written
            draft/2030-02-13-this-week-in-rust.md: written

            Lines for chat:

            """)
        .contains(
            """
            git -C %1$s switch -c triage-2030-02-12
            git -C %1$s add triage/2030/2030-02-12.md
            git -C %1$s commit -m 'Add the triage log of 2030-02-12'
            git -C %1$s push -u origin triage-2030-02-12
            (cd %1$s && gh pr create --title 'Add the triage log of 2030-02-12'\
             --body 'The weekly performance triage log of 2030-02-12.')
            """
                .formatted(folder.resolve("perf")));
  }

  @Test
  void twiceIsOnce() throws IOException {
    publish();
    String draft = read(DRAFT);

    Cli.Result again = publish();

    assertThat(again.exitCode()).isZero();
    assertThat(again.out())
        .startsWith(
            """
            triage/2030/2030-02-12.md: unchanged
            draft/2030-02-13-this-week-in-rust.md: unchanged

            All is in place; nothing was changed.
            """);
    assertThat(read(DRAFT)).isEqualTo(draft);
  }

  @Test
  void aHeadingThatTheDraftHasIsNotRepeated() throws IOException {
    write(DRAFT, "### Rust Compiler Performance Triage\n\n" + MARKER + "\n");

    publish();

    assertThat(read(DRAFT)).containsOnlyOnce("### Rust Compiler Performance Triage");
  }

  @Test
  void aLogWithFindingsChangesNothing() throws IOException {
    write("2030-02-12.md", WEEK.replace("2 Regressions,", "3 Regressions,"));

    Cli.Result result = publish();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("2030-02-12.md is not published: 1 finding");
    assertThat(folder.resolve(PUBLISHED)).doesNotExist();
    assertThat(read(DRAFT)).contains(MARKER);
  }

  @Test
  void aDraftWithoutTheMarkerOrWithTwoChangesNothing() throws IOException {
    for (String draft : new String[] {"## Updates\n", MARKER + "\n" + MARKER + "\n"}) {
      write(DRAFT, draft);

      assertThat(publish().exitCode()).isEqualTo(3);

      assertThat(read(DRAFT)).isEqualTo(draft);
      assertThat(folder.resolve(PUBLISHED)).doesNotExist();
    }
  }

  @Test
  void anotherTextOfThatDayIsNotOverwritten() throws IOException {
    write(PUBLISHED, "Somebody's work\n");

    assertThat(publish().exitCode()).isEqualTo(3);

    assertThat(read(PUBLISHED)).isEqualTo("Somebody's work\n");
    assertThat(read(DRAFT)).contains(MARKER);
  }

  @Test
  void aFolderThatIsNoCheckoutIsRefused() {
    Cli.Result result = run("log", "publish", "2030-02-12.md", "--rustc-perf", "twir");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("has no folder triage; name a checkout of rustc-perf");
  }

  private Cli.Result publish() {
    return run("log", "publish", "2030-02-12.md", "--rustc-perf", "perf", "--twir", "twir");
  }

  private Cli.Result run(String... arguments) {
    return Cli.in(folder).run(arguments);
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}

package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Git;
import dev.perftriage.build.CommitRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --version} says which commit was built, and nothing that the build cannot know. */
class VersionTest {

  @TempDir private Path folder;

  @Test
  void aCleanCheckoutIsNamedByItsCommitAndDate() throws Exception {
    Git checkout = checkout();

    assertThat(versionBuiltIn(checkout.folder()))
        .isEqualTo("perf-triage 1.2.3 (" + head(checkout) + ", " + date(checkout) + ")");
  }

  @Test
  void changesSinceTheCommitAreSaid() throws Exception {
    Git checkout = checkout();
    Files.writeString(checkout.folder().resolve("source"), "changed");

    assertThat(versionBuiltIn(checkout.folder()))
        .isEqualTo(
            "perf-triage 1.2.3 (" + head(checkout) + " with changes, " + date(checkout) + ")");
  }

  @Test
  void filesThatGitDoesNotKnowAreNoChanges() throws Exception {
    Git checkout = checkout();
    Files.writeString(checkout.folder().resolve("notes"), "");

    assertThat(versionBuiltIn(checkout.folder())).doesNotContain("with changes");
  }

  @Test
  void sourcesOutsideOfACheckoutHaveNoCommit() throws Exception {
    assertThat(versionBuiltIn(folder)).isEqualTo("perf-triage 1.2.3");
  }

  @Test
  void sourcesUnpackedInAnotherProjectsCheckoutHaveNoCommit() throws Exception {
    Path unpacked = Files.createDirectory(checkout().folder().resolve("unpacked"));

    assertThat(versionBuiltIn(unpacked)).isEqualTo("perf-triage 1.2.3");
  }

  private Git checkout() throws IOException {
    Git checkout = Git.checkout(Files.createDirectories(folder.resolve("checkout")));
    Files.writeString(checkout.folder().resolve("source"), "");
    checkout.commitAll();
    return checkout;
  }

  private static String head(Git checkout) {
    return checkout.run("rev-parse", "--short=8", "HEAD");
  }

  private static String date(Git checkout) {
    long seconds = Long.parseLong(checkout.run("log", "-1", "--format=%ct"));
    return Instant.ofEpochSecond(seconds).toString().substring(0, 10);
  }

  private String versionBuiltIn(Path sources) throws IOException, InterruptedException {
    Path record = folder.resolve("commit.properties");
    CommitRecord.main(new String[] {sources.toString(), record.toString()});
    return Version.text(properties("version=1.2.3"), properties(Files.readString(record)));
  }

  private static Properties properties(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return properties;
  }
}

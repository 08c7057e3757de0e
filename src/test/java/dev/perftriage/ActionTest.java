package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The GitHub Action, with a program and a {@code gh} that say how they were called. */
class ActionTest {

  private static final String RUN =
      Path.of(".github/actions/perf-triage/run").toAbsolutePath().toString();

  @TempDir private Path directory;

  @BeforeEach
  void programs() throws IOException {
    Files.createDirectories(directory.resolve("bin"));
    executable("perf-triage", "printf '<%s>' \"$@\"; exit \"${TRIPPED:-0}\"");
    executable("gh", "printf '<%s>' \"$@\" > gh; cat \"${@: -1}\" > posted");
  }

  @Test
  void theComparisonIsShownAndPosted() throws IOException {
    Result result = action().with("END", "b").with("PULL_REQUEST", "7").run(RUN);

    assertThat(result.exitCode()).as(result.err()).isZero();
    String shown = "<compare><a><b><--metric><max-rss><--format><markdown>";
    assertThat(directory.resolve("summary")).hasContent(shown);
    assertThat(directory.resolve("posted")).hasContent(shown);
    assertThat(directory.resolve("gh"))
        .content()
        .startsWith("<pr><comment><7><--repo><owner/repository><--body-file>");
    assertThat(directory.resolve("output")).hasContent("exit-code=0");
  }

  @Test
  void aGateThatTripsFailsTheStepAfterTheCommentIsPosted() throws IOException {
    Result result =
        action().with("FAIL_ON", "error").with("PULL_REQUEST", "7").with("TRIPPED", "1").run(RUN);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(directory.resolve("posted"))
        .hasContent("<compare><a><--metric><max-rss><--format><markdown><--fail-on><error>");
    assertThat(directory.resolve("output")).hasContent("exit-code=1");
  }

  @Test
  void nothingIsPostedUnlessAskedFor() {
    assertThat(action().run(RUN).exitCode()).isZero();
    assertThat(directory.resolve("gh")).doesNotExist();
  }

  private Program action() {
    return Program.in(directory)
        .with("PATH", directory.resolve("bin") + ":/usr/bin:/bin")
        .with("PERF_TRIAGE", directory.resolve("bin/perf-triage").toString())
        .with("GITHUB_STEP_SUMMARY", directory.resolve("summary").toString())
        .with("GITHUB_OUTPUT", directory.resolve("output").toString())
        .with("GITHUB_REPOSITORY", "owner/repository")
        .with("START", "a")
        .with("METRIC", "max-rss");
  }

  private void executable(String name, String line) throws IOException {
    Path file = directory.resolve("bin").resolve(name);
    Files.writeString(file, "#!/usr/bin/env bash\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}

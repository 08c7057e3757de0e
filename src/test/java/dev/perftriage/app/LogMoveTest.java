package dev.perftriage.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.app.LogMove.Destination;
import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogText;
import dev.perftriage.log.TriageLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogMoveTest {

  private static final String ENTRY =
      "First change [#1](https://github.com/rust-lang/rust/pull/1) [(Comparison Link)]"
          + "(https://perf.rust-lang.org/compare.html?start=%s&end=%s&stat=instructions:u)\n"
              .formatted(Recorded.START, Recorded.END);

  private static final String LOG =
      """
      # 2025-11-03 Triage Log

      1 Regression, 0 Improvements, 0 Mixed; 0 of them in rollups

      #### Regressions

      %s
      #### Improvements
      """
          .formatted(ENTRY);

  @TempDir private Path folder;

  @Test
  void anEntryMovesAndTheCountsFollow() throws IOException {
    Files.writeString(folder.resolve("log.md"), LOG);
    LogReader files = new LogReader(folder, InputStream.nullInputStream());

    TriageLog moved = LogMove.of(files.read("log.md"), 1, Destination.IMPROVEMENTS).write(files);

    assertThat(moved.source().text())
        .contains("0 Regressions, 1 Improvement, 0 Mixed; 0 of them in rollups")
        .containsSubsequence("#### Improvements", "First change");
    assertThat(folder.resolve("log.md")).hasContent(moved.source().text());
  }

  @Test
  void anEntryIsInPlaceOnlyUnderItsDestination() throws IOException {
    assertThat(LogMove.of(parsed(LOG), 1, Destination.REGRESSIONS).isInPlace()).isTrue();
    assertThat(LogMove.of(parsed(LOG), 1, Destination.MIXED).isInPlace()).isFalse();
    assertThat(LogMove.of(parsed(LOG), 1, Destination.DROP).isInPlace()).isFalse();
  }

  @Test
  void aPullRequestWithoutAnEntryIsAMistake() {
    assertThatThrownBy(() -> LogMove.of(parsed(LOG), 2, Destination.DROP))
        .isInstanceOf(UsageException.class)
        .hasMessage("log.md has no entry #2; it has #1.");
  }

  @Test
  void aPullRequestWithTwoEntriesIsAMistake() {
    String twice = LOG + "\n" + ENTRY;

    assertThatThrownBy(() -> LogMove.of(parsed(twice), 1, Destination.DROP))
        .isInstanceOf(UsageException.class)
        .hasMessage("log.md has #1 in lines 7 and 11; leave one of them there.");
  }

  private static TriageLog parsed(String log) throws IOException {
    return LogParser.parse(LogText.decode("log.md", log.getBytes(StandardCharsets.UTF_8)));
  }
}

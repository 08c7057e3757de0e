package dev.perftriage.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLogTest {

  private static final LocalDate DAY = LocalDate.of(2025, 11, 3);

  private final Recorded recorded = new Recorded();

  @TempDir private Path folder;

  @Test
  void aFolderWithoutLogsHasNoLastOne() throws IOException {
    Files.createDirectory(folder.resolve("logs"));

    assertThat(find("logs")).isEmpty();
  }

  @Test
  void ofAFolderOnlyLogsBeforeTheDayCount() throws IOException {
    write("logs/2025-10-27.md", range(Recorded.START));
    write("logs/2025-11-03.md", range(Recorded.END));

    assertThat(end("logs")).isEqualTo(Recorded.START);
    assertThat(recorded.notes)
        .containsExactly("starting at 23fced0f, where logs/2025-10-27.md ended");
  }

  @Test
  void aLogWithoutRangeIsAnErrorThatNamesTheOption() throws IOException {
    write("last.md", "");

    assertThatThrownBy(() -> end("last.md"))
        .isInstanceOf(DataException.class)
        .hasMessage("Reading where last.md ended: it has no revision range; give START");
  }

  @Test
  void afterTheNewestMergeThereIsNothingToReport() throws IOException {
    write("last.md", range(Recorded.END));

    assertThatThrownBy(() -> end("last.md"))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("nothing to report yet");
  }

  private Optional<LastLog> find(String path) {
    LogReader reader = new LogReader(folder, InputStream.nullInputStream());
    return LastLog.find(path, DAY, reader, recorded.notes::add, Recorded.OPTIONS);
  }

  private String end(String path) {
    Session session = recorded.session();
    return find(path)
        .orElseThrow()
        .end(session.sources(), session.revisions(Metric.INSTRUCTIONS))
        .text();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "# 2025-10-27 Triage Log\n\n" + text);
  }

  private static String range(String end) {
    return "Revision range: [a..b](https://perf.rust-lang.org/?start="
        + "0".repeat(40)
        + "&end="
        + end
        + ")\n";
  }
}

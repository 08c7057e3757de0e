package dev.perftriage.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.app.LogCheckRun.LogCheckRequest;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.Finding;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.log.check.LogRule;
import dev.perftriage.model.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCheckRunTest {

  private static final String WRONG_COUNT =
      """
      # 2025-11-03 Triage Log

      Revision range: [23fced0f..f5711a55](https://perf.rust-lang.org/?start=%s&end=%s)

      1 Regressions, 0 Improvements, 0 Mixed; 0 of them in rollups
      """
          .formatted(Recorded.START, Recorded.END);

  @TempDir private Path folder;
  private LogReader reader;

  @BeforeEach
  void write() throws IOException {
    reader = new LogReader(folder, InputStream.nullInputStream());
    Files.writeString(folder.resolve("2025-11-03.md"), WRONG_COUNT);
  }

  @Test
  void findingsStandByLogAndLeaveTheFilesAlone() throws IOException {
    LogCheckRun checked = check(LogCheck.RULES, Optional.empty());

    assertThat(checked.findings()).containsOnlyKeys("2025-11-03.md");
    assertThat(checked.findings().get("2025-11-03.md"))
        .extracting(Finding::rule)
        .contains("counts");
    assertThat(checked.isClean()).isFalse();
    assertThat(folder.resolve("2025-11-03.md")).hasContent(WRONG_COUNT);
  }

  @Test
  void aRepairedLogIsClean() {
    List<LogRule> counts =
        LogCheck.RULES.stream().filter(rule -> rule.name().equals("counts")).toList();

    assertThat(check(counts, Optional.of(reader)).isClean()).isTrue();
    assertThat(check(counts, Optional.empty()).findings().get("2025-11-03.md")).isEmpty();
  }

  @Test
  void aStoreWithoutListOfMergesIsAnError() {
    LogCheckRequest request =
        new LogCheckRequest(
            LogCheck.RULES, Optional.empty(), Optional.of(folder), false, Recorded.ADVICE);

    assertThatThrownBy(() -> LogCheckRun.check(List.of(logs()), request, Optional.empty()))
        .isInstanceOf(DataException.class);
  }

  @Test
  void aPeriodHasTheWeeksWithinItsDays() {
    LocalDate day = LocalDate.of(2025, 11, 3);

    assertThat(LogPeriod.of(logs(), Optional.of(day), Optional.of(day)).weeks()).hasSize(1);
  }

  @Test
  void aPeriodWithoutLogIsAnError() {
    Optional<LocalDate> dayAfter = Optional.of(LocalDate.of(2025, 11, 4));

    assertThatThrownBy(() -> LogPeriod.of(logs(), dayAfter, Optional.empty()))
        .isInstanceOf(DataException.class)
        .hasMessage("None of 1 log is in this period");
  }

  @Test
  void aLogWithoutDateHasNoPlaceInAPeriod() throws IOException {
    Files.writeString(folder.resolve("notes.md"), "Nothing.\n");

    List<TriageLog> logs = reader.readAll(List.of("notes.md"));

    assertThatThrownBy(() -> LogPeriod.of(logs, Optional.empty(), Optional.empty()))
        .isInstanceOf(DataException.class)
        .hasMessage("Reading the log notes.md: no date in its name or title");
  }

  private LogCheckRun check(List<LogRule> rules, Optional<LogReader> files) {
    return LogCheckRun.check(
        List.of(logs()),
        new LogCheckRequest(rules, Optional.empty(), Optional.empty(), true, Recorded.ADVICE),
        files);
  }

  private List<TriageLog> logs() {
    return reader.readAll(List.of("2025-11-03.md"));
  }
}

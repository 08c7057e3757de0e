package dev.perftriage.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogAddressTest {

  @ParameterizedTest
  @CsvSource({
    "/home/a/2025-06-16.md, triage/2025-06-16.md",
    "/home/a/2025-06-17.md, triage/2025/2025-06-17.md",
    "/home/a/2026-02-10.md, triage/2026/2026-02-10.md",
    "/home/a/perf/triage/2025/2025-06-09.md, triage/2025/2025-06-09.md",
    "C:\\perf\\triage\\2025\\2025-06-09.md, triage/2025/2025-06-09.md",
    "/home/triage/2026-02-10.md, triage/2026/2026-02-10.md",
  })
  void aLogLiesWhereItsPathSaysOrWhereLogsOfItsDayLie(String file, String path) {
    assertThat(LogAddress.of(LogParser.parse(new LogText(file, "")), file))
        .contains(new LogAddress("rust-lang/rustc-perf", "main", path));
  }

  @Test
  void withoutADateItLiesNowhere() {
    assertThat(LogAddress.of(LogParser.parse(new LogText("notes.md", "")), "/notes.md")).isEmpty();
  }
}

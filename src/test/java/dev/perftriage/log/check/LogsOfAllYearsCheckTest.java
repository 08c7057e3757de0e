package dev.perftriage.log.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogText;
import dev.perftriage.log.TestLogs;
import dev.perftriage.log.TriageLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the logs of all years have wrong, each of them checked against the one before. */
class LogsOfAllYearsCheckTest {

  @Test
  void theseFaultsAndNoOthersAreFound() {
    List<String> found = new ArrayList<>();
    Optional<TriageLog> previous = Optional.empty();
    for (TriageLog log : TestLogs.ofAllYears()) {
      CheckContext context = new CheckContext(previous, Optional.empty());
      LogCheck.findings(log, context, LogCheck.RULES)
          .forEach(finding -> found.add(line(log, finding)));
      previous = Optional.of(log);
    }

    assertThat(found)
        .containsExactly(
            "2020-07-21:42 not-understood",
            "2020-08-04:26 pr-link",
            "2020-08-18:11 count-plural, repairable",
            "2020-08-18:18 pr-link, repairable",
            "2020-09-22:11 range-start",
            "2020-09-22:13 count-plural, repairable",
            "2020-09-22:18 missing-note",
            "2020-09-22:35 entry-repeated",
            "2020-11-24:3 bare-number",
            "2020-11-24:8 counts, repairable",
            "2020-11-24:11 not-understood",
            "2020-11-24:28 bare-number",
            "2020-11-24:37 missing-note",
            "2020-11-24:47 not-understood",
            "2021-05-18:12 rollups, repairable",
            "2021-05-18:27 not-understood",
            "2021-05-18:29 not-understood",
            "2021-06-29:10 range-start",
            "2021-06-29:15 rollups, repairable",
            "2021-06-29:19 missing-note",
            "2021-10-19:8 counts, repairable",
            "2021-10-19:8 count-plural, repairable",
            "2021-10-19:35 todo",
            "2022-04-05:8 count-plural, repairable",
            "2022-04-05:8 rollups, repairable",
            "2022-04-05:22 missing-note",
            "2022-05-24:16 count-plural, repairable",
            "2022-05-24:16 count-plural, repairable",
            "2022-05-24:45 section-table",
            "2022-05-31:20 count-plural, repairable",
            "2022-05-31:20 count-plural, repairable",
            "2022-08-16:19 count-plural, repairable",
            "2022-08-16:55 pr-link",
            "2023-06-13:3 bare-number",
            "2023-06-13:23 counts, repairable",
            "2023-06-13:43 missing-note",
            "2023-06-13:70 entry-outside-range",
            "2023-06-13:80 todo",
            "2023-06-20:19 rollups, repairable",
            "2023-06-20:40 entry-repeated",
            "2024-09-24:11 not-understood",
            "2024-09-24:14 not-understood",
            "2024-09-24:24 not-understood",
            "2024-09-24:34 not-understood",
            "2025-07-08:10 not-understood",
            "2025-07-08:20 count-plural, repairable",
            "2025-07-08:20 count-plural, repairable",
            "2025-11-04:34 pr-link, repairable",
            "2025-11-04:77 entry-outside-range");
  }

  private static String line(TriageLog log, Finding finding) {
    return TestLogs.date(log)
        + ":"
        + finding.line()
        + " "
        + finding.rule()
        + (finding.isRepairable() ? ", repairable" : "");
  }

  @Test
  void repairsAreTheRightOnes() {
    assertThat(repaired("2020-08-18"))
        .contains("[#920402](https://github.com/rust-lang/rust/pull/920402)");
    assertThat(repaired("2020-11-24"))
        .contains("\n2 regressions, 2 improvements, 1 mixed results.\n");
    assertThat(repaired("2021-06-29")).contains("\n1 of them in rollups\n");
    assertThat(repaired("2022-04-05")).contains("0 Mixed; 1 of them in rollups\n");
    assertThat(repaired("2023-06-13")).contains("\n2 Regressions, 1 Improvement, 1 Mixed; 0 of");
    assertThat(repaired("2025-11-04"))
        .contains("[#925190](https://github.com/rust-lang/rust/pull/925190)");
  }

  @Test
  void repairingTwiceIsRepairingOnceAndRepairsAllThatCanBe() {
    for (TriageLog log : TestLogs.ofAllYears()) {
      LogText once = repaired(log);
      TriageLog again = LogParser.parse(once);

      assertThat(repaired(again).text()).isEqualTo(once.text());
      assertThat(LogCheck.findings(again, CheckContext.NONE, LogCheck.RULES))
          .noneMatch(Finding::isRepairable);
    }
  }

  @Test
  void repairingAnUnbrokenLogChangesNoByte() {
    assertThat(TestLogs.ofAllYears())
        .filteredOn(
            log ->
                LogCheck.findings(log, CheckContext.NONE, LogCheck.RULES).stream()
                    .noneMatch(Finding::isRepairable))
        .hasSize(7)
        .allSatisfy(log -> assertThat(repaired(log).bytes()).isEqualTo(log.source().bytes()));
  }

  private static String repaired(String date) {
    return repaired(LogParser.parse(TestLogs.dated(date))).text();
  }

  private static LogText repaired(TriageLog log) {
    return LogRepair.of(log, CheckContext.NONE, LogCheck.RULES).log();
  }
}

package dev.perftriage.log.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogText;
import dev.perftriage.log.TestLogs;
import dev.perftriage.log.TriageLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the published logs have wrong, found once by reading them. */
class PublishedLogsCheckTest {

  @Test
  void theseLogsCountTheirSectionsWrongly() {
    assertThat(days(Rule.COUNTS))
        .containsExactly(
            "2020-11-03",
            "2020-11-24",
            "2021-04-01",
            "2021-06-01",
            "2021-07-27",
            "2021-09-01",
            "2021-09-14",
            "2021-10-12",
            "2021-11-23",
            "2021-11-30",
            "2021-12-28",
            "2022-01-18",
            "2022-02-08",
            "2022-02-16",
            "2022-05-03",
            "2023-01-03",
            "2023-08-01",
            "2023-09-19",
            "2024-01-08",
            "2024-11-11",
            "2025-06-02",
            "2025-06-30");
  }

  @Test
  void theseLogsCountTheirRollupsWrongly() {
    assertThat(days(Rule.ROLLUPS))
        .containsExactly(
            "2021-05-18",
            "2021-09-14",
            "2021-09-21",
            "2021-10-05",
            "2021-11-23",
            "2022-03-15",
            "2022-04-05",
            "2023-02-14",
            "2023-06-20",
            "2023-10-10",
            "2024-01-23",
            "2024-03-19",
            "2024-04-01",
            "2024-05-27",
            "2025-06-02",
            "2025-08-18");
  }

  @Test
  void theOtherRulesFindTheseMany() {
    Map<String, Integer> found = new TreeMap<>();
    Optional<TriageLog> previous = Optional.empty();
    for (TriageLog log : TestLogs.published()) {
      Circumstances circumstances = new Circumstances(previous, Optional.empty());
      LogCheck.findings(log, circumstances, List.of(Rule.values()))
          .forEach(finding -> found.merge(finding.rule().label(), 1, Integer::sum));
      previous = Optional.of(log);
    }

    assertThat(found)
        .containsExactly(
            Map.entry("counts", 22),
            Map.entry("entry-outside-range", 29),
            Map.entry("entry-repeated", 27),
            Map.entry("missing-note", 25),
            Map.entry("not-understood", 10),
            Map.entry("pr-link", 5),
            Map.entry("range-start", 5),
            Map.entry("rollups", 16),
            Map.entry("section-table", 1),
            Map.entry("todo", 7));
  }

  @Test
  void wrongNumbersAreRepairedOnlyWhereTheLinkIsToBlame() {
    assertThat(TestLogs.published())
        .flatExtracting(
            log ->
                LogCheck.findings(log, Circumstances.NONE, List.of(Rule.PR_LINK)).stream()
                    .map(
                        finding ->
                            log.date().orElseThrow()
                                + ":"
                                + finding.line()
                                + (finding.isRepairable() ? "" : " for a person"))
                    .toList())
        .containsExactly(
            "2020-08-11:22 for a person",
            "2020-08-17:24",
            "2022-06-28:126 for a person",
            "2022-08-30:123 for a person",
            "2025-11-03:34");
  }

  @Test
  void repairingTwiceIsRepairingOnceAndRepairsAllThatCanBe() {
    for (TriageLog log : TestLogs.published()) {
      LogText once = repaired(log);
      TriageLog again = LogParser.parse(once);

      assertThat(repaired(again).text()).isEqualTo(once.text());
      assertThat(LogCheck.findings(again, Circumstances.NONE, List.of(Rule.values())))
          .noneMatch(Finding::isRepairable);
    }
  }

  @Test
  void repairingAnUnbrokenLogChangesNoByte() {
    assertThat(TestLogs.published())
        .filteredOn(
            log ->
                LogCheck.findings(log, Circumstances.NONE, List.of(Rule.values())).stream()
                    .noneMatch(Finding::isRepairable))
        .hasSizeGreaterThan(200)
        .allSatisfy(log -> assertThat(repaired(log).bytes()).isEqualTo(log.source().bytes()));
  }

  private static LogText repaired(TriageLog log) {
    return LogCheck.repaired(
        log, LogCheck.findings(log, Circumstances.NONE, List.of(Rule.values())));
  }

  private static List<String> days(Rule rule) {
    List<String> days = new ArrayList<>();
    for (TriageLog log : TestLogs.published()) {
      if (!LogCheck.findings(log, Circumstances.NONE, List.of(rule)).isEmpty()) {
        days.add(log.date().orElseThrow().toString());
      }
    }
    return days;
  }
}

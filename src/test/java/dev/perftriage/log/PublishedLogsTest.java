package dev.perftriage.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.log.Section.Kind;
import dev.perftriage.report.SummaryRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the published logs say, found once by reading them. */
class PublishedLogsTest {

  @Test
  void everyPublishedLogAndEveryEntryIsFound() {
    List<TriageLog> logs = TestLogs.published();
    Map<String, Integer> entriesByYear = new TreeMap<>();
    logs.forEach(
        log ->
            entriesByYear.merge(
                log.date().orElseThrow().toString().substring(0, 4),
                log.entries().size(),
                Integer::sum));

    assertThat(logs).hasSize(275);
    assertThat(entriesByYear)
        .containsExactly(
            Map.entry("2020", 156),
            Map.entry("2021", 416),
            Map.entry("2022", 613),
            Map.entry("2023", 586),
            Map.entry("2024", 551),
            Map.entry("2025", 522));
  }

  @Test
  void entriesHaveTheTableOfTheirTime() {
    Map<String, Long> formats =
        TestLogs.published().stream()
            .flatMap(log -> log.entries().stream())
            .collect(
                Collectors.groupingBy(
                    entry ->
                        entry.tables().isEmpty() ? "NONE" : entry.tables().get(0).format().name(),
                    TreeMap::new,
                    Collectors.counting()));

    assertThat(formats)
        .containsExactly(
            Map.entry("COLUMNS", 110L),
            Map.entry("NONE", 698L),
            Map.entry("ROWS_WITH_MAX", 139L),
            Map.entry("ROWS_WITH_RANGE", 1897L));
  }

  @Test
  void everyTableOfAnEntryHasItsFiveRows() {
    assertThat(TestLogs.published())
        .flatExtracting(TriageLog::entries)
        .flatExtracting(Entry::tables)
        .hasSize(110 + 139 + 1897)
        .allSatisfy(table -> assertThat(table.rows()).hasSize(5));
  }

  @Test
  void everyEntryNamesItsPullRequestAndItsComparison() {
    assertThat(TestLogs.published())
        .flatExtracting(TriageLog::entries)
        .allSatisfy(
            entry -> {
              assertThat(entry.number()).isPresent();
              assertThat(entry.revisions()).isPresent();
            });
  }

  @Test
  void everyLogSaysWhoTriagedAndWhichRange() {
    assertThat(TestLogs.published())
        .allSatisfy(
            log -> {
              assertThat(log.triagers()).isNotEmpty();
              assertThat(log.firstRevision()).isPresent();
              assertThat(log.lastRevision()).isPresent();
              assertThat(log.title()).isPresent();
            });
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThat(TestLogs.published())
        .flatExtracting(
            log ->
                log.notUnderstood().stream()
                    .map(remark -> log.date().orElseThrow() + ":" + remark.line())
                    .toList())
        .containsExactly(
            "2020-07-21:60",
            "2020-11-19:13",
            "2020-11-24:87",
            "2021-05-18:53",
            "2021-05-18:55",
            "2024-09-23:16",
            "2024-09-23:20",
            "2024-09-23:30",
            "2024-09-23:40",
            "2025-07-07:10");
  }

  @Test
  void aLogOfJuly2020ListsItsEntries() {
    TriageLog log = TestLogs.published("2020-07-14");

    assertThat(log.triagers()).containsExactly("njn");
    assertThat(log.firstRevision()).contains("0c03aee8b81185d65b5821518661c30ecdb42de5");
    assertThat(log.counts().comparisons().orElseThrow().is(12)).isTrue();
    assertThat(log.entries(Kind.REGRESSIONS)).isEmpty();
    assertThat(numbers(log, Kind.IMPROVEMENTS)).containsExactly(73978);
  }

  @Test
  void aLogOfSeptember2020PutsNumbersFirst() {
    TriageLog log = TestLogs.published("2020-09-21");

    assertThat(numbers(log, Kind.REGRESSIONS)).containsExactly(76575, 74040);
    assertThat(numbers(log, Kind.IMPROVEMENTS)).containsExactly(76656, 76311, 76880, 76975, 76680);
    assertThat(numbers(log, Kind.MIXED)).containsExactly(76244, 72412, 74949, 75119);
    assertThat(log.entries()).filteredOn(Entry::isRollup).hasSize(1);
  }

  @Test
  void aLogOf2021PutsNumbersLast() {
    TriageLog log = TestLogs.published("2021-10-19");

    assertThat(numbers(log, Kind.REGRESSIONS)).containsExactly(89858, 88540, 89815);
    assertThat(numbers(log, Kind.IMPROVEMENTS)).containsExactly(89555, 89514, 89499, 89905);
    assertThat(numbers(log, Kind.MIXED)).containsExactly(89939, 89124);
    assertThat(log.counts().comparisons().orElseThrow().is(34)).isTrue();
    assertThat(log.entries()).filteredOn(Entry::isRollup).hasSize(2);
  }

  @Test
  void aLogOfSpring2022HasTablesOfColumns() {
    LogTable table = TestLogs.published("2022-04-05").entries().get(0).tables().get(0);

    assertThat(table.format()).isEqualTo(LogTable.Format.COLUMNS);
    Figures secondary = table.figures(SummaryRow.Kind.SECONDARY_REGRESSIONS).orElseThrow();
    assertThat(secondary.count()).isEqualTo(33);
    assertThat(secondary.mean()).contains(new BigDecimal("0.7"));
    assertThat(secondary.max()).contains(new BigDecimal("1.7"));
  }

  @Test
  void aLogOfSummer2022HasTablesWithMax() {
    LogTable table = TestLogs.published("2022-08-09").summary().get(0);

    assertThat(table.format()).isEqualTo(LogTable.Format.ROWS_WITH_MAX);
    Figures regressions = table.figures(SummaryRow.Kind.PRIMARY_REGRESSIONS).orElseThrow();
    assertThat(regressions.count()).isEqualTo(146);
    assertThat(regressions.mean()).contains(new BigDecimal("0.5"));
    assertThat(regressions.max()).contains(new BigDecimal("1.4"));
  }

  @Test
  void aLogOf2023HasTablesWithRanges() {
    TriageLog log = TestLogs.published("2023-06-13");

    Figures regressions =
        log.summary().get(0).figures(SummaryRow.Kind.PRIMARY_REGRESSIONS).orElseThrow();
    assertThat(regressions.count()).isEqualTo(84);
    assertThat(regressions.mean()).contains(new BigDecimal("2.5"));
    assertThat(regressions.range().orElseThrow().largest()).isEqualByComparingTo("21.6");
    assertThat(log.counts().comparisons().orElseThrow().is(46)).isTrue();
    assertThat(log.entries(Kind.REGRESSIONS)).hasSize(7);
    assertThat(log.entries(Kind.IMPROVEMENTS)).hasSize(3);
    assertThat(log.entries(Kind.MIXED)).hasSize(5);
  }

  @Test
  void aLogOf2024WrapsItsLines() {
    TriageLog log = TestLogs.published("2024-03-19");

    assertThat(log.lastRevision()).contains("21d94a3d2c63cacf8eaf9d0ca770c0b450c558d4");
    assertThat(log.summary().get(0).count(SummaryRow.Kind.PRIMARY_REGRESSIONS)).isEqualTo(207);
    assertThat(log.entries()).hasSize(11);
  }

  @Test
  void theLogOfNovember2025HasEveryFigure() {
    TriageLog log = TestLogs.published("2025-11-03");

    assertThat(log.triagers()).containsExactly("kobzol");
    assertThat(numbers(log, Kind.REGRESSIONS)).containsExactly(148202, 146186, 148241, 148305);
    assertThat(log.entries(Kind.IMPROVEMENTS)).hasSize(6);
    assertThat(log.entries(Kind.MIXED)).hasSize(7);
    assertThat(log.entries()).filteredOn(Entry::isRollup).hasSize(7);
    assertThat(log.entries().stream().filter(Entry::isNoise).map(Entry::name))
        .containsExactly("#148241", "#148305", "#148035", "#148193");
    Figures improvements =
        log.summary().get(0).figures(SummaryRow.Kind.PRIMARY_IMPROVEMENTS).orElseThrow();
    assertThat(improvements.count()).isEqualTo(102);
    assertThat(improvements.mean()).contains(new BigDecimal("-2.8"));
    assertThat(improvements.range())
        .contains(new Figures.Range(new BigDecimal("-16.4"), new BigDecimal("-0.1")));
  }

  private static List<Integer> numbers(TriageLog log, Kind kind) {
    return log.entries(kind).stream().map(entry -> entry.number().orElseThrow()).toList();
  }
}

package dev.perftriage.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perftriage.model.Metric;
import dev.perftriage.report.SummaryRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Logs in the format of each year since 2020 are read whole. */
class LogsOfAllYearsTest {

  @Test
  void everyLogAndEveryEntryIsFound() {
    List<TriageLog> logs = TestLogs.ofAllYears();
    Map<String, Integer> entriesByYear = new TreeMap<>();
    logs.forEach(
        log ->
            entriesByYear.merge(
                TestLogs.date(log).substring(0, 4), log.entries().size(), Integer::sum));

    assertThat(logs).hasSize(21);
    assertThat(entriesByYear)
        .containsExactly(
            Map.entry("2020", 25),
            Map.entry("2021", 12),
            Map.entry("2022", 11),
            Map.entry("2023", 7),
            Map.entry("2024", 6),
            Map.entry("2025", 9),
            Map.entry("2026", 2));
  }

  @Test
  void entriesHaveTheTableOfTheirTime() {
    Map<String, String> formats = new TreeMap<>();
    for (TriageLog log : TestLogs.ofAllYears()) {
      formats.put(
          TestLogs.date(log),
          log.entries().stream()
              .map(
                  entry ->
                      entry.tables().isEmpty() ? "none" : entry.tables().get(0).layout().name())
              .distinct()
              .collect(Collectors.joining(", ")));
    }

    assertThat(formats)
        .containsExactly(
            Map.entry("2020-07-14", "none"),
            Map.entry("2020-07-21", "none"),
            Map.entry("2020-08-04", "none"),
            Map.entry("2020-08-18", "none"),
            Map.entry("2020-09-15", "none"),
            Map.entry("2020-09-22", "none"),
            Map.entry("2020-11-24", "none"),
            Map.entry("2021-05-18", "none"),
            Map.entry("2021-06-29", "none"),
            Map.entry("2021-10-19", "none"),
            Map.entry("2022-04-05", "COLUMNS"),
            Map.entry("2022-05-24", "COLUMNS"),
            Map.entry("2022-05-31", "ROWS_WITH_MAX"),
            Map.entry("2022-08-16", "ROWS_WITH_MAX"),
            Map.entry("2023-06-13", "ROWS_WITH_RANGE"),
            Map.entry("2023-06-20", "ROWS_WITH_RANGE"),
            Map.entry("2024-03-19", "ROWS_WITH_RANGE"),
            Map.entry("2024-09-24", "ROWS_WITH_RANGE"),
            Map.entry("2025-07-08", "ROWS_WITH_RANGE"),
            Map.entry("2025-11-04", "ROWS_WITH_RANGE"),
            Map.entry("2026-02-10", "ROWS_WITH_RANGE"));
  }

  @Test
  void everyTableOfAnEntryHasItsFiveRows() {
    assertThat(TestLogs.ofAllYears())
        .flatExtracting(TriageLog::entries)
        .flatExtracting(LogEntry::tables)
        .hasSize(36)
        .allSatisfy(table -> assertThat(table.rows()).hasSize(5));
  }

  @Test
  void everyEntryNamesItsPullRequestAndItsComparison() {
    assertThat(TestLogs.ofAllYears())
        .flatExtracting(TriageLog::entries)
        .allSatisfy(
            entry -> {
              assertThat(entry.number()).isPresent();
              assertThat(entry.revisions()).isPresent();
            });
  }

  @Test
  void everyLogSaysWhoTriagedAndWhichRange() {
    assertThat(TestLogs.ofAllYears())
        .allSatisfy(
            log -> {
              assertThat(log.title()).isEqualTo(log.date());
              assertThat(log.triagers()).isNotEmpty();
              assertThat(log.firstRevision()).isPresent();
              assertThat(log.lastRevision().orElseThrow()).startsWith(day(log));
              assertThat(log.opening().isEmpty()).isFalse();
            });
  }

  /** The revisions of these logs begin with the log's day. */
  private static String day(TriageLog log) {
    return TestLogs.date(log).substring(2).replace("-", "");
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThat(TestLogs.ofAllYears())
        .flatExtracting(
            log ->
                log.notUnderstood().stream()
                    .map(remark -> TestLogs.date(log) + ":" + remark.line())
                    .toList())
        .containsExactly(
            "2020-07-21:42",
            "2020-11-24:11",
            "2020-11-24:47",
            "2021-05-18:27",
            "2021-05-18:29",
            "2024-09-24:11",
            "2024-09-24:14",
            "2024-09-24:24",
            "2024-09-24:34",
            "2025-07-08:10");
  }

  @Test
  void aLogOfJuly2020ListsItsEntries() {
    TriageLog log = log("2020-07-14");

    assertThat(log.triagers()).containsExactly("ferris");
    assertThat(log.firstRevision()).contains("20070700".repeat(5));
    assertThat(log.counts().comparisons().orElseThrow().is(14)).isTrue();
    assertThat(log.counts().sections().get(SectionKind.REGRESSIONS))
        .isNotNull()
        .extracting(StatedNumber::value)
        .isEqualTo(OptionalInt.of(0));
    assertThat(log.counts().sections().get(SectionKind.IMPROVEMENTS))
        .isNotNull()
        .extracting(StatedNumber::value)
        .isEqualTo(OptionalInt.of(1));
    assertThat(log.entries(SectionKind.REGRESSIONS)).isEmpty();
    assertThat(log.entries(SectionKind.IMPROVEMENTS))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.name()).isEqualTo("#920101");
              assertThat(entry.title()).isEqualTo("Fold constants in one pass");
              assertThat(entry.notes())
                  .extracting(Note::words)
                  .containsExactly("(instructions): Up to 2% faster on a few crates.");
            });
  }

  @Test
  void anItemMayHaveSeveralParagraphsAndComparisons() {
    TriageLog log = log("2020-07-21");

    assertThat(numbers(log, SectionKind.REGRESSIONS)).containsExactly(920201, 920202, 920203);
    assertThat(log.counts().sections().get(SectionKind.REGRESSIONS))
        .isNotNull()
        .extracting(StatedNumber::value)
        .isEqualTo(OptionalInt.of(3));
    assertThat(log.entries(SectionKind.REGRESSIONS).get(0).revisions().orElseThrow().end())
        .endsWith("-v1");
    assertThat(log.entries(SectionKind.REGRESSIONS).get(1).revisions().orElseThrow().metric())
        .contains(Metric.INSTRUCTIONS);
    assertThat(log.entries(SectionKind.REGRESSIONS).get(2).notes())
        .extracting(Note::words)
        .containsExactly(
            "(instructions): Up to 1% slower; a spurious one?", "Nobody could reproduce it.");
    assertThat(numbers(log, SectionKind.OTHER)).containsExactly(920205);
    assertThat(log.sections(SectionKind.NAGS)).hasSize(1);
  }

  @Test
  void theNumberOfAnItemStandsInItsText() {
    TriageLog log = log("2020-08-04");

    assertThat(log.triagers()).containsExactly("ferris");
    assertThat(log.counts().rollups().orElseThrow().is(0)).isTrue();
    assertThat(numbers(log, SectionKind.REGRESSIONS)).containsExactly(920301, 920302);
    assertThat(log.entries(SectionKind.IMPROVEMENTS).get(0).revisions().orElseThrow().metric())
        .isEmpty();
  }

  @Test
  void aLogOfAugust2020CountsInItsHeadings() {
    TriageLog log = log("2020-08-18");

    assertThat(log.triagers()).containsExactly("corro");
    assertThat(log.sections())
        .extracting(LogSection::kind)
        .containsExactly(SectionKind.REGRESSIONS, SectionKind.IMPROVEMENTS, SectionKind.MIXED);
    assertThat(log.entries())
        .extracting(LogEntry::title)
        .containsExactly(
            "Hash the symbols_of_a_crate only once",
            "Keep parents of spans",
            "Put the slow path of copy into a function",
            "Upgrade the tables");
    assertThat(log.entries()).allSatisfy(entry -> assertThat(entry.notes()).isNotEmpty());
  }

  @Test
  void theAddressOfTheRangeMayStandElsewhere() {
    TriageLog log = log("2020-09-15");

    assertThat(log.triagers()).containsExactly("Corro-Lang");
    assertThat(log.firstRevision()).contains("20081806".repeat(5));
    assertThat(numbers(log, SectionKind.IMPROVEMENTS)).containsExactly(920502, 920503);
  }

  @Test
  void aLogOfSeptember2020PutsNumbersFirst() {
    TriageLog log = log("2020-09-22");

    assertThat(numbers(log, SectionKind.REGRESSIONS)).containsExactly(920601, 920602);
    assertThat(numbers(log, SectionKind.IMPROVEMENTS)).containsExactly(920603);
    assertThat(numbers(log, SectionKind.MIXED)).containsExactly(920501);
    assertThat(log.entries()).filteredOn(LogEntry::isRollup).hasSize(1);
    assertThat(log.entries())
        .flatExtracting(LogEntry::notes)
        .filteredOn(Note::isWritten)
        .extracting(Note::words)
        .containsExactly("Mended by #920606.", "Cures a rare case, and slows the others a little.");
  }

  @Test
  void aLogOfNovember2020MayGiveANumberAlone() {
    TriageLog log = log("2020-11-24");

    assertThat(log.triagers()).containsExactly("ferris", "corro");
    assertThat(log.counts().sections().get(SectionKind.MIXED))
        .isNotNull()
        .extracting(StatedNumber::value)
        .isEqualTo(OptionalInt.of(1));
    assertThat(log.counts().rollups().orElseThrow().is(2)).isTrue();
    assertThat(log.entries())
        .extracting(LogEntry::name, LogEntry::title)
        .containsExactly(
            tuple("#920701", "linux: ask the kernel for random bytes #920690"),
            tuple("#920702", "Rollup of 8 pull requests"),
            tuple("#920703", ""),
            tuple("#920704", ""),
            tuple("#920705", ""));
    assertThat(log.entries()).filteredOn(entry -> entry.noise().isPresent()).hasSize(1);
  }

  @Test
  void entriesUnderAHeadingOfTheirOwnAreRead() {
    TriageLog log = log("2021-05-18");

    assertThat(numbers(log, SectionKind.OTHER)).containsExactly(921103, 921104, 921105, 921106);
    assertThat(
            log.entries().stream().filter(entry -> entry.noise().isPresent()).map(LogEntry::name))
        .containsExactly("#921103", "#921104");
  }

  @Test
  void aLogMayHaveTwoRanges() {
    TriageLog log = log("2021-06-29");

    assertThat(log.ranges()).hasSize(2);
    assertThat(log.firstRevision()).contains("21051810".repeat(5));
    assertThat(log.lastRevision()).contains("21062906".repeat(5));
    assertThat(log.counts().rollups().orElseThrow().value()).isEmpty();
    assertThat(log.entries()).filteredOn(entry -> entry.noise().isPresent()).isEmpty();
    assertThat(log.entries())
        .flatExtracting(LogEntry::notes)
        .hasSize(10)
        .filteredOn(Note::isWritten)
        .hasSize(2);
    assertThat(log.sections(SectionKind.UNTRIAGED)).hasSize(1);
  }

  @Test
  void aLogOf2021PutsNumbersLast() {
    TriageLog log = log("2021-10-19");

    assertThat(numbers(log, SectionKind.REGRESSIONS)).containsExactly(921301);
    assertThat(numbers(log, SectionKind.IMPROVEMENTS)).containsExactly(921302, 921303);
    assertThat(log.entries(SectionKind.MIXED)).isEmpty();
    assertThat(log.counts().comparisons().orElseThrow().is(34)).isTrue();
    assertThat(log.entries()).filteredOn(LogEntry::isRollup).hasSize(1);
  }

  @Test
  void aLogOfSpring2022HasTablesOfColumns() {
    LogTable table = log("2022-04-05").entries().get(0).tables().get(0);

    assertThat(table.layout()).isEqualTo(LogTable.Layout.COLUMNS);
    SummaryFigures secondary =
        table.figures(SummaryRow.RowKind.SECONDARY_REGRESSIONS).orElseThrow();
    assertThat(secondary.count()).isEqualTo(25);
    assertThat(secondary.mean()).contains(new BigDecimal("0.5"));
    assertThat(secondary.max()).contains(new BigDecimal("1.2"));
  }

  @Test
  void aSentenceBelowATableIsANote() {
    assertThat(log("2022-05-24").entries(SectionKind.MIXED).get(0).notes())
        .extracting(Note::words)
        .containsExactly("Fewer pages, too.");
    assertThat(log("2022-08-16").entries(SectionKind.MIXED).get(0).notes())
        .extracting(Note::words)
        .containsExactly("The gains are larger than the loss.");
  }

  @Test
  void aLogOfSummer2022HasTablesWithMax() {
    LogTable table = log("2022-08-16").summary().get(0);

    assertThat(table.layout()).isEqualTo(LogTable.Layout.ROWS_WITH_MAX);
    assertThat(table.metric()).contains(Metric.INSTRUCTIONS);
    assertThat(log("2022-05-31").summary().get(0).metric()).isEmpty();
    SummaryFigures regressions =
        table.figures(SummaryRow.RowKind.PRIMARY_REGRESSIONS).orElseThrow();
    assertThat(regressions.count()).isEqualTo(110);
    assertThat(regressions.mean()).contains(new BigDecimal("0.3"));
    assertThat(regressions.max()).contains(new BigDecimal("1.0"));
  }

  @Test
  void aLogOf2023HasTablesWithRanges() {
    TriageLog log = log("2023-06-13");

    SummaryFigures regressions =
        log.summary().get(0).figures(SummaryRow.RowKind.PRIMARY_REGRESSIONS).orElseThrow();
    assertThat(regressions.count()).isEqualTo(64);
    assertThat(regressions.mean()).contains(new BigDecimal("1.8"));
    assertThat(regressions.range().orElseThrow().largest()).isEqualByComparingTo("15.1");
    assertThat(log.counts().comparisons().orElseThrow().is(46)).isTrue();
    assertThat(numbers(log, SectionKind.REGRESSIONS)).containsExactly(923101, 923103);
    assertThat(numbers(log, SectionKind.IMPROVEMENTS)).containsExactly(923102);
    assertThat(numbers(log, SectionKind.MIXED)).containsExactly(923104);
  }

  @Test
  void aLogOf2024WrapsItsLines() {
    TriageLog log = log("2024-03-19");

    assertThat(log.lastRevision()).contains("24031904".repeat(5));
    assertThat(log.summary().get(0).count(SummaryRow.RowKind.PRIMARY_REGRESSIONS)).isEqualTo(156);
    assertThat(log.entries())
        .extracting(LogEntry::title)
        .containsExactly(
            "Make Anchor::Bind keep only the types that may be bound, and not the whole item.",
            "Rollup of 12 pull requests",
            "Let regex compile");
    assertThat(
            log.entries().stream().filter(entry -> entry.noise().isPresent()).map(LogEntry::name))
        .containsExactly("#924102", "#924103");
  }

  @Test
  void aLogOfAForkedHistoryHasTwoTables() {
    TriageLog log = log("2024-09-24");

    assertThat(log.ranges()).hasSize(2);
    assertThat(log.summary()).hasSize(2);
    assertThat(log.entries(SectionKind.MIXED).get(0).title())
        .isEqualTo("Store u8s in Vec<Pair> and [pairs]");
  }

  @Test
  void notesMayBeParagraphsAndQuotations() {
    assertThat(log("2025-07-08").entries())
        .flatExtracting(LogEntry::notes)
        .extracting(Note::words)
        .containsExactly(
            "The measuring costs this much. The author knows.",
            "Two machines are compared here: it is noise. Before the merge there was little of it.",
            "Marked as triaged by the author.");
  }

  @Test
  void aLogOfNovember2025HasEveryFigure() {
    TriageLog log = log("2025-11-04");

    assertThat(log.triagers()).containsExactly("corro");
    assertThat(numbers(log, SectionKind.REGRESSIONS)).containsExactly(925201, 925202);
    assertThat(numbers(log, SectionKind.IMPROVEMENTS)).containsExactly(925203);
    assertThat(numbers(log, SectionKind.MIXED)).containsExactly(925204, 925205);
    assertThat(log.entries()).filteredOn(LogEntry::isRollup).hasSize(3);
    assertThat(
            log.entries().stream().filter(entry -> entry.noise().isPresent()).map(LogEntry::name))
        .containsExactly("#925202", "#925204");
    SummaryFigures improvements =
        log.summary().get(0).figures(SummaryRow.RowKind.PRIMARY_IMPROVEMENTS).orElseThrow();
    assertThat(improvements.count()).isEqualTo(77);
    assertThat(improvements.mean()).contains(new BigDecimal("-2.0"));
    assertThat(improvements.range())
        .contains(new SummaryFigures.Range(new BigDecimal("-11.5"), new BigDecimal("-0.1")));
  }

  @Test
  void aReportOfThisProgramIsALog() {
    TriageLog log = log("2026-02-10");

    assertThat(log.summary())
        .extracting(LogTable::metric)
        .containsExactly(Optional.of(Metric.INSTRUCTIONS), Optional.of(new Metric("max-rss")));
    assertThat(log.entries()).extracting(entry -> entry.tables().size()).containsExactly(2, 1);
    assertThat(log.entries().stream().flatMap(entry -> entry.noise().stream()))
        .containsExactly(NoiseClaim.PART);
    assertThat(log.sections())
        .extracting(LogSection::kind)
        .containsExactly(
            SectionKind.REGRESSIONS,
            SectionKind.IMPROVEMENTS,
            SectionKind.MIXED,
            SectionKind.CHARTS,
            SectionKind.UNTRIAGED,
            SectionKind.NAGS);
  }

  private static TriageLog log(String date) {
    return LogParser.parse(TestLogs.dated(date));
  }

  private static List<Integer> numbers(TriageLog log, SectionKind kind) {
    return log.entries(kind).stream().map(entry -> entry.number().orElseThrow()).toList();
  }
}

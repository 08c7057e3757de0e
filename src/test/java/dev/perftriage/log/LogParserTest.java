package dev.perftriage.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.Metric;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.report.SummaryRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogParserTest {

  @Test
  void readsTodaysFormat() {
    TriageLog log = TestLogs.parsed("week.md");

    assertThat(log.title()).contains(LocalDate.of(2030, 2, 12));
    assertThat(log.triagers()).containsExactly("ferris");
    assertThat(log.firstRevision()).contains("1".repeat(40));
    assertThat(log.lastRevision()).contains("8".repeat(40));
    assertThat(log.counts().sections().get(SectionKind.REGRESSIONS))
        .isNotNull()
        .extracting(StatedNumber::value)
        .isEqualTo(OptionalInt.of(2));
    assertThat(log.counts().rollups().orElseThrow().is(1)).isTrue();
    assertThat(log.counts().comparisons().orElseThrow().is(12)).isTrue();
    assertThat(log.sections())
        .extracting(LogSection::kind)
        .containsExactly(
            SectionKind.REGRESSIONS,
            SectionKind.IMPROVEMENTS,
            SectionKind.MIXED,
            SectionKind.UNTRIAGED,
            SectionKind.NAGS);
    assertThat(log.entries())
        .extracting(LogEntry::name)
        .containsExactly("#900101", "#900102", "#900103", "#900104");
    assertThat(log.notUnderstood()).isEmpty();
  }

  @Test
  void readsAnEntry() {
    LogEntry entry = TestLogs.parsed("week.md").entries(SectionKind.REGRESSIONS).get(0);

    assertThat(entry.title()).isEqualTo("Teach the parser about spare commas");
    assertThat(entry.revisions())
        .contains(
            new SiteUrl(
                SiteUrl.HOST,
                SiteUrl.Page.COMPARISON,
                "1".repeat(40),
                "2".repeat(40),
                Optional.of(Metric.INSTRUCTIONS),
                Map.of()));
    assertThat(entry.notes())
        .extracting(Note::words)
        .containsExactly(
            "The parser does more work now, which was expected.", "Marked as triaged.");
    assertThat(entry.tables()).hasSize(1);
    SummaryFigures secondary =
        entry.tables().get(0).figures(SummaryRow.RowKind.SECONDARY_REGRESSIONS).orElseThrow();
    assertThat(secondary.count()).isEqualTo(4);
    assertThat(secondary.mean()).contains(new BigDecimal("0.5"));
  }

  @Test
  void keepsTheWordsOfATitleThatHoldsCodeAndQuotes() {
    assertThat(TestLogs.parsed("week.md").entries(SectionKind.MIXED).get(0).title())
        .isEqualTo("Revert \"Inline the Span getters\"");
  }

  @Test
  void readsEntriesThatAreItemsOfOneList() {
    TriageLog log = TestLogs.parsed("lists.md");

    assertThat(log.triagers()).containsExactly("ferris");
    assertThat(log.counts().sections().get(SectionKind.REGRESSIONS))
        .isNotNull()
        .extracting(StatedNumber::value)
        .isEqualTo(OptionalInt.of(1));
    assertThat(log.counts().sections().get(SectionKind.IMPROVEMENTS))
        .isNotNull()
        .extracting(StatedNumber::value)
        .isEqualTo(OptionalInt.of(2));
    assertThat(log.counts().comparisons().orElseThrow().is(7)).isTrue();
    assertThat(log.entries(SectionKind.REGRESSIONS))
        .extracting(LogEntry::name)
        .containsExactly("#900201");
    assertThat(log.entries(SectionKind.IMPROVEMENTS))
        .extracting(LogEntry::title)
        .containsExactly("Rollup of 3 pull requests", "Cache it");
    assertThat(log.entries()).filteredOn(entry -> entry.noise().isPresent()).hasSize(1);
    assertThat(log.entries()).allSatisfy(entry -> assertThat(entry.revisions()).isPresent());
  }

  @Test
  void readsEntriesWithoutTables() {
    TriageLog log = TestLogs.parsed("paragraphs.md");

    assertThat(log.title()).contains(LocalDate.of(2030, 1, 8));
    assertThat(log.triagers()).containsExactly("ferris", "corro");
    assertThat(log.counts().rollups().orElseThrow().value()).isEmpty();
    assertThat(log.entries(SectionKind.REGRESSIONS))
        .extracting(LogEntry::title)
        .containsExactly("Walk the tree again");
    LogEntry rollup = log.entries(SectionKind.IMPROVEMENTS).get(0);
    assertThat(rollup.isRollup()).isTrue();
    assertThat(rollup.notes())
        .filteredOn(Note::isWritten)
        .extracting(Note::words)
        .containsExactly("The gain was expected.", "Some words about #900305 and others.");
  }

  @Test
  void reportsWhatItDoesNotUnderstandAndKeepsWhatStandsThere() {
    TriageLog log = TestLogs.parsed("paragraphs.md");

    assertThat(log.notUnderstood())
        .extracting(ParseWarning::what)
        .containsExactly("a section 'Odds and ends'");
    assertThat(log.entries(SectionKind.OTHER))
        .extracting(LogEntry::name)
        .containsExactly("#900303");
  }

  @Test
  void readsTheChartsOfAReportAsASectionWithoutEntries() {
    String charts =
        """
        #### Charts

        ![Timeline of 12 merges.](2030-02-12-charts/timeline.svg)

        #### Untriaged\
        """;
    String text = TestLogs.own("week.md").text().replace("#### Untriaged", charts);

    TriageLog log = LogParser.parse(new LogText("week.md", text));

    assertThat(log.sections(SectionKind.CHARTS))
        .singleElement()
        .satisfies(section -> assertThat(section.entries()).isEmpty());
    assertThat(log.notUnderstood()).isEmpty();
    assertThat(log.entries()).hasSize(4);
  }

  @Test
  void understandsWhatAReportSaysOfItsFigures() {
    String caveats = "- The comparison of #900102 spans 2 merges.\n- #900103: `x` newly fails.\n\n";
    String unexplained = "#### Not explained by the entries\n\n- By max-rss, much.\n\n";
    String text =
        TestLogs.own("week.md")
            .text()
            .replace("**Summary**:", caveats + "**Summary**:")
            .replace("#### Untriaged", unexplained + "#### Untriaged");

    TriageLog log = LogParser.parse(new LogText("week.md", text));

    assertThat(log.notUnderstood()).isEmpty();
    assertThat(log.sections(SectionKind.UNEXPLAINED)).hasSize(1);
    assertThat(log.entries()).hasSize(4);
  }

  @Test
  void readsTablesOfColumnsAndTablesWithMax() {
    TriageLog log = TestLogs.parsed("columns.md");

    SummaryFigures improvements =
        log.summary().get(0).figures(SummaryRow.RowKind.SECONDARY_IMPROVEMENTS).orElseThrow();
    assertThat(improvements.max()).contains(new BigDecimal("-10.3"));
    LogEntry entry = log.entries().get(0);
    assertThat(entry.title()).isEqualTo("Make lists of lists");
    LogTable table = entry.tables().get(0);
    assertThat(table.layout()).isEqualTo(LogTable.Layout.COLUMNS);
    assertThat(table.count(SummaryRow.RowKind.SECONDARY_REGRESSIONS)).isEqualTo(33);
    assertThat(table.figures(SummaryRow.RowKind.PRIMARY_IMPROVEMENTS).orElseThrow().mean())
        .isEmpty();
  }

  @Test
  void keepsASentenceThatMarkdownMakesARowOfTheTable() {
    assertThat(TestLogs.parsed("columns.md").entries().get(0).notes())
        .extracting(Note::words)
        .containsExactly("Said so close below that it becomes a row.");
  }

  @Test
  void entriesReachFromTheirTitleToTheNextEntryOrHeading() {
    LogText source = TestLogs.own("week.md");
    List<LogEntry> entries = LogParser.parse(source).entries(SectionKind.REGRESSIONS);

    assertThat(source.text().substring(entries.get(0).start(), entries.get(0).end()))
        .startsWith("Teach the parser")
        .endsWith("- Marked as triaged.\n\n");
    assertThat(source.text().substring(entries.get(1).end())).startsWith("#### Improvements");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\uFEFF# 2030-02-12 Triage Log\n",
        "#### Mixed",
        "| a |\n|---|\n| b |\n"
      })
  void anythingIsALog(String text) {
    assertThat(LogParser.parse(new LogText("log", text)).source().text()).isEqualTo(text);
  }

  @Test
  void aByteOrderMarkDoesNotHideTheTitle() {
    assertThat(LogParser.parse(new LogText("log", "\uFEFF# 2030-02-12 Triage Log\n")).title())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Triage done by **@ferris** and **@corro**.\nRevision range: [1..2]()\n",
        "Triage done by **@ferris** and\n**@corro**.\nRevision range: [1..2]()\n",
        "Triage done\nby **@ferris** and **@corro**.\n",
        "Triage done by\r\n**@ferris**\r\nand **@corro**. Revision range: [1..2]() by @nobody\r\n",
        "> Triage\n> done by @ferris, @corro"
      })
  void aCreditNamesItsTriagersWhereverItsLinesBreak(String credit) {
    assertThat(LogParser.parse(new LogText("log", "A week.\n\n" + credit)).triagers())
        .containsExactly("ferris", "corro");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noDamageMakesItFail(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(TestLogs.own("week.md").text());
    for (int damage = 0; damage < 20; damage++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
        case 1 -> text.insert(at, "|[](#`\n* <".charAt(random.nextInt(10)));
        default -> text.insert(at, "\r\n");
      }
    }

    TriageLog log = LogParser.parse(new LogText("log", text.toString()));

    assertThat(log.entries())
        .allSatisfy(entry -> assertThat(entry.end()).isGreaterThan(entry.start()));
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }
}

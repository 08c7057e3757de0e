package dev.perftriage.log.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogText;
import dev.perftriage.log.SummaryFigures;
import dev.perftriage.log.TestLogs;
import dev.perftriage.report.SummaryRow.RowKind;
import dev.perftriage.report.chart.Chart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryChartsTest {

  private static final List<HistoryWeek> WEEKS =
      HistoryWeek.of(
          List.of(
              TestLogs.parsed("week.md"),
              TestLogs.parsed("previous-week.md"),
              TestLogs.parsed("lists.md")));

  @Test
  void meansHaveTheirRanges() {
    assertThat(HistorySeries.means(WEEKS, RowKind.PRIMARY_REGRESSIONS))
        .containsExactly(
            new HistorySeries.WeekValue(
                LocalDate.of(2030, 2, 12),
                0.4,
                Optional.of(
                    new SummaryFigures.Range(new BigDecimal("0.2"), new BigDecimal("1.1")))));
  }

  @Test
  void meansThatALogPrintsWithoutARangeAreDrawnToo() {
    List<HistoryWeek> weeks = HistoryWeek.of(List.of(TestLogs.parsed("columns.md")));

    assertThat(HistorySeries.means(weeks, RowKind.PRIMARY_IMPROVEMENTS))
        .singleElement()
        .satisfies(mean -> assertThat(mean.range()).isEmpty());
  }

  @Test
  void meansOfEveryTableAreDrawn() {
    List<HistoryWeek> weeks = HistoryWeek.of(TestLogs.ofAllYears());

    assertThat(HistorySeries.means(weeks, RowKind.PRIMARY_ALL))
        .hasSize(10)
        .filteredOn(mean -> mean.range().isEmpty())
        .extracting(HistorySeries.WeekValue::date)
        .containsExactly(
            LocalDate.of(2022, 5, 24), LocalDate.of(2022, 5, 31), LocalDate.of(2022, 8, 16));
  }

  @Test
  void countsLeaveOutWeeksWithoutATable() {
    assertThat(HistorySeries.counts(WEEKS, RowKind.PRIMARY_IMPROVEMENTS))
        .extracting(HistorySeries.WeekValue::value)
        .containsExactly(1.0, 21.0);
  }

  @Test
  void noiseIsAShareOfTheEntries() {
    assertThat(HistorySeries.noise(WEEKS).get(2))
        .isEqualTo(new HistorySeries.WeekValue(LocalDate.of(2030, 2, 12), 25));
  }

  @Test
  void chartsAreTheSameInEveryLocaleAndTimeZone() {
    List<String> usual = drawn(HistoryWeek.of(TestLogs.ofAllYears()));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));

      assertThat(drawn(HistoryWeek.of(TestLogs.ofAllYears()))).isEqualTo(usual);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void thereAreChartsOfMeansCountsAndNoiseAndNoIndex() {
    List<Chart> charts = HistoryCharts.of(WEEKS);

    assertThat(charts)
        .extracting(Chart::name)
        .containsExactly("history-means", "history-counts", "history-noise");
    assertThat(charts.get(1).figure().title())
        .isEqualTo("Median week: 4 regressions, 11 improvements · 5 Feb – 12 Feb 2030");
    assertThat(charts.get(2).figure().title()).startsWith("Noise in the median week: ");
  }

  @Test
  void figuresOfAnySizeStillDraw() {
    String log = TestLogs.own("week.md").text();
    for (String figure : List.of("9".repeat(400) + ".5%", "0." + "0".repeat(400) + "1%")) {
      List<HistoryWeek> damaged =
          HistoryWeek.of(
              Stream.of("2030-02-12", "2030-02-19")
                  .map(
                      day ->
                          LogParser.parse(
                              new LogText(
                                  day + ".md",
                                  log.replaceAll("\\d+\\.\\d+%", figure)
                                      .replace("2030-02-12", day))))
                  .toList());

      assertThat(drawn(damaged))
          .hasSize(3)
          .allSatisfy(svg -> assertThat(svg).doesNotContain("NaN", "Infinity"));
    }
  }

  @Test
  void weeksWithoutFiguresAreSentences() {
    List<HistoryWeek> bare =
        HistoryWeek.of(List.of(LogParser.parse(new LogText("log", "# 2030-01-01 Triage Log\n"))));

    assertThat(HistoryCharts.of(bare))
        .hasSize(3)
        .allMatch(Chart::isEmpty)
        .extracting(Chart::description)
        .contains("The mean change is known for 0 weeks, too few for a chart.");
  }

  private static List<String> drawn(List<HistoryWeek> weeks) {
    return HistoryCharts.of(weeks).stream().map(Chart::file).toList();
  }
}

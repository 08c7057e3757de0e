package dev.perftriage.log.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogText;
import dev.perftriage.log.SummaryFigures;
import dev.perftriage.log.TestLogs;
import dev.perftriage.report.SummaryRow.RowKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  void theIndexCompoundsTheWeeklyMeansOfAllPrimaryChanges() {
    List<HistorySeries.WeekValue> index = HistorySeries.index(WEEKS);

    assertThat(index)
        .extracting(HistorySeries.WeekValue::date)
        .containsExactly(LocalDate.of(2030, 2, 5), LocalDate.of(2030, 2, 12));
    assertThat(index.get(0).value()).isCloseTo(99.6, within(1e-9));
    assertThat(index.get(1).value()).isCloseTo(99.6 * 0.99, within(1e-9));
  }

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
  void noBandReachesAcrossAWeekWithoutARange() {
    List<HistorySeries.WeekValue> means =
        Stream.of(1, 2, 3, 4, 5, 6)
            .map(
                day ->
                    new HistorySeries.WeekValue(
                        LocalDate.of(2030, 1, day),
                        1,
                        day % 3 == 0
                            ? Optional.empty()
                            : Optional.of(
                                new SummaryFigures.Range(BigDecimal.ONE, BigDecimal.TEN))))
            .toList();

    assertThat(HistorySeries.ranges(means))
        .containsExactly(means.subList(0, 2), means.subList(3, 5));
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
    Map<String, String> usual = HistoryCharts.render(WEEKS);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));

      assertThat(HistoryCharts.render(WEEKS)).isEqualTo(usual);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void thereAreFourChartsAndTheIndexSaysWhatItCannotSay() {
    Map<String, String> charts = HistoryCharts.render(WEEKS);

    assertThat(charts)
        .containsOnlyKeys(
            "history-means.svg", "history-counts.svg", "history-noise.svg", "history-index.svg")
        .allSatisfy((name, svg) -> assertThat(svg).contains("<svg").endsWith("</svg>\n"));
    assertThat(charts.get("history-counts.svg")).contains(">test cases</text>");
    assertThat(charts.get("history-index.svg")).contains("It shows which way the weeks went");
  }

  @Test
  void figuresOfAnySizeStillDraw() {
    String log = TestLogs.own("week.md").text();
    for (String figure : List.of("9".repeat(400) + ".5%", "0." + "0".repeat(400) + "1%")) {
      LogText damaged = new LogText("2030-02-12.md", log.replaceAll("\\d+\\.\\d+%", figure));

      assertThat(HistoryCharts.render(HistoryWeek.of(List.of(LogParser.parse(damaged)))))
          .hasSize(4)
          .allSatisfy((name, svg) -> assertThat(svg).doesNotContain("NaN", "Infinity"));
    }
  }

  @Test
  void weeksWithoutFiguresStillDraw() {
    List<HistoryWeek> bare =
        HistoryWeek.of(List.of(LogParser.parse(new LogText("log", "# 2030-01-01 Triage Log\n"))));

    assertThat(HistoryCharts.render(bare)).hasSize(4);
  }
}

package dev.perftriage.log.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogTable;
import dev.perftriage.log.LogText;
import dev.perftriage.log.TestLogs;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.history.HistoryGroup;
import dev.perftriage.log.history.HistoryGroup.Grouping;
import dev.perftriage.log.history.HistoryText;
import dev.perftriage.log.history.HistoryWeek;
import dev.perftriage.report.text.TextStyle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryDataTest {

  private static final List<HistoryWeek> WEEKS =
      HistoryWeek.of(List.of(TestLogs.parsed("week.md"), TestLogs.parsed("paragraphs.md")));

  @Test
  void csvHasALineOfNamesAndALineForEachWeekByDate() {
    List<String> lines = HistoryData.csv(WEEKS).lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .startsWith(
            "date,triager,start,end,merges,regressions,improvements,mixed,rollups,noise,"
                + "noise_part,noise_hedged,"
                + "primary_regressions_count,primary_regressions_mean,"
                + "primary_regressions_smallest,primary_regressions_largest,"
                + "primary_regressions_max,secondary_regressions_count,")
        .endsWith(",primary_all_largest,primary_all_max");
    assertThat(lines.get(2))
        .isEqualTo(
            "2030-02-12,ferris,"
                + "1".repeat(40)
                + ","
                + "8".repeat(40)
                + ",12,2,1,1,1,1,0,0,7,0.4,0.2,1.1,,12,0.6,0.1,2.0,,21,-1.5,-4.0,-0.3,,"
                + "5,-0.9,-2.2,-0.2,,28,-1.0,-4.0,1.1,");
  }

  @Test
  void csvQuotesWhatNeedsIt() {
    assertThat(HistoryData.csv(WEEKS).lines().toList().get(1))
        .startsWith("2030-01-08,\"ferris, corro\",")
        .endsWith(",,,,,,,,,");
  }

  @Test
  void csvEndsItsLinesByTheRfc() {
    String csv = HistoryData.csv(WEEKS);

    assertThat(csv).endsWith("\r\n");
    assertThat(csv.replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void noSpreadsheetRunsWhatALogSaysAsAFormula() {
    String log =
        TestLogs.own("week.md")
            .text()
            .replace("**@ferris**", "=HYPERLINK(\"http://x\")")
            .replace("?start=" + "1".repeat(40) + "&end=" + "8".repeat(40), "?start=@A1&end=%2B1");

    assertThat(HistoryData.csv(HistoryWeek.of(List.of(LogParser.parse(new LogText("x", log))))))
        .contains("\r\n2030-02-12,\"'=HYPERLINK(\"\"http://x\"\")\",'@A1,'+1,12,2,")
        .contains(",21,-1.5,-4.0,-0.3,,");
  }

  @Test
  void jsonHasNullWhereALogSaysNothing() {
    assertThat(HistoryData.json(WEEKS))
        .startsWith("[\n  {\n    \"date\" : \"2030-01-08\",\n")
        .contains("\"merges\" : null,")
        .contains("\"primary_regressions\" : {\n      \"count\" : null,")
        .contains("\"mean\" : -1.0,")
        .endsWith("]\n");
  }

  @Test
  void textShowsRangesWhereThereIsRoom() {
    assertThat(HistoryText.render(WEEKS, new TextStyle(false, TextStyle.UNLIMITED)))
        .contains("-1.5% [-4.0%, -0.3%] ×21")
        .contains("11111111..88888888");
  }

  @Test
  void textLeavesRangesOutOfANarrowTerminal() {
    String text = HistoryText.render(WEEKS, new TextStyle(false, 140));

    assertThat(text).contains("-1.5% ×21").doesNotContain("[");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(141));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 120, 160})
  void textFitsTheTerminal(int width) {
    String text = HistoryText.render(WEEKS, new TextStyle(false, width));

    assertThat(text.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    assertThat(text).contains("2030-02-12  ferris", "regr  impr  mixed", "-1.0%");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20, 29, 30, 40, 50, 60, 70})
  void noLineIsWiderThanANarrowTerminal(int width) {
    for (boolean color : new boolean[] {false, true}) {
      TextStyle style = new TextStyle(color, width);
      String weeks = HistoryText.render(WEEKS, style).replaceAll("\u001b\\[\\d+m", "");
      String groups =
          HistoryText.renderGroups(
                  HistoryGroup.of(WEEKS, Grouping.TRIAGER), Grouping.TRIAGER, style)
              .replaceAll("\u001b\\[\\d+m", "");

      assertThat((weeks + groups).lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
      assertThat(weeks.lines().findFirst().orElseThrow()).startsWith("date    ".substring(0, 5));
      assertThat(weeks.contains("mixed")).isEqualTo(width >= 29);
    }
  }

  @Test
  void weeksAreAddedUpByTriager() {
    List<HistoryGroup> groups =
        HistoryGroup.of(
            HistoryWeek.of(
                List.of(
                    by("2030-01-01", "**@Kobzol** and **@ferris**"),
                    by("2030-01-08", "**@kobzol**"),
                    by("2030-02-05", "**@Mark-Simulacrum**"),
                    by("2030-02-12", "**@simulacrum**"),
                    by("2030-02-19", "**@kobzol**"))),
            Grouping.TRIAGER);

    assertThat(HistoryText.renderGroups(groups, Grouping.TRIAGER, new TextStyle(false, 80)))
        .isEqualTo(
            """
            triager     logs  merges  regr  impr  mixed  rollups  noise  part  hedged
            kobzol         3      36     6     3      3        3      3     0       0
            simulacrum     2      24     4     2      2        2      2     0       0
            ferris         1      12     2     1      1        1      1     0       0
            """);
  }

  @Test
  void weeksAreAddedUpByMonth() {
    List<HistoryGroup> groups =
        HistoryGroup.of(
            HistoryWeek.of(
                List.of(
                    by("2030-02-05", "**@ferris**"),
                    by("2030-01-08", "**@kobzol**"),
                    by("2030-02-12", "**@kobzol**"))),
            Grouping.MONTH);

    assertThat(HistoryData.csv(groups, Grouping.MONTH))
        .isEqualTo(
            "month,logs,first,last,merges,regressions,improvements,mixed,rollups,noise,noise_part,"
                + "noise_hedged\r\n"
                + "2030-01,1,2030-01-08,2030-01-08,12,2,1,1,1,1,0,0\r\n"
                + "2030-02,2,2030-02-05,2030-02-12,24,4,2,2,2,2,0,0\r\n");
    assertThat(HistoryData.json(groups, Grouping.MONTH)).contains("\"month\" : \"2030-01\",");
  }

  private static TriageLog by(String date, String triagers) {
    return LogParser.parse(
        new LogText(date + ".md", TestLogs.own("week.md").text().replace("**@ferris**", triagers)));
  }

  @Test
  void noWeekOfAnyYearIsLostAndNoneOfItsFigures() {
    List<HistoryWeek> weeks = HistoryWeek.of(TestLogs.ofAllYears());

    assertThat(weeks).hasSize(21);
    assertThat(weeks.stream().mapToInt(week -> week.log().entries().size()).sum()).isEqualTo(72);
    assertThat(weeks.stream().filter(week -> LogTable.main(week.log().summary()).isPresent()))
        .hasSize(10);
    assertThat(HistoryData.csv(weeks).lines()).hasSize(22);
  }

  @Test
  void aLogWithoutADateIsNoWeek() {
    assertThat(HistoryWeek.of(List.of(LogParser.parse(new LogText("x", "No date"))))).isEmpty();
  }
}

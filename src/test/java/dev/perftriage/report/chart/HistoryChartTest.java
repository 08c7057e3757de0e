package dev.perftriage.report.chart;

import static dev.perftriage.analysis.noise.FlaggedWeek.testCase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.analysis.noise.FlaggedWeek;
import dev.perftriage.model.Metric;
import dev.perftriage.report.History;
import dev.perftriage.report.VerdictMark;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How flagged test cases went on, read back from the drawing. */
class HistoryChartTest {

  private static final double LEVEL = 10_000;

  @Test
  void everyMeasuredValueIsADotAndAGapHasNoLine() throws Exception {
    double[] values = steady(20);
    Arrays.fill(values, 12, 20, 1.02 * LEVEL);
    values[4] = Double.NaN;
    values[5] = Double.NaN;
    FlaggedWeek week = new FlaggedWeek().with(testCase("gappy", "check", "full"), values);

    String svg = chart(week).figure().svg();

    assertThat(path(svg, "stroke-linecap='round'").chars().filter(sign -> sign == 'Z')).hasSize(18);
    String line = path(svg, "stroke='#7a828b' fill='none'");
    assertThat(line.chars().filter(sign -> sign == 'M')).hasSize(2);
    assertThat(line.chars().filter(sign -> sign == 'L')).hasSize(3 + 13);
  }

  @Test
  void theLargestChangeIsMarkedAndSaysWhatBecameOfIt() throws Exception {
    double[] spike = steady(30);
    spike[15] = 1.05 * LEVEL;
    FlaggedWeek week = new FlaggedWeek().with(testCase("spiky", "opt", "full"), spike);

    Drawn drawn = new Drawn(chart(week).figure().svg());

    assertThat(drawn.labels())
        .extracting(Drawn.Label::text)
        .contains("spiky opt full", "▲ +5.0% at #1015: ○ returned #1016", "0%", "+5.0%");
    assertThat(drawn.marks()).hasSize(2);
    assertThat(drawn.mark("spiky opt full: ▲").tooltip())
        .isEqualTo("spiky opt full: ▲ +5.0% at #1015: ○ returned #1016, 10,000 to 10,500");
    assertThat(drawn.mark("spiky opt full: ▼").tooltip())
        .startsWith("spiky opt full: ▼ -4.8% at #1016: ○ returned #1015");
  }

  @Test
  void theBandIsTheThresholdAroundTheLevelBefore() throws Exception {
    double[] values = steady(30);
    Arrays.fill(values, 20, 30, 1.004 * LEVEL);
    Chart chart = chart(new FlaggedWeek().with(testCase("slow", "opt", "full"), values));
    String svg = chart.figure().svg();
    Drawn drawn = new Drawn(svg);

    Matcher band = Pattern.compile("height='([^']*)' fill='var\\(--grid\\)").matcher(svg);
    assertThat(band.find()).isTrue();
    // The threshold is 0.2 %: the band reaches half as far up, and as far down.
    double change = middle(drawn, "0%") - middle(drawn, "+0.4%");
    assertThat(Double.parseDouble(band.group(1))).isCloseTo(change, within(0.5));
  }

  @Test
  void thereAreTwelvePanelsAtMostAndTheRestIsCounted() throws Exception {
    FlaggedWeek week = new FlaggedWeek();
    for (int i = 0; i < 25; i++) {
      double[] values = steady(50);
      Arrays.fill(values, 30, 50, (1.01 + i / 1000.0) * LEVEL);
      week.with(testCase("crate-" + i, "check", "full"), values);
    }
    Chart chart = chart(week);
    Drawn drawn = new Drawn(chart.figure().svg());

    assertThat(chart.figure().title()).isEqualTo("25 flagged test cases: 25 stayed");
    assertThat(chart.figure().caption()).contains("Shown are 12 of 25,");
    assertThat(chart.figure().description())
        .contains("25 flagged test cases")
        .contains("crate-24 check full with +3.4%, persistent");
    assertThat(drawn.labels()).extracting(Drawn.Label::text).contains("crate-24 check full");
    assertThat(drawn.labels()).extracting(Drawn.Label::text).doesNotContain("crate-12 check full");
    assertThat(drawn.labels()).extracting(Drawn.Label::text).contains("#1010", "#1049");
  }

  @Test
  void regressionsAndNoiseComeFirstAndEachBenchmarkOnce() {
    FlaggedWeek week = new FlaggedWeek();
    for (int i = 0; i < 9; i++) {
      double[] better = steady(50);
      Arrays.fill(better, 30, 50, (0.9 + i / 1000.0) * LEVEL);
      week.with(testCase("better-" + i / 3, "check", i % 3 == 0 ? "full" : "incr-" + i), better);
    }
    double[] worse = steady(50);
    Arrays.fill(worse, 30, 50, 1.01 * LEVEL);
    double[] spike = steady(50);
    spike[20] = 1.05 * LEVEL;
    week.with(testCase("worse", "check", "full"), worse);
    week.with(testCase("spiky", "check", "full"), spike);

    History history = History.of(Metric.INSTRUCTIONS, week.annotations(), week.steps());

    assertThat(history.cases())
        .extracting(each -> each.testCase().benchmark())
        .containsExactly("worse", "spiky", "better-0", "better-1", "better-2");
    assertThat(history.outcomes())
        .containsExactlyInAnyOrderEntriesOf(Map.of(VerdictMark.STAYED, 10, VerdictMark.NOISE, 1));
  }

  @Test
  void noiseIsHollowAndWhatStayedIsFilled() throws Exception {
    double[] worse = steady(50);
    Arrays.fill(worse, 30, 50, 1.01 * LEVEL);
    double[] spike = steady(50);
    spike[20] = 1.05 * LEVEL;
    Drawn drawn =
        new Drawn(
            chart(
                    new FlaggedWeek()
                        .with(testCase("worse", "check", "full"), worse)
                        .with(testCase("spiky", "check", "full"), spike))
                .figure()
                .svg());

    assertThat(drawn.mark("worse").attribute("ellipse", "fill")).isEqualTo("#b34700");
    assertThat(drawn.mark("spiky").attribute("ellipse", "fill")).isEqualTo("#ffffff");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void labelsHaveRoomWhateverIsFlagged(long seed) throws Exception {
    DrawingTest.assertThatLabelsHaveRoom(chart(FlaggedWeek.drawn(seed, (int) (5 * seed))));
  }

  @Test
  void longNamesAndHugeChangesHaveRoom() throws Exception {
    double[] huge = steady(12);
    huge[6] = 5000 * LEVEL;
    FlaggedWeek week =
        new FlaggedWeek()
            .with(testCase("性能测试-编译器" + "x".repeat(80), "check", "incr-patched: println"), huge)
            .with(testCase("</svg><script>", "check", "full"), huge);

    DrawingTest.assertThatLabelsHaveRoom(chart(week));
  }

  @Test
  void aQuietRangeIsASentence() {
    Chart chart = chart(new FlaggedWeek().with(testCase("same", "check", "full"), steady(10)));

    assertThat(chart.isEmpty()).isTrue();
    assertThat(chart.description())
        .isEqualTo("No test case changed relevantly in the last 10 merges up to #1009.");
  }

  @Test
  void changesBeforeTheWindowOrOfTheContextAreNotFlagged() {
    double[] early = steady(60);
    Arrays.fill(early, 10, 60, 1.1 * LEVEL);
    double[] late = steady(60);
    Arrays.fill(late, 40, 60, 1.1 * LEVEL);
    FlaggedWeek week =
        new FlaggedWeek()
            .with(testCase("early", "check", "full"), early)
            .with(testCase("late", "check", "full"), late);

    History all = History.of(Metric.INSTRUCTIONS, week.annotations(), week.steps());
    History afterwards =
        History.of(Metric.INSTRUCTIONS, week.annotations(), week.steps().subList(45, 59));

    assertThat(all.cases()).hasSize(1);
    assertThat(all.cases().get(0).testCase().benchmark()).isEqualTo("late");
    assertThat(afterwards.cases()).isEmpty();
  }

  @Test
  void growthFromZeroHasNoPanelUnlessTheTestCaseAlsoChangedOtherwise() throws Exception {
    double[] grown = steady(30);
    Arrays.fill(grown, 0, 3, 0);
    double[] gone = steady(30);
    gone[15] = 0;
    FlaggedWeek week =
        new FlaggedWeek()
            .with(testCase("grown", "check", "full"), grown)
            .with(testCase("gone", "check", "full"), gone);

    History history = History.of(Metric.INSTRUCTIONS, week.annotations(), week.steps());
    Chart chart = Charts.ofHistory(history);

    assertThat(history.cases()).hasSize(1);
    assertThat(history.fromZero()).isEqualTo(1);
    assertThat(history.moreCases()).isZero();
    assertThat(chart.figure().caption()).endsWith(" Not drawn: 1 test case that grew from zero.");
    assertThat(new Drawn(chart.figure().svg()).labels())
        .extracting(Drawn.Label::text)
        .contains("gone check full", "▼ -100.0% at #1015: ○ returned #1016")
        .noneMatch(text -> text.startsWith("grown"));
  }

  @Test
  void aHistoryOfNothingButGrowthFromZeroSaysSo() {
    double[] grown = steady(30);
    Arrays.fill(grown, 0, 3, 0);
    FlaggedWeek week = new FlaggedWeek().with(testCase("grown", "check", "full"), grown);

    assertThat(chart(week).description())
        .startsWith("Only test cases that grew from zero changed relevantly in the last ");
  }

  private static double middle(Drawn drawn, String label) {
    return drawn.labels().stream()
        .filter(some -> some.text().equals(label))
        .findFirst()
        .orElseThrow()
        .box()
        .getCenterY();
  }

  /** The data of the only path with some attributes. */
  private static String path(String svg, String attributes) {
    Matcher path = Pattern.compile("<path d='([^']*)' [^>]*" + attributes).matcher(svg);
    assertThat(path.find()).isTrue();
    return path.group(1);
  }

  private static double[] steady(int merges) {
    double[] values = new double[merges];
    Arrays.fill(values, LEVEL);
    return values;
  }

  private static Chart chart(FlaggedWeek week) {
    return Charts.ofHistory(History.of(Metric.INSTRUCTIONS, week.annotations(), week.steps()));
  }
}

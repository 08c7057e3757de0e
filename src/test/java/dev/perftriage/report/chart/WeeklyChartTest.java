package dev.perftriage.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The charts of published logs, read back from their drawings. */
class WeeklyChartTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 5, 24);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 9, 52, 180, 600})
  void everyLabelIsWholeHoweverManyWeeksThereAre(int weeks) throws Exception {
    List<WeekValue> worse = random(weeks, 1, 2);
    List<WeekValue> better = random(weeks, 2, -2);

    DrawingTest.assertThatLabelsHaveRoom(WeeklyChart.ofMeans(worse, better));
    DrawingTest.assertThatLabelsHaveRoom(WeeklyChart.ofCounts(worse, random(weeks, 3, 300)));
    DrawingTest.assertThatLabelsHaveRoom(WeeklyChart.ofNoise(random(weeks, 4, 30)));
  }

  @Test
  void regressionsStandUpAndImprovementsHangDownAsLongAsTheyAreMany() throws Exception {
    Chart chart =
        WeeklyChart.ofCounts(
            List.of(new WeekValue(FIRST, 10), new WeekValue(FIRST.plusWeeks(1), 20)),
            List.of(new WeekValue(FIRST.plusWeeks(1), 5)));
    List<Drawn.Mark> bars = new Drawn(chart.figure().svg()).marks();

    double ten = bars.get(0).number("rect", "height");
    double zero = bars.get(0).number("rect", "y") + ten;
    assertThat(bars.get(1).number("rect", "height")).isCloseTo(2 * ten, within(0.02));
    assertThat(bars.get(2).number("rect", "height")).isCloseTo(ten / 2, within(0.02));
    assertThat(bars.get(2).number("rect", "y")).isCloseTo(zero, within(0.02));
    assertThat(bars.get(0).attribute("rect", "fill")).isEqualTo("#b34700");
    assertThat(bars.get(2).attribute("rect", "fill")).isEqualTo("#00629b");
  }

  @Test
  void theScaleOfMeansHasTicksOnBothSidesOfZero() throws Exception {
    Chart chart =
        WeeklyChart.ofMeans(
            List.of(
                new WeekValue(FIRST, 0.5, 0.2, 12), new WeekValue(FIRST.plusWeeks(1), 0.6, 0.2, 2)),
            List.of(new WeekValue(FIRST, -0.7, -4, -0.2)));

    assertThat(new Drawn(chart.figure().svg()).labels())
        .extracting(Drawn.Label::text)
        .contains("0%", "+0.3%", "+1%", "+3%", "+10%", "-0.3%", "-1%", "-3%")
        .doesNotContain("+30%", "-10%");
  }

  @Test
  void medianIsOfEightWeeksAndNeedsFour() {
    List<WeekValue> weeks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      weeks.add(new WeekValue(FIRST.plusWeeks(i), i == 9 ? 1000 : i));
    }

    assertThat(WeekMarks.medians(weeks))
        .extracting(WeekValue::value)
        .containsExactly(1.5, 2.0, 2.5, 3.0, 3.5, 4.5, 5.5);
    assertThat(WeekMarks.medians(weeks.subList(0, 3))).isEmpty();
  }

  @Test
  void oneWeekIsASentence() {
    assertThat(WeeklyChart.ofNoise(random(1, 5, 30)).description())
        .isEqualTo("The share of noise is known for 1 week, too few for a chart.");
  }

  private static List<WeekValue> random(int count, long seed, double spread) {
    Random random = new Random(seed);
    List<WeekValue> weeks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double value = Math.abs(random.nextGaussian()) * spread;
      weeks.add(new WeekValue(FIRST.plusWeeks(i), value, value / 2, value * 3));
    }
    return weeks;
  }
}

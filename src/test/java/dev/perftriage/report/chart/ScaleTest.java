package dev.perftriage.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far axes reach, what they clip and how they are labelled. */
class ScaleTest {

  @Test
  void valuesWithoutAGapAreAllToScale() {
    ChangeScale scale = ChangeScale.of(List.of(-0.164, -0.139, -0.049, -0.038, -0.002, 0.029));

    assertThat(scale).isEqualTo(new ChangeScale(-0.164, 0.029));
    assertThat(scale.breaks(-0.164)).isFalse();
  }

  @Test
  void anOutlierIsBeyondABreakAtTheLastOfTheOthers() {
    List<Double> changes = new ArrayList<>(Collections.nCopies(29, 0.003));
    changes.add(-0.002);
    changes.add(40.0);

    ChangeScale scale = ChangeScale.of(changes);

    assertThat(scale).isEqualTo(new ChangeScale(-0.002, 0.003));
    assertThat(scale.breaks(40)).isTrue();
    assertThat(scale.clip(40)).isEqualTo(0.003);
    assertThat(scale.clip(0.001)).isEqualTo(0.001);
  }

  @Test
  void aSideOfOutliersAloneReachesAsFarAsTheOther() {
    assertThat(ChangeScale.of(List.of(0.9, -0.002, -0.003, -0.004)))
        .isEqualTo(new ChangeScale(-0.004, 0.004));
  }

  @Test
  void aLargeValueThatLeavesTheOthersLegibleIsToScale() {
    assertThat(ChangeScale.of(List.of(0.01, 0.01, 0.01, 0.01, 0.05)).highest()).isEqualTo(0.05);
  }

  @Test
  void severalOutliersAreBeyondTheSameBreak() {
    List<Double> changes = new ArrayList<>(Collections.nCopies(30, 0.005));
    changes.addAll(List.of(0.5, 3.0, 40.0));

    assertThat(ChangeScale.of(changes).highest()).isEqualTo(0.005);
  }

  @Test
  void fourValuesAreTooManyToBeOutliers() {
    List<Double> changes = new ArrayList<>(Collections.nCopies(30, 0.005));
    changes.addAll(List.of(0.5, 0.6, 0.7));
    assertThat(ChangeScale.of(changes).highest()).isEqualTo(0.005);

    changes.add(0.8);
    assertThat(ChangeScale.of(changes).highest()).isEqualTo(0.8);
  }

  @Test
  void whatNoAxisShowsIsNotCountedAmongThem() {
    List<Double> changes = new ArrayList<>(Collections.nCopies(30, 0.005));
    changes.addAll(List.of(0.5, 3.0, 40.0, ChangeScale.FURTHEST, 1e9));

    assertThat(ChangeScale.of(changes).highest()).isEqualTo(0.005);
  }

  @ParameterizedTest
  @CsvSource({"0.25, 0.1", "0.2499, 0.2499"})
  void aGapIsTwoAndAHalfTimesTheValueBefore(double outlier, double highest) {
    List<Double> changes = new ArrayList<>(Collections.nCopies(30, 0.005));
    changes.addAll(List.of(0.012, 0.028, 0.05, 0.1, outlier));

    assertThat(ChangeScale.of(changes).highest()).isEqualTo(highest);
  }

  @Test
  void anAxisOfNothingOrOfNoChangeStillHasALength() {
    assertThat(ChangeScale.of(List.of()).limit()).isPositive();
    assertThat(ChangeScale.of(List.of(0.0, 0.0)).limit()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anAxisBreaksOnlyAtAGapAndForFewValues(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<Double> changes =
          random
              .doubles(1 + random.nextInt(40))
              .mapToObj(some -> (1e-5 + Math.pow(some, 12)) * (random.nextBoolean() ? -1 : 1))
              .toList();

      ChangeScale scale = ChangeScale.of(changes);

      for (int sign : new int[] {-1, 1}) {
        List<Double> broken =
            changes.stream()
                .filter(change -> Math.signum(change) == sign && scale.breaks(change))
                .map(Math::abs)
                .toList();
        double limit = sign < 0 ? -scale.lowest() : scale.highest();
        assertThat(broken).hasSizeLessThanOrEqualTo(ChangeScale.MOST_BROKEN);
        assertThat(broken).allMatch(size -> size >= ChangeScale.GAP * limit);
      }
    }
  }

  @Test
  void barsLeaveRoomForTheirValuesOnEachSideThatHasAny() {
    List<Double> bars = List.of(0.03, -0.01);
    Axis axis = ChangeScale.of(bars).axis(bars, 400, 100, 7);

    double pixel = (axis.to() - axis.from()) / 400;
    assertThat(axis.to() - 0.03).isCloseTo(100 * pixel, within(1e-12));
    assertThat(-0.01 - axis.from()).isCloseTo(100 * pixel, within(1e-12));

    Axis oneSided = ChangeScale.of(List.of(0.03)).axis(List.of(0.03), 401, 100, 7);
    assertThat(oneSided.from()).isCloseTo(-0.03 / 300, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverTheChangesTheyAreDrawnWithinTheAxis(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      List<Double> changes = anyDoubles(random, random.nextInt(6));
      double width = 150 + random.nextInt(800);

      ChangeScale scale = ChangeScale.of(changes);
      Axis axis = scale.axis(changes, width, random.nextInt(2_000), 7);

      assertThat(axis.to() - axis.from()).isFinite().isPositive();
      assertThat(axis.ticks()).hasSizeLessThanOrEqualTo(8);
      assertThat(axis.ticks())
          .allMatch(tick -> tick.value() >= axis.from() && tick.value() <= axis.to());
      for (double change : changes) {
        assertThat(scale.clip(change)).isBetween(axis.from(), axis.to());
        assertThat(ChartWords.change(change)).hasSizeLessThan(12);
      }
    }
  }

  @Test
  void noTickIsBeyondTheDataOrABreak() {
    List<Double> changes = new ArrayList<>(Collections.nCopies(20, -0.011));
    changes.addAll(List.of(0.024, 8.0));

    Axis axis = ChangeScale.of(changes).axis(changes, 600, 80, 7);

    assertThat(axis.ticks())
        .extracting(Axis.Tick::label)
        .containsExactly("-1%", "0%", "+1%", "+2%");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverTheFactorsTheyArePlacedOnTheScale(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      List<Double> factors = anyDoubles(random, random.nextInt(6));
      FactorScale scale = FactorScale.of(factors);

      assertThat(scale.lowest()).isLessThan(scale.highest());
      for (double factor : factors) {
        assertThat(scale.place(factor))
            .isBetween((double) scale.lowest(), (double) scale.highest());
      }
    }
  }

  /** Doubles of any bits, every other one of those at the ends of what doubles can be. */
  private static List<Double> anyDoubles(Random random, int count) {
    double[] ends = {
      0,
      -0.0,
      Double.MIN_VALUE,
      Double.MIN_NORMAL,
      1e-300,
      1,
      1e308,
      Double.MAX_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NaN
    };
    List<Double> doubles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double end = ends[random.nextInt(ends.length)];
      doubles.add(
          random.nextBoolean()
              ? Double.longBitsToDouble(random.nextLong())
              : random.nextBoolean() ? end : -end);
    }
    return doubles;
  }

  @ParameterizedTest
  @CsvSource({"0.1, 5, 0.02", "0.1, 4, 0.05", "1, 10, 0.1", "7, 7, 1", "0.00031, 3, 0.0002"})
  void stepsAreRound(double length, int most, double step) {
    assertThat(Axis.step(length, most)).isCloseTo(step, within(step * 1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "0.02, +2%",
    "-0.0050000001, -0.5%",
    "0, 0%",
    "1e-17, 0%",
    "0.30000000000000004, +30%"
  })
  void ticksAreSignedPercentages(double fraction, String label) {
    assertThat(Axis.percent(fraction)).isEqualTo(label);
  }

  @Test
  void aFactorScaleHoldsTheThresholdAndEveryFactorThatIsANumber() {
    FactorScale scale =
        FactorScale.of(List.of(3.0, 250.0, 0.0, Double.NaN, Double.POSITIVE_INFINITY));

    assertThat(scale.lowest()).isLessThan(0);
    assertThat(scale.highest()).isEqualTo(3);
    assertThat(scale.place(100)).isEqualTo(2);
    assertThat(scale.place(0)).isEqualTo(scale.lowest());
    assertThat(scale.place(-1)).isEqualTo(scale.lowest());
    assertThat(scale.place(Double.NEGATIVE_INFINITY)).isEqualTo(scale.lowest());
    assertThat(scale.place(Double.NaN)).isEqualTo(scale.lowest());
    assertThat(scale.place(Double.POSITIVE_INFINITY)).isEqualTo(3);
    assertThat(List.of(-2, -1, 0, 3).stream().map(FactorScale::label))
        .containsExactly("0.01x", "0.1x", "1x", "1000x");
    assertThat(FactorScale.of(List.of()).highest()).isGreaterThan(0);
  }
}

package dev.perftriage.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far axes reach, what they clip and how they are labelled. */
class ScaleTest {

  @Test
  void nothingIsClippedUpToTwoPercent() {
    ClippedRange range = ClippedRange.of(List.of(0.001, -0.02, 0.0005));

    assertThat(range.limit()).isEqualTo(0.02);
    assertThat(range.clips(-0.02)).isFalse();
  }

  @Test
  void anOutlierIsClippedAtTwoPercentWhereAllOthersAreSmaller() {
    List<Double> changes = new ArrayList<>(Collections.nCopies(99, 0.003));
    changes.add(-0.7);

    ClippedRange range = ClippedRange.of(changes);

    assertThat(range.limit()).isEqualTo(0.02);
    assertThat(range.clips(-0.7)).isTrue();
    assertThat(range.clip(-0.7)).isEqualTo(-0.02);
    assertThat(range.clip(0.003)).isEqualTo(0.003);
  }

  @Test
  void theNinetyEighthPercentileOfTheSizesClipsWhereItIsLarger() {
    List<Double> changes =
        IntStream.rangeClosed(1, 100).mapToObj(i -> (i % 2 == 0 ? 1 : -1) * i / 100.0).toList();

    assertThat(ClippedRange.of(changes).limit()).isEqualTo(0.98);
  }

  @Test
  void anAxisOfNothingOrOfNoChangeStillHasALength() {
    assertThat(ClippedRange.of(List.of()).limit()).isPositive();
    assertThat(ClippedRange.of(List.of(0.0, 0.0)).limit()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noMoreAreClippedThanAllowedAndTheLimitIsNeverBeyondTheLargest(long seed) {
    Random random = new Random(seed);
    List<Double> changes =
        random.doubles(200).mapToObj(some -> Math.pow(some, 8) * (some < 0.5 ? -1 : 1)).toList();
    List<Double> shown = changes.subList(0, 30);

    ClippedRange range = ClippedRange.of(changes).clippingAtMost(7, shown);

    assertThat(shown.stream().filter(range::clips).count()).isLessThanOrEqualTo(7);
    assertThat(range.limit())
        .isLessThanOrEqualTo(shown.stream().mapToDouble(Math::abs).max().orElseThrow());
  }

  @Test
  void barsLeaveRoomForTheirValuesOnEachSideThatHasAny() {
    Range reach = new ClippedRange(0.03).reach(List.of(0.03, -0.01), 400, 100);

    double pixel = (reach.getUpperBound() - reach.getLowerBound()) / 400;
    assertThat(reach.getUpperBound() - 0.03).isCloseTo(100 * pixel, within(1e-12));
    assertThat(-0.01 - reach.getLowerBound()).isCloseTo(100 * pixel, within(1e-12));

    Range oneSided = new ClippedRange(0.03).reach(List.of(0.03), 401, 100);
    assertThat(oneSided.getLowerBound()).isCloseTo(-0.03 / 300, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverTheChangesTheyAreDrawnWithinTheAxis(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      List<Double> changes = anyDoubles(random, random.nextInt(6));
      List<Double> shown = changes.subList(0, changes.size() / 2);
      double width = 50 + random.nextInt(800);
      double value = random.nextInt(2_000);

      ClippedRange range = ClippedRange.of(changes).clippingAtMost(random.nextInt(3), shown);
      Range reach = range.reach(shown, width, value);
      double step = Frame.step(reach.getLength(), 7);

      assertThat(range.limit()).isFinite().isPositive();
      assertThat(reach.getLength()).isFinite().isPositive();
      assertThat(reach.getLength() / step).isLessThanOrEqualTo(7);
      for (double change : shown) {
        assertThat(range.clip(change)).isBetween(reach.getLowerBound(), reach.getUpperBound());
        assertThat(ChartWords.change(change)).hasSizeLessThan(12);
      }
    }
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
    assertThat(Frame.step(length, most)).isCloseTo(step, within(step * 1e-9));
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
    assertThat(Frame.tick(fraction)).isEqualTo(label);
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

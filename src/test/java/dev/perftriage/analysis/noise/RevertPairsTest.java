package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a revert by name moved back, according to the values. */
class RevertPairsTest {

  private static final int MERGES = 40;

  @ParameterizedTest(name = "from 1000 to {0} to {1}: {2}")
  @CsvSource({
    "1010, 1000, REVERTED",
    "1010, 1007, REVERTED",
    "1010, 1008, PERSISTENT",
    "1010, 977, REVERTED",
    "1010, 976, PERSISTENT",
    "1010, 1020, PERSISTENT",
  })
  void aThirdOfTheWayOrThreeTimesItIsAWayBack(double high, double later, NoiseVerdict verdict) {
    double[] values = new double[MERGES];
    Arrays.fill(values, 1000);
    Arrays.fill(values, 10, 30, high);
    Arrays.fill(values, 30, MERGES, later);

    assertThat(new Range().with("a", values).reverting(30, 10).judged("a", 10).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({"1, 4, true", "1, 5, false", "2, 8, true", "2, 9, false", "0, 1, false"})
  void aGoodPartOfWhatMovedMustMoveBack(int back, int moved, boolean confirmed) {
    Range range = range(back, moved);

    assertThat(range.verdicts().reverts().undoneBy(Range.commit(30)))
        .isEqualTo(confirmed ? java.util.Set.of(Range.commit(10)) : java.util.Set.of());
  }

  @Test
  void whereTheRevertedMergeWasNotMeasuredTheRevertingOneTells() {
    Range range = new Range().with("quiet", values(0));
    for (int i = 0; i < 2; i++) {
      double[] values = values(30);
      values[10] = Double.NaN;
      range.with("benchmark-" + i, values);
    }
    // an unmeasured merge takes effect at the next measured one
    assertThat(range.reverting(30, 10).judged("benchmark-0", 30).verdict())
        .isEqualTo(NoiseVerdict.REVERTED);
    assertThat(range.verdicts().reverts().undoneBy(Range.commit(30)))
        .containsExactlyElementsOf(List.of(Range.commit(10)));
  }

  private static Range range(int back, int moved) {
    Range range = new Range().with("quiet", values(0));
    for (int i = 0; i < moved; i++) {
      range.with("benchmark-" + i, values(i < back ? 30 : MERGES));
    }
    return range.reverting(30, 10);
  }

  private static double[] values(int back) {
    double[] values = new double[MERGES];
    Arrays.fill(values, 1000);
    Arrays.fill(values, Math.min(10, back), back, 1010);
    return values;
  }
}

package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseValuesTest {

  @Test
  void onlyNumbersAreValuesAndEachKnowsItsMerge() {
    CaseValues values = CaseValues.of(new double[] {Double.NaN, 5, Double.POSITIVE_INFINITY, 3});

    assertThat(values.size()).isEqualTo(2);
    assertThat(values.merge(1)).isEqualTo(3);
    assertThat(values.value(1)).isEqualTo(3);
    assertThat(values.step(1)).isEqualTo(-2);
    assertThat(values.placeOf(3)).isEqualTo(1);
    assertThat(values.placeOf(2)).isNegative();
  }

  @ParameterizedTest(name = "{0} from {1} to before {2}: {3}")
  @CsvSource({
    "3 1 2,   0, 3, 2",
    "4 1 2 3, 0, 4, 2.5",
    "4 1 2 3, 1, 3, 1.5",
    "7,       0, 1, 7",
    "7 8,     1, 1, NaN",
    "7 8,     2, 1, NaN",
  })
  void aMedianIsOfTheValuesOfAStretch(String values, int from, int to, double median) {
    assertThat(of(values).median(from, to)).isEqualTo(Double.valueOf(median));
  }

  @ParameterizedTest(name = "{0} from {1} to {2}: {3}")
  @CsvSource({
    "1 2 NaN 4 5, 0, 4, 4",
    "1 2 NaN 4 5, -3, 9, 4",
    "1 2 NaN 4 5, 1, 3, 2",
    "1 2 NaN 4 5, 2, 2, 0",
    "1 2 NaN 4 5, 2, 3, 1",
    "1 2 NaN 4 5, 4, 4, 1",
  })
  void valuesOfSomeMergesAreCounted(String values, int from, int to, int count) {
    assertThat(of(values).count(from, to)).isEqualTo(count);
  }

  /** The spread is 1.4826 / √2 of the median distance between neighbours. */
  @ParameterizedTest(name = "{0} from {1} to before {2}: {3}")
  @CsvSource({
    "1 2 4 8 7, 0, 4, 2",
    "1 2 4 8 7, 0, 5, 1.5",
    "1 2 4 8 7, 2, 4, 4",
    "9 5,       0, 2, 4",
    "5 5 5 9,   0, 4, 0",
    "5,         0, 1, 0",
    ",          0, 0, 0",
  })
  void aSpreadIsFromTheMedianDistanceBetweenNeighbours(
      @Nullable String values, int from, int to, double distance) {
    assertThat(of(values).spread(from, to))
        .isCloseTo(1.4826 / Math.sqrt(2) * distance, within(1e-12));
  }

  private static CaseValues of(@Nullable String values) {
    return CaseValues.of(
        values == null
            ? new double[0]
            : Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray());
  }
}

package dev.perftriage.analysis.caveat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteThresholdTest {

  @Test
  void isThreeQuartileDistancesAboveTheThirdQuartileOfTheChanges() {
    // Of 29 changes, 21 are none, 4 are a half and 4 are a whole: the quartiles are 0 and 0.5.
    double[] values = values(22, 8);

    assertThat(SiteThreshold.of(values, 30)).isEqualTo(0.5 + 3 * 0.5);
  }

  @Test
  void leavesTwoChangesInTheMiddleOutOfAnEvenNumber() {
    // Of 28 changes, 21 are none: the 13 largest have 0.5 in their middle, the 14 largest do not.
    double[] values = values(22, 7);

    assertThat(SiteThreshold.of(values, 29)).isEqualTo(2);
  }

  @Test
  void usesThirtyValuesBeforeAndNotThatOfTheEarlierArtifact() {
    double[] values = new double[32];
    values[0] = 9_000;
    System.arraycopy(values(22, 8), 0, values, 1, 30);
    values[31] = 9_000;

    assertThat(SiteThreshold.of(values, 31)).isEqualTo(2);
  }

  @Test
  void needsTenValues() {
    double[] values = new double[30];
    Arrays.fill(values, Double.NaN);
    Arrays.fill(values, 0, 9, 1000);
    assertThat(SiteThreshold.of(values, 30)).isNaN();

    values[20] = 1000;
    assertThat(SiteThreshold.of(values, 30)).isZero();
  }

  @ParameterizedTest(name = "{0} values before {1}")
  @CsvSource({"40, 10, 0", "40, 9, NaN", "40, 30, 0", "40, 0, NaN"})
  void onlyValuesBeforeCount(int count, int before, double threshold) {
    double[] values = new double[count];
    Arrays.fill(values, 1000);

    assertThat(Double.compare(SiteThreshold.of(values, before), threshold)).isZero();
  }

  @ParameterizedTest(name = "{0} of 9 changes are 10 %")
  @CsvSource({
    // Of an odd number the one in the middle is in neither half: of four, the middle two count.
    "0, 0",
    "1, 0",
    "2, 0.2",
    "3, 0.4",
    "6, 0.4",
    "7, 0.25",
    "8, 0.1",
    "9, 0.1",
  })
  void theQuartilesAreTheMiddlesOfTheHalves(int changed, double threshold) {
    double[] values = new double[10];
    values[0] = 1000;
    for (int i = 1; i < values.length; i++) {
      values[i] = values[i - 1] * (i <= changed ? 1.1 : 1);
    }

    assertThat(SiteThreshold.of(values, 10)).isCloseTo(threshold, within(1e-12));
  }

  /** Constant values, then some that alternate between 2000 and 1000. */
  private static double[] values(int constant, int alternating) {
    double[] values = new double[constant + alternating];
    Arrays.fill(values, 1000);
    for (int i = constant; i < values.length; i += 2) {
      values[i] = 2000;
    }
    return values;
  }
}

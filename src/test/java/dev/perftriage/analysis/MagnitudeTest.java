package dev.perftriage.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.Metric;
import dev.perftriage.model.TestResultComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagnitudeTest {

  @ParameterizedTest
  @CsvSource({
    "1000, 1002,    0.002,    instructions:u, 1, false",
    "1000, 1003,    0.002,    instructions:u, 2, true",
    "1000, 1003,    0.002,    max-rss,        1, false",
    "1000, 1001.5,  0.0004,   instructions:u, 2, true",
    "1000, 1000.05, 0.000001, instructions:u, 1, false",
  })
  void followsTheWorkedCases(
      double before,
      double after,
      double threshold,
      String metric,
      int magnitude,
      boolean relevant) {
    TestResultComparison result = new TestResultComparison(before, after, threshold, 0, relevant);

    assertThat(Magnitude.of(result.change(), threshold, new Metric(metric)).number())
        .isEqualTo(magnitude);
    assertThat(Relevance.isRelevant(result, new Metric(metric))).isEqualTo(relevant);
  }

  @ParameterizedTest
  @CsvSource({
    // Far below the threshold the first part is 1, so the second alone moves the mean:
    // 1 and 2 or 3 and 4 round down alike, 2 to 3 and 4 to 5 do not.
    "0.0099999, 1, 1",
    "0.01,      1, 2",
    "0.0499999, 1, 2",
    "0.05,      1, 3",
  })
  void countsAbsoluteSizeFromItsBoundariesUp(double change, double threshold, int magnitude) {
    assertThat(Magnitude.of(change, threshold, Metric.INSTRUCTIONS).number()).isEqualTo(magnitude);
    assertThat(Magnitude.of(-change, threshold, Metric.INSTRUCTIONS).number()).isEqualTo(magnitude);
  }

  @ParameterizedTest
  @CsvSource({
    // Below 0.2 % the second part is 1: 3 and 6 thresholds and so on are where the mean moves.
    "0.00148, 0.0005, 1",
    "0.0015,  0.0005, 2",
    "0.00178, 0.00015, 2",
    "0.0018,  0.00015, 3",
  })
  void countsThresholdsFromTheirBoundariesUp(double change, double threshold, int magnitude) {
    assertThat(Magnitude.of(change, threshold, Metric.INSTRUCTIONS).number()).isEqualTo(magnitude);
  }

  @Test
  void isVerySmallBelowAHundredthOfAPercentWhateverTheThreshold() {
    assertThat(Magnitude.of(0.000099999, 0, Metric.INSTRUCTIONS)).isEqualTo(Magnitude.VERY_SMALL);
    assertThat(Magnitude.of(0.0001, 0, Metric.INSTRUCTIONS)).isEqualTo(Magnitude.MEDIUM);
  }

  @Test
  void halvesTheAbsoluteSizeOfEveryMetricButInstructions() {
    assertThat(Magnitude.of(0.0999, 0.001, new Metric("cycles:u"))).isEqualTo(Magnitude.LARGE);
    assertThat(Magnitude.of(0.1, 0.001, new Metric("cycles:u"))).isEqualTo(Magnitude.VERY_LARGE);
    assertThat(Magnitude.of(0.05, 0.001, Metric.INSTRUCTIONS)).isEqualTo(Magnitude.VERY_LARGE);
    assertThat(Magnitude.of(0.0999, 0.001, new Metric("a metric of next year")))
        .isEqualTo(Magnitude.LARGE);
  }

  @Test
  void significantIsAChangeThatReachesItsThreshold() {
    assertThat(Relevance.isSignificant(new TestResultComparison(1000, 1002, 0.002, 1, false)))
        .isTrue();
    assertThat(Relevance.isSignificant(new TestResultComparison(1000, 1002, 0.00201, 1, false)))
        .isFalse();
    assertThat(
            Relevance.isSignificant(
                new TestResultComparison(1000, 2000, Double.POSITIVE_INFINITY, 0, false)))
        .isFalse();
  }
}

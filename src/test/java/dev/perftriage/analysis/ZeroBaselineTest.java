package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ChangeStatistics.Figures;
import dev.perftriage.model.Category;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test cases that were zero before count as on the site, in all but means and ranges. */
class ZeroBaselineTest {

  @ParameterizedTest(name = "from {0} to {1} by a threshold of {2}")
  @CsvSource({
    // before, after, threshold, comparability, relevant, direction
    "0,    7,        0.002,  ZERO_BASELINE, true,  regression",
    "-0.0, 7,        0.002,  ZERO_BASELINE, true,  regression",
    "0,    7,        0,      ZERO_BASELINE, true,  regression",
    "0,    1e-300,   0.0035, ZERO_BASELINE, true,  regression",
    "0,    7,        1e300,  ZERO_BASELINE, true,  regression",
    "0,    -7,       0.002,  ZERO_BASELINE, true,  improvement",
    "0,    0,        0.002,  STAYS_ZERO,    false, none",
    "0,    -0.0,     0,      STAYS_ZERO,    false, none",
    "0,    0,        NaN,    NOT_A_NUMBER,  false, none",
    "0,    7,        NaN,    NOT_A_NUMBER,  false, none",
    "0,    NaN,      0.002,  NOT_A_NUMBER,  false, none",
    "0,    Infinity, 0.002,  NOT_A_NUMBER,  false, none",
    "7,    0,        0.002,  COMPARABLE,    true,  improvement",
  })
  void growthFromZeroIsInfiniteAndWhatStaysZeroIsNoNews(
      double before,
      double after,
      double threshold,
      Comparability comparability,
      boolean relevant,
      String direction) {
    TestResultComparison result = new TestResultComparison(before, after, threshold, 0, relevant);
    ComparisonSummary summary =
        summary(comparison().add(Category.PRIMARY, before, after, threshold));

    assertThat(result.comparability()).isEqualTo(comparability);
    assertThat(Relevance.isRelevant(result, Metric.INSTRUCTIONS)).isEqualTo(relevant);
    assertThat(summary.primary().relevant()).hasSize(relevant ? 1 : 0);
    assertThat(summary.direction().label()).isEqualTo(direction);
    assertThat(summary.fromZero()).hasSize(comparability == Comparability.ZERO_BASELINE ? 1 : 0);
    assertThat(summary.withoutNumber())
        .hasSize(comparability == Comparability.NOT_A_NUMBER ? 1 : 0);
    assertThat(summary.measured().testCases()).isEqualTo(1);
    assertThat(summary.measured().isNothing()).isEqualTo(comparability != Comparability.COMPARABLE);
  }

  @ParameterizedTest
  @CsvSource({"instructions:u", "max-rss", "size:linked_artifact"})
  void growthFromZeroIsOfTheLargestMagnitudeByEveryMetric(String metric) {
    assertThat(Magnitude.of(Double.POSITIVE_INFINITY, 0, new Metric(metric)))
        .isEqualTo(Magnitude.VERY_LARGE);
    assertThat(Magnitude.of(Double.POSITIVE_INFINITY, 0.0035, new Metric(metric)))
        .isEqualTo(Magnitude.VERY_LARGE);
  }

  @Test
  void itCountsButMeanAndRangeAreOfTheOthers() {
    CategorySummary primary =
        summary(
                comparison()
                    .primary(1000, 1010)
                    .primary(0, 5)
                    .primary(1000, 1030)
                    .primary(0, 9)
                    .primary(1000, 980)
                    .primary(0, 0))
            .primary();

    assertThat(primary.relevant()).hasSize(5);
    assertThat(primary.regressions())
        .contains(new ChangeStatistics(4, Optional.of(new Figures(2, 0.02, 0.01, 0.03))));
    assertThat(primary.regressions().orElseThrow().fromZero()).isEqualTo(2);
    assertThat(primary.improvements())
        .contains(new ChangeStatistics(1, Optional.of(new Figures(1, -0.02, -0.02, -0.02))));
    assertThat(primary.all().orElseThrow().count()).isEqualTo(5);
    assertThat(primary.all().flatMap(ChangeStatistics::figures).orElseThrow().count()).isEqualTo(3);
  }

  @Test
  void aloneItHasACountAndNeitherMeanNorRange() {
    CategorySummary primary = summary(comparison().primary(0, 5)).primary();

    assertThat(primary.regressions()).contains(new ChangeStatistics(1, Optional.empty()));
    assertThat(primary.improvements()).isEmpty();
    assertThat(primary.all()).contains(new ChangeStatistics(1, Optional.empty()));
  }

  @Test
  void itIsTheLargestChangeAndSoDrawsAttentionAlone() {
    ComparisonSummary beside = summary(comparison().primary(1000, 1).primary(0, 5));

    assertThat(beside.primary().largest().orElseThrow().isFromZero()).isTrue();
    assertThat(summary(comparison().secondary(0, 5)).deservesAttention()).isTrue();
    assertThat(summary(comparison().by("max-rss").secondary(0, 5)).deservesAttention()).isTrue();
    assertThat(summary(comparison().secondary(0, 0)).deservesAttention()).isFalse();
  }

  @Test
  void itDecidesTheDirectionLikeAnyMediumRegression() {
    // Five of six regress, which is less than 85 %, and only regressions have a medium one.
    Comparisons comparison = comparison().primary(0, 5).primary(1000, 995);
    for (int i = 0; i < 4; i++) {
      comparison.primary(1000, 1005);
    }

    assertThat(summary(comparison).direction()).isEqualTo(Direction.MIXED);
    assertThat(summary(comparison.primary(1000, 1005)).direction()).isEqualTo(Direction.REGRESSION);
  }

  @Test
  void itsFactorIsInfiniteWhateverTheSiteSends() {
    TestCaseChange change = summary(comparison().primary(0, 5)).primary().relevant().get(0);

    assertThat(change.factor()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(change.change()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void aVerdictOfTheSiteThatItIsIrrelevantIsReported() {
    TestCase testCase = new TestCase("serde", "check", "full", "llvm", TestCase.DEFAULT_TARGET);

    assertThat(
            summary(
                    comparison()
                        .add(
                            testCase,
                            Category.PRIMARY,
                            new TestResultComparison(0, 5, 0.002, 0, false)))
                .disagreements())
        .containsExactly(testCase);
  }

  private static ComparisonSummary summary(Comparisons comparison) {
    return ComparisonSummary.of(comparison.build(), TestCase.DEFAULT_TARGET);
  }
}

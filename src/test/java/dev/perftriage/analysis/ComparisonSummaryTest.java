package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ChangeStatistics.Figures;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonSummaryTest {

  /** Relevant, of magnitude 2. */
  private static final double SMALL = 0.005;

  /** Relevant, of magnitude 3. */
  private static final double MEDIUM = 0.011;

  @ParameterizedTest
  @CsvSource({
    "0, 0, none",
    "1, 0, regression",
    "0, 1, improvement",
    // neither has a medium change: mixed from 10 % to 90 % regressions, both included
    "1, 9, mixed",
    "1, 10, improvement",
    "9, 1, mixed",
    "10, 1, regression",
  })
  void ofSmallChangesTheMajorityDecides(int regressions, int improvements, String direction) {
    assertThat(summary(changes(regressions, SMALL, improvements, SMALL)).direction().label())
        .isEqualTo(direction);
  }

  @ParameterizedTest
  @CsvSource({"3, 17, mixed", "2, 12, improvement", "1, 9, improvement", "1, 1, mixed"})
  void whereOnlyImprovementsAreMediumFifteenPercentRegressionsMakeItMixed(
      int regressions, int improvements, String direction) {
    assertThat(summary(changes(regressions, SMALL, improvements, MEDIUM)).direction().label())
        .isEqualTo(direction);
  }

  @ParameterizedTest
  @CsvSource({"17, 3, regression", "16, 3, mixed", "9, 1, regression", "1, 1, mixed"})
  void whereOnlyRegressionsAreMediumLessThanEightyFivePercentOfThemMakeItMixed(
      int regressions, int improvements, String direction) {
    assertThat(summary(changes(regressions, MEDIUM, improvements, SMALL)).direction().label())
        .isEqualTo(direction);
  }

  @Test
  void mediumChangesOnBothSidesAreMixedHoweverUnequal() {
    assertThat(summary(changes(99, MEDIUM, 1, MEDIUM)).direction()).isEqualTo(Direction.MIXED);
    assertThat(summary(changes(1, MEDIUM, 99, MEDIUM)).direction()).isEqualTo(Direction.MIXED);
  }

  @Test
  void categoriesThatDisagreeAreMixedAndAQuietOneHasNoSay() {
    Comparisons primaryUp = comparison().primary(1000, 1020);
    assertThat(summary(primaryUp.secondary(1000, 1000)).direction())
        .isEqualTo(Direction.REGRESSION);
    assertThat(summary(primaryUp.secondary(1000, 980)).direction()).isEqualTo(Direction.MIXED);
    assertThat(summary(comparison().secondary(1000, 980)).direction())
        .isEqualTo(Direction.IMPROVEMENT);
  }

  @Test
  void attentionIsDrawnByALargestPrimaryChangeOfMediumSize() {
    assertThat(summary(changes(1, MEDIUM, 0, 0)).deservesAttention()).isTrue();
    assertThat(summary(changes(1, SMALL, 0, 0)).deservesAttention()).isFalse();
  }

  @Test
  void attentionIsDrawnByALargestSecondaryChangeOfLargeSize() {
    // magnitudes: 10.5 thresholds and 2.1 % are 4 and 4, 5.5 thresholds and 1.1 % are 3 and 3
    assertThat(summary(comparison().secondary(1000, 1021)).deservesAttention()).isTrue();
    assertThat(summary(comparison().secondary(1000, 1011)).deservesAttention()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"3, 0, true", "2, 3, true", "2, 2, false", "0, 9, true", "0, 8, false"})
  void attentionIsDrawnByManySmallChangesAPrimaryOneWeighingThree(
      int primary, int secondary, boolean deserved) {
    Comparisons comparison = comparison();
    for (int i = 0; i < primary; i++) {
      comparison.primary(1000, 1000 * (1 + SMALL));
    }
    for (int i = 0; i < secondary; i++) {
      comparison.secondary(1000, 1000 * (1 + SMALL));
    }
    assertThat(summary(comparison).deservesAttention()).isEqualTo(deserved);
  }

  @Test
  void anyRelevantChangeOfANoisyMetricDrawsAttention() {
    assertThat(summary(comparison().by("max-rss").primary(1000, 1004.1)).deservesAttention())
        .isTrue();
    assertThat(summary(comparison().by("max-rss").secondary(1000, 1004.1)).deservesAttention())
        .isTrue();
    assertThat(summary(comparison().by("max-rss").primary(1000, 1003)).deservesAttention())
        .isFalse();
  }

  @Test
  void ofEquallyLargeEndsThePositiveOneIsTheLargest() {
    // 0.75 of one threshold and far over the other: the same size, but not the same magnitude
    Comparisons comparison =
        comparison()
            .add(Category.PRIMARY, 1024, 1024 + 16, 0.001)
            .add(Category.PRIMARY, 1024, 1024 - 16, 0.0104);
    CategorySummary primary = summary(comparison).primary();

    assertThat(primary.relevant()).hasSize(2);
    assertThat(primary.largest().orElseThrow().isRegression()).isTrue();
  }

  @Test
  void meanAndRangeAreOfTheRelevantChangesAlone() {
    ChangeStatistics all =
        summary(
                comparison()
                    .primary(1000, 1001)
                    .primary(1000, 1010)
                    .primary(1000, 1030)
                    .primary(1000, 980)
                    .secondary(1000, 3000))
            .primary()
            .all()
            .orElseThrow();

    assertThat(all.count()).isEqualTo(3);
    Figures figures = all.figures().orElseThrow();
    assertThat(figures.mean()).isCloseTo(0.02 / 3, within(1e-15));
    assertThat(figures.smallest()).isEqualTo(-0.02);
    assertThat(figures.largest()).isEqualTo(0.03);
  }

  @Test
  void aBenchmarkWithoutMetadataIsSecondary() {
    assertThat(comparison().build().categoryOf("nobody has heard of it"))
        .isEqualTo(Category.SECONDARY);
    assertThat(Category.ofMetadata("stable")).isEqualTo(Category.SECONDARY);
    assertThat(Category.ofMetadata("a category of next year")).isEqualTo(Category.SECONDARY);
    assertThat(Category.ofMetadata("primary")).isEqualTo(Category.PRIMARY);
  }

  @Test
  void nanAnywhereMakesATestCaseNotComparable() {
    ComparisonSummary summary =
        summary(
            comparison()
                .primary(Double.NaN, 5)
                .primary(5, Double.NaN)
                .add(Category.PRIMARY, 5, 6, Double.NaN)
                .primary(0, Double.NaN)
                .primary(5, Double.POSITIVE_INFINITY)
                .primary(Double.POSITIVE_INFINITY, 5));

    assertThat(summary.isQuiet()).isTrue();
    assertThat(summary.withoutNumber()).hasSize(6);
  }

  @Test
  void theOrderOfAnAnswerDoesNotMatter() {
    TestCase first = new TestCase("a", "check", "full", "llvm", TestCase.DEFAULT_TARGET);
    TestCase second = new TestCase("b", "check", "full", "llvm", TestCase.DEFAULT_TARGET);
    TestResultComparison none = new TestResultComparison(Double.NaN, 1, 0.002, 0, false);
    TestResultComparison medium = new TestResultComparison(1000, 1020, 0.002, 10, true);
    TestResultComparison small = new TestResultComparison(1000, 1020, 0.02, 1, true);
    TestResultComparison elsewhere = new TestResultComparison(1000, 1020, 0.002, 10, false);

    TestResultComparison fromZero = new TestResultComparison(0, 1, 0.002, 0, true);

    assertThat(of(second, none, first, none).withoutNumber()).containsExactly(first, second);
    assertThat(of(second, fromZero, first, fromZero).fromZero()).containsExactly(first, second);
    assertThat(of(second, small, first, medium).primary().relevant())
        .extracting(TestCaseChange::testCase)
        .containsExactly(first, second);
    assertThat(of(second, elsewhere, first, elsewhere).disagreements())
        .containsExactly(first, second);
  }

  private static ComparisonSummary of(
      TestCase one,
      TestResultComparison itsResult,
      TestCase other,
      TestResultComparison otherResult) {
    return summary(
        comparison()
            .add(one, Category.PRIMARY, itsResult)
            .add(other, Category.PRIMARY, otherResult));
  }

  @Test
  void otherTargetsHaveNoPartInTheDefaultTargetsSummary() {
    TestCase elsewhere =
        new TestCase("serde", "check", "full", "llvm", "aarch64-unknown-linux-gnu");
    TestResultComparison doubled = new TestResultComparison(1, 2, 0.002, 500, true);
    JudgedComparison judged =
        JudgedComparison.of(
            comparison().primary(1000, 1020).add(elsewhere, Category.PRIMARY, doubled).build(),
            CaseFilter.ALL);

    assertThat(judged.summary().primary().relevant()).hasSize(1);
    assertThat(judged.byTarget().keySet())
        .containsExactly(TestCase.DEFAULT_TARGET, "aarch64-unknown-linux-gnu");
    assertThat(judged.relevantLargestFirst())
        .extracting(TestCaseChange::testCase)
        .first()
        .isEqualTo(elsewhere);
  }

  @Test
  void aVerdictOfTheSiteThatItsRuleDoesNotGiveIsReported() {
    TestCase testCase = new TestCase("serde", "check", "full", "llvm", TestCase.DEFAULT_TARGET);
    TestResultComparison unchanged = new TestResultComparison(1000, 1000, 0.002, 0, true);

    assertThat(summary(comparison().add(testCase, Category.PRIMARY, unchanged)).disagreements())
        .containsExactly(testCase);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderInWhichTestCasesArriveChangesNoCountRangeOrDirection(long seed) {
    Random random = new Random(seed);
    List<double[]> values =
        random
            .doubles(40, -0.03, 0.03)
            .mapToObj(change -> new double[] {1000, 1000 * (1 + change)})
            .toList();
    Comparisons forwards = comparison();
    values.forEach(pair -> forwards.primary(pair[0], pair[1]));
    Comparisons backwards = comparison();
    for (int i = values.size() - 1; i >= 0; i--) {
      backwards.primary(values.get(i)[0], values.get(i)[1]);
    }

    assertThat(summary(backwards).direction()).isEqualTo(summary(forwards).direction());
    assertThat(summary(backwards).primary().all()).isEqualTo(summary(forwards).primary().all());
    assertThat(summary(forwards).primary().relevant().size())
        .isEqualTo(
            summary(forwards).primary().regressions().map(ChangeStatistics::count).orElse(0)
                + summary(forwards)
                    .primary()
                    .improvements()
                    .map(ChangeStatistics::count)
                    .orElse(0));
  }

  private static Comparisons changes(
      int regressions, double regression, int improvements, double improvement) {
    Comparisons comparison = comparison();
    for (int i = 0; i < regressions; i++) {
      comparison.primary(1000, 1000 * (1 + regression));
    }
    for (int i = 0; i < improvements; i++) {
      comparison.primary(1000, 1000 * (1 - improvement));
    }
    return comparison;
  }

  private static ComparisonSummary summary(Comparisons comparison) {
    return ComparisonSummary.of(comparison.build(), TestCase.DEFAULT_TARGET);
  }
}

package dev.perftriage.report.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Size and scope in people's words, at the boundary of each word. */
class ScopeSentenceTest {

  private static final double THRESHOLD = 0.0001;

  private final Comparisons comparison = Comparisons.comparison();

  @Test
  void nothingRelevantHasNoSentence() {
    assertThat(ScopeSentence.of(summary(), Markup.NONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1003.4, 'One tiny regression, 0.3% in syn check full (primary).'",
    "1003.6, 'One small regression, 0.4% in syn check full (primary).'",
    "1010.4, 'One small regression, 1.0% in syn check full (primary).'",
    "1010.6, 'One regression, 1.1% in syn check full (primary).'"
  })
  void aSizeIsWhatAReaderSeesRounded(double after, String sentence) {
    add("syn-2.0.1", "check", "full", Category.PRIMARY, after);

    assertThat(sentence()).isEqualTo(sentence);
  }

  @Test
  void whatAllShareIsOnlyAndWhatFourOfFiveShareIsMostly() {
    for (int i = 0; i < 4; i++) {
      add("a" + i, "doc", "full", Category.SECONDARY, 1020 + i);
    }
    assertThat(sentence())
        .isEqualTo("Only doc, all secondary: 4 regressions up to 2.3% in a3, a2, a1 and 1 more.");

    add("b", "check", "incr-full", Category.PRIMARY, 1010);
    assertThat(sentence())
        .isEqualTo(
            "Mostly doc, mostly secondary: 5 regressions up to 2.3% in a3, a2, a1 and 2 more.");

    add("c", "opt", "incr-full", Category.PRIMARY, 1010);
    assertThat(sentence()).isEqualTo("6 regressions up to 2.3% in a3, a2, a1 and 3 more.");
  }

  @Test
  void theVariantOfABenchmarkIsNamedBeforeItsProfile() {
    add("syn-2.0.1-new-solver", "check", "full", Category.SECONDARY, 1002);
    add("libc-0.2.1-new-solver", "check", "full", Category.SECONDARY, 1003);

    assertThat(sentence())
        .isEqualTo(
            "Tiny, only -new-solver, all secondary: 2 regressions up to 0.3% in libc-new-solver,"
                + " syn-new-solver.");
  }

  @Test
  void improvementsOutweighIfTheyAreMoreAndTwiceAsLarge() {
    add("a", "check", "full", Category.PRIMARY, 980);
    add("b", "check", "full", Category.PRIMARY, 980);
    add("c", "check", "full", Category.PRIMARY, 1020);
    assertThat(sentence())
        .isEqualTo(
            "Improvements outweigh, 2 to 1, up to -2.0% in a; one regression, 2.0% in c check full"
                + " (primary).");

    add("d", "check", "full", Category.SECONDARY, 1001);
    assertThat(sentence())
        .isEqualTo(
            "Both ways: primary 2 better and 1 worse, secondary 1 worse; regressions only check:"
                + " up to 2.0% in c, d.");
  }

  @Test
  void manySmallSecondaryImprovementsDoNotOutweighAPrimaryRegression() {
    add("a", "check", "full", Category.PRIMARY, 1010);
    add("b", "doc", "full", Category.SECONDARY, 950);
    add("c", "doc", "full", Category.SECONDARY, 950);

    assertThat(sentence()).startsWith("Both ways: primary 1 worse, secondary 2 better; ");
  }

  @Test
  void regressionsThatOutweighComeWithTheNumberOfImprovements() {
    add("a", "doc", "full", Category.PRIMARY, 1020);
    add("b", "doc", "full", Category.PRIMARY, 1020);
    add("c", "check", "full", Category.PRIMARY, 999);

    assertThat(sentence())
        .isEqualTo(
            "Only doc, all primary: 2 regressions up to 2.0% in a, b, beside 1 improvement.");
  }

  @Test
  void growthFromZeroHasNoPercentage() {
    add("a", "check", "full", Category.PRIMARY, 1020);
    comparison.add(
        testCase("z", "check", "full"),
        Category.PRIMARY,
        new TestResultComparison(0, 7, THRESHOLD, 0, true));

    assertThat(sentence())
        .isEqualTo("Only check, all primary: 2 regressions, the largest from zero, in z, a.");
  }

  @Test
  void aFurtherMetricIsBrief() {
    add("a", "check", "full", Category.PRIMARY, 1020);
    add("b", "check", "full", Category.PRIMARY, 950);

    assertThat(ScopeSentence.brief(summary(), Markup.NONE))
        .contains("1 better and 1 worse, up to -5.0% in b");
  }

  private void add(
      String benchmark, String profile, String scenario, Category category, double after) {
    comparison.add(
        testCase(benchmark, profile, scenario),
        category,
        new TestResultComparison(
            1000, after, THRESHOLD, Math.abs(after - 1000) / 1000 / THRESHOLD, true));
  }

  private static TestCase testCase(String benchmark, String profile, String scenario) {
    return new TestCase(
        benchmark, profile, scenario, TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET);
  }

  private String sentence() {
    return ScopeSentence.of(summary(), Markup.NONE).orElseThrow();
  }

  private ComparisonSummary summary() {
    return ComparisonSummary.of(comparison.build(), TestCase.DEFAULT_TARGET);
  }
}

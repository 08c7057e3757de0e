package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.artifact;
import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ListedThresholdsTest {

  private static final Sha MERGE = new Sha("b".repeat(40));
  private static final String ELSEWHERE = "aarch64-unknown-linux-gnu";

  private final ListedThresholds thresholds = new ListedThresholds();

  @Test
  void testCasesOfAListedMergeHaveThemWhetherRelevantOrNot() {
    add(
        comparison()
            .primary(1000, 1100)
            .add(Category.PRIMARY, 1000, 1000, 0.25)
            .add(Category.PRIMARY, 1000, 1000, Double.NaN)
            .build());

    assertThat(of("primary-0")).hasValueCloseTo(0.002, within(1e-9));
    assertThat(of("primary-1")).hasValue(0.25);
    assertThat(of("primary-2")).hasValue(Double.NaN);
    assertThat(of("primary-3")).isEmpty();
  }

  @Test
  void aNegativeOneIsNone() {
    add(comparison().primary(1000, 1100).add(Category.PRIMARY, 1000, 1000, -0.5).build());

    assertThat(of("primary-1")).hasValue(Double.NaN);
  }

  @Test
  void thoseOfMergesThatAreNotListedAreNotKept() {
    add(comparison().primary(1000, 1003).build());

    assertThat(of("primary-0")).isEmpty();
  }

  @Test
  void eachMergeHasItsOwnTestCases() {
    Sha next = new Sha("c".repeat(40));
    add(comparison().primary(1000, 1100).build());
    add(
        comparison()
            .between(artifact(MERGE, 2), artifact(next, 3))
            .add(Category.PRIMARY, 1000, 1000, 0.5)
            .add(Category.PRIMARY, 1000, 1000, 0.125)
            .primary(1000, 1100)
            .build());

    assertThat(thresholds.of(next, testCase("primary-0"))).hasValue(0.5);
    assertThat(thresholds.of(next, testCase("primary-1"))).hasValue(0.125);
    assertThat(of("primary-1")).isEmpty();
  }

  @Test
  void thoseOfOtherTargetsAreLeftOut() {
    TestCase elsewhere = new TestCase("serde", "check", "full", "llvm", ELSEWHERE);
    add(
        comparison()
            .primary(1000, 1100)
            .add(
                elsewhere, Category.PRIMARY, new TestResultComparison(1000, 1100, 0.25, 0.4, false))
            .build());

    assertThat(thresholds.of(MERGE, elsewhere)).isEmpty();
  }

  private void add(ArtifactComparison comparison) {
    thresholds.add(
        comparison,
        TestCase.DEFAULT_TARGET,
        ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET));
  }

  private OptionalDouble of(String benchmark) {
    return thresholds.of(MERGE, testCase(benchmark));
  }

  private static TestCase testCase(String benchmark) {
    return new TestCase(
        benchmark, "check", "full", TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET);
  }
}

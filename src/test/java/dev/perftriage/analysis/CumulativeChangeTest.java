package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TestCase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CumulativeChangeTest {

  @Test
  void theGeometricMeanOverPrimaryTestCasesMultipliesFromStepToStep() {
    CumulativeChange cumulative =
        CumulativeChange.of(
            List.of(
                ratios(comparison().primary(100, 200).primary(100, 50).secondary(1, 9).build()),
                ratios(comparison().primary(100, 400).primary(100, 100).build()),
                ratios(comparison().primary(100, 50).primary(100, 50).build())));

    assertThat(cumulative.testCases()).isEqualTo(2);
    assertThat(cumulative.afterStep().get(0)).isCloseTo(0, within(1e-12));
    assertThat(cumulative.afterStep().get(1)).isCloseTo(1, within(1e-12));
    assertThat(cumulative.afterStep().get(2)).isCloseTo(0, within(1e-12));
  }

  @Test
  void aTestCaseThatIsNotComparableAtEveryStepHasNoPart() {
    CumulativeChange cumulative =
        CumulativeChange.of(
            List.of(
                ratios(comparison().primary(100, 110).primary(100, 900).build()),
                ratios(comparison().primary(100, 110).primary(0, 900).build()),
                ratios(comparison().primary(100, 110).primary(100, Double.NaN).build())));

    assertThat(cumulative.testCases()).isEqualTo(1);
    assertThat(cumulative.afterStep().get(2)).isCloseTo(0.331, within(1e-12));
  }

  @Test
  void withoutACommonTestCaseNothingIsSaid() {
    assertThat(CumulativeChange.of(List.of())).isEqualTo(new CumulativeChange(0, List.of()));
    assertThat(
            CumulativeChange.of(
                List.of(
                    ratios(comparison().primary(100, 110).build()),
                    ratios(comparison().primary(100, 0).build()))))
        .isEqualTo(new CumulativeChange(0, List.of()));
  }

  @Test
  void everyComparableTestCaseIsKeptRelevantOrNot() {
    ArtifactComparison facts =
        comparison().primary(1000, 1003).primary(1000, 1000.1).secondary(0, 0).build();

    ComparableTestCases cases = ComparableTestCases.of(facts);

    assertThat(cases.changes()).hasSize(2);
    assertThat(cases.relevant()).hasSize(1);
    assertThat(cases.relevant())
        .isEqualTo(ComparisonSummary.of(facts, TestCase.DEFAULT_TARGET).primary().relevant());
    assertThat(ComparableTestCases.of(facts, "another-target").changes()).isEmpty();
  }

  private static Map<TestCase, Double> ratios(ArtifactComparison comparison) {
    return CumulativeChange.logarithms(comparison, TestCase.DEFAULT_TARGET);
  }
}

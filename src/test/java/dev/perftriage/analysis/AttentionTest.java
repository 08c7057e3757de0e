package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.model.TestCase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which relevant changes make a comparison listed in a triage report.
 *
 * <p>Changes are in thousandths, by a threshold of 2. By instructions, 5 is of magnitude 2, 11 of
 * magnitude 3 and 21 of magnitude 4.
 */
class AttentionTest {

  @ParameterizedTest(name = "primary {0}, secondary {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # nothing relevant
                     |             |
          1          | 1           |
          # a primary change of magnitude 3, a secondary one of magnitude 4
          11         |             | 11
          -11        |             | -11
          5          |             |
                     | 21          | 21
                     | -21         | -21
                     | 11          |
          # only these, where the others are too few to count
          11 5       | 5           | 11
          -11 5      | 21 11       | -11 21
          11         | 11          | 11
          # the primary change that is largest decides, whichever way it went
          -5 11      |             | 11
          # 3 for each primary change and 1 for each secondary one: 9 are enough, and all count
          5 5 5      |             | 5 5 5
          5 5        | 5 5 5       | 5 5 5 5 5
          5          | -5 -5 5 5 5 5 | 5 -5 -5 5 5 5 5
          5 5        | 5 5         |
                     | 5 5 5 5 5 5 5 5 5 | 5 5 5 5 5 5 5 5 5
                     | 5 5 5 5 5 5 5 5   |
          11 5 5     | 5           | 5 5 11 5
          """)
  void byInstructionsOneLargeChangeOrManyAreEnough(
      @Nullable String primary, @Nullable String secondary, @Nullable String grounds) {
    ComparisonSummary summary = summary("instructions:u", primary, secondary);

    assertThat(thousandths(summary.groundsForAttention())).containsExactlyElementsOf(list(grounds));
    assertThat(summary.deservesAttention()).isEqualTo(grounds != null);
  }

  @ParameterizedTest(name = "primary {0}, secondary {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 3 is of magnitude 1, since its absolute size counts half; 5 is of magnitude 2
          3          | 3           |
          5          |             | 5
          5 -5       | 21          | -5 5
                     | 5 -5        | -5 5
          3          | 5           | 5
          """)
  void byAnyOtherMetricThePrimaryChangesDecideAndWithoutThemTheSecondaryOnes(
      @Nullable String primary, @Nullable String secondary, @Nullable String grounds) {
    ComparisonSummary summary = summary("max-rss", primary, secondary);

    assertThat(thousandths(summary.groundsForAttention())).containsExactlyElementsOf(list(grounds));
    assertThat(summary.deservesAttention()).isEqualTo(grounds != null);
  }

  @Test
  void aSummaryWithoutSomeTestCasesIsJudgedByTheOthers() {
    ComparisonSummary summary = summary("instructions:u", "11 5", "21");
    TestCase largestPrimary = summary.primary().largest().orElseThrow().testCase();
    TestCase secondary = summary.secondary().largest().orElseThrow().testCase();

    assertThat(thousandths(summary.without(Set.of(largestPrimary)).groundsForAttention()))
        .containsExactly(21L);
    assertThat(thousandths(summary.without(Set.of(secondary)).groundsForAttention()))
        .containsExactly(11L);
    assertThat(summary.without(Set.of(largestPrimary, secondary)).deservesAttention()).isFalse();
    assertThat(summary.without(Set.of(largestPrimary, secondary)).isQuiet()).isFalse();
  }

  private static ComparisonSummary summary(
      String metric, @Nullable String primary, @Nullable String secondary) {
    Comparisons comparison = comparison().by(metric);
    list(primary).forEach(change -> comparison.primary(1000, 1000.0 + change));
    list(secondary).forEach(change -> comparison.secondary(1000, 1000.0 + change));
    return ComparisonSummary.of(comparison.build(), TestCase.DEFAULT_TARGET);
  }

  private static List<Long> list(@Nullable String changes) {
    return changes == null
        ? List.of()
        : Arrays.stream(changes.split(" ")).map(Long::valueOf).toList();
  }

  private static List<Long> thousandths(List<TestCaseChange> changes) {
    return changes.stream().map(change -> Math.round(change.change() * 1000)).toList();
  }
}

package dev.perftriage.analysis.scope;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.TestCase;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which direction outweighs: by number, by size and among the primary benchmarks. */
class BalanceTest {

  private static final double BEFORE = 1000;

  @ParameterizedTest(name = "primary {0}, secondary {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # changes in percent
          -1 -1       |             | IMPROVEMENTS
          1 1         |             | REGRESSIONS
                      | -1          | IMPROVEMENTS
          # as many is not more, however large they are
          -9 1        |             | NEITHER
          9 -1        |             | NEITHER
          # more, and twice as much
          -1 -1 1     |             | IMPROVEMENTS
          1 1 -1      |             | REGRESSIONS
          -1 -0.9 1   |             | NEITHER
          1 0.9 -1    |             | NEITHER
          # more, but smaller
          -1 -1 4     |             | NEITHER
          1 1 -4      |             | NEITHER
          # the primary benchmarks must not say the opposite
          1           | -1 -1 -1    | NEITHER
          1 -1        | -1 -1 -1    | IMPROVEMENTS
          -1          | 1 1 1       | NEITHER
          -1 1        | 1 1 1       | REGRESSIONS
          # nothing
                      |             | NEITHER
          """)
  void oneDirectionOutweighsOrNeitherDoes(
      @Nullable String primary, @Nullable String secondary, Balance balance) {
    Comparisons comparison = comparison();
    for (double percent : percents(primary)) {
      comparison.primary(BEFORE, BEFORE * (1 + percent / 100));
    }
    for (double percent : percents(secondary)) {
      comparison.secondary(BEFORE, BEFORE * (1 + percent / 100));
    }

    assertThat(Balance.of(ComparisonSummary.of(comparison.build(), TestCase.DEFAULT_TARGET)))
        .isEqualTo(balance);
  }

  private static double[] percents(@Nullable String words) {
    return words == null
        ? new double[0]
        : Arrays.stream(words.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}

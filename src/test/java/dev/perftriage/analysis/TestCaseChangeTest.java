package dev.perftriage.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.model.Category;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCaseChangeTest {

  @Test
  void theLargestStandsFirstThenByNameThenByValue() {
    List<TestCaseChange> ordered =
        List.of(
            change("z", 0, 1),
            change("z", 0, 2),
            change("b", 1000, 900),
            change("a", 1000, 1050),
            change("b", 1000, 1050),
            change("b", 2000, 2100),
            change("b", 1000, 1001));
    List<TestCaseChange> changes = new ArrayList<>(ordered);
    Collections.reverse(changes);

    changes.sort(TestCaseChange.LARGEST_FIRST);

    assertThat(changes).isEqualTo(ordered);
    assertThat(TestCaseChange.LARGEST_FIRST.compare(change("a", 1, 2), change("a", 1, 2))).isZero();
  }

  @ParameterizedTest(name = "{0} to {1} by a threshold of {2}")
  @CsvSource({
    // before, after, threshold, factor, relevant
    "1000, 1010, 0.002, 5,   true",
    "1000, 990,  0.005, 2,   true",
    "1000, 1010, 0.02,  0.5, false",
    "1000, 1010, 0.01,  1,   true",
  })
  void anotherThresholdGivesTheVerdictThatTheSiteWouldGive(
      double before, double after, double threshold, double factor, boolean relevant) {
    TestCaseChange judged = change("a", before, after).judgedBy(threshold, Metric.INSTRUCTIONS);

    assertThat(judged.factor()).isCloseTo(factor, within(1e-9));
    assertThat(judged.isRelevant()).isEqualTo(relevant);
    assertThat(judged.result().significanceThreshold()).isEqualTo(threshold);
    assertThat(judged.change()).isEqualTo(change("a", before, after).change());
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({"1000, 1001, true", "1000, 1000, false", "1000, 999, false", "0, 1, true"})
  void onlyGrowthIsARegression(double before, double after, boolean regression) {
    assertThat(change("a", before, after).isRegression()).isEqualTo(regression);
    assertThat(change("a", before, after).isFromZero()).isEqualTo(before == 0);
  }

  private static TestCaseChange change(String benchmark, double before, double after) {
    return TestCaseChange.of(
        new TestCaseComparison(
            new TestCase(benchmark, "check", "full", "llvm", TestCase.DEFAULT_TARGET),
            new TestResultComparison(before, after, 0.002, 5, true)),
        Category.PRIMARY,
        Metric.INSTRUCTIONS);
  }
}

package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How probable a real change is by those of the others. */
class TryCompanyTest {

  private static final List<String> PROFILES = List.of("check", "debug", "opt", "doc");

  @Test
  void aloneItIsOneInAHundred() {
    TryCompany company = company(1, 0.1);

    assertThat(company.chance(change("own", "check", 1050))).isEqualTo(0.01);
    assertThat(company.others(change("own", "check", 1050))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 0.01", "1, 0.287142857", "2, 0.572857143", "3, 0.6"})
  void theShareOfItsBenchmarkCounts(int moved, double chance) {
    TryCompany company = company(0, 0.1);
    PROFILES.subList(1, 1 + moved).forEach(each -> company.moved(change("own", each, 1050)));

    // Three siblings, and one in a hundred of the others with the weight of half a sibling.
    assertThat(company.chance(change("own", "check", 1050))).isEqualTo(chance, within(1e-9));
    assertThat(company.others(change("own", "check", 1050))).isEqualTo(moved);
  }

  @ParameterizedTest
  @CsvSource({"7, 0.6", "8.1, 0.287142857"})
  void siblingsThatScatterTooMuchToShowItDoNotCount(double change, double chance) {
    TryCompany company = company(0, 1);
    company.moved(change("own", "opt", 1050));

    assertThat(company.chance(change("own", "check", 1000 + change)))
        .isEqualTo(chance, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.01", "5, 0.0357143", "10, 0.0714286"})
  void theShareOfOtherBenchmarksCountsALittle(int moved, double chance) {
    TryCompany company = company(5, 0.1);
    for (int i = 0; i < moved; i++) {
      company.moved(change("other-" + i / 4, PROFILES.get(i % 4), 1050));
    }

    // Of 20 test cases of other benchmarks, with three siblings that did not move.
    assertThat(company.chance(change("own", "check", 1050))).isEqualTo(chance, within(1e-6));
  }

  @Test
  void whatMovedTheOtherWayIsNoCompany() {
    TryCompany company = company(0, 0.1);
    company.moved(change("own", "opt", 950));

    assertThat(company.chance(change("own", "check", 1050))).isEqualTo(0.01);
    assertThat(company.others(change("own", "check", 1050))).isZero();
    assertThat(company.others(change("own", "check", 950))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, true"})
  void twoSiblingsThatAreBackTooMayBeUndone(int back, boolean mayUndo) {
    TryCompany company = company(0, 0.1);
    PROFILES.subList(1, 1 + back).forEach(each -> company.isBack(change("own", each, 1050)));

    assertThat(company.mayUndo(change("own", "check", 1050))).isEqualTo(mayUndo);
    assertThat(company.mayUndo(change("own", "check", 950))).isFalse();
    assertThat(company.mayUndo(change("other-0", "check", 1050))).isFalse();
  }

  /** Four test cases of a benchmark, and of so many others. */
  private static TryCompany company(int others, double spread) {
    Map<TestCase, Segments> all = new LinkedHashMap<>();
    for (int i = -1; i < others; i++) {
      for (String profile : PROFILES) {
        Segments segments = Segments.of(CaseValues.of(new double[] {1000, 1000, 1000}));
        all.put(
            Range.testCase(i < 0 ? "own" : "other-" + i, profile),
            new Segments(segments.values(), segments.all(), spread));
      }
    }
    return new TryCompany(all);
  }

  private static TestCaseChange change(String benchmark, String profile, double after) {
    Comparisons comparison =
        Comparisons.comparison()
            .add(
                Range.testCase(benchmark, profile),
                Category.PRIMARY,
                new TestResultComparison(1000, after, 1e-4, 0, false));
    return ComparisonSummary.of(comparison.build(), TestCase.DEFAULT_TARGET)
        .relevant()
        .findFirst()
        .orElseThrow();
  }
}

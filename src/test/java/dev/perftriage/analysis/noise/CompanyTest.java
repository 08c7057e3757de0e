package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.noise.Company.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who moved together. */
class CompanyTest {

  private static final int MERGES = 50;

  @ParameterizedTest(name = "{0} up and {1} down, {2} elsewhere: {3} for what rose")
  @CsvSource({
    "2, 0, 0, NONE",
    "3, 0, 0, ALONG",
    "0, 3, 0, AGAINST",
    "3, 3, 0, ALONG",
    "2, 2, 0, NONE",
    // 25 elsewhere, in 100 directions at merges: 3 are 1 + 0.25 + 4 × 0.5, 4 more
    "3, 0, 25, NONE",
    "4, 0, 25, ALONG",
    "3, 0, 18, ALONG",
  })
  void moreBenchmarksThanUsualAreAGroup(int up, int down, int elsewhere, Direction direction) {
    Company company = new Company(MERGES);
    for (int i = 0; i < up; i++) {
      company.moved(7, true, Range.testCase("up-" + i));
    }
    for (int i = 0; i < down; i++) {
      company.moved(7, false, Range.testCase("down-" + i));
    }
    for (int i = 0; i < elsewhere; i++) {
      company.moved(8 + i, true, Range.testCase("elsewhere"));
    }
    assertThat(company.isGroup(7)).isEqualTo(direction != Direction.NONE);
    assertThat(company.direction(7, true)).isEqualTo(direction);
    assertThat(company.benchmarks(7, true)).isEqualTo(up);
    assertThat(company.benchmarks(7, false)).isEqualTo(down);
  }

  @Test
  void testCasesOfOneBenchmarkAreNoGroupButSiblings() {
    Company company = new Company(MERGES);
    for (String profile : new String[] {"check", "debug", "opt", "doc"}) {
      company.moved(7, true, Range.testCase("a", profile));
    }
    company.moved(7, false, Range.testCase("a", "doc-json"));
    company.moved(7, true, Range.testCase("b", "check"));

    assertThat(company.isGroup(7)).isFalse();
    assertThat(company.siblings(7, true, Range.testCase("a", "check"))).isEqualTo(3);
    assertThat(company.siblings(7, true, Range.testCase("a", "doc-json"))).isEqualTo(4);
    assertThat(company.siblings(7, false, Range.testCase("a", "check"))).isEqualTo(1);
    assertThat(company.siblings(8, true, Range.testCase("a", "check"))).isZero();
    assertThat(company.others(7, Range.testCase("a", "check"))).isEqualTo(5);
    assertThat(company.others(7, Range.testCase("c", "check"))).isEqualTo(6);
    assertThat(company.others(8, Range.testCase("c", "check"))).isZero();
  }
}

package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where test cases are for a few values, and not again. */
class LoneVisitsTest {

  private static final Company ALONE = new Company(40);

  @ParameterizedTest
  @CsvSource({
    // How many values, how far: at most three values, at least 0.3 % away.
    "1, 3.1, 1",
    "1, 2.9, 0",
    "3, 50, 1",
    "4, 50, 0",
    "1, -50, 1",
  })
  void aFewValuesFarAwayAreAVisit(int length, double away, int count) {
    double[] values = quiet(40);
    Arrays.fill(values, 20, 20 + length, 1000 + away);

    assertThat(LoneVisits.count(segments(values), ALONE)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({"1050, 0", "1035.5, 1", "1034.5, 2", "1000, 1"})
  void whereItIsAgainItIsNotAlone(double other, int count) {
    double[] values = quiet(40);
    values[20] = 1050;
    values[30] = other;

    assertThat(LoneVisits.count(segments(values), ALONE)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({"0", "39"})
  void anEndOfTheSeriesIsNoVisit(int place) {
    double[] values = quiet(40);
    values[place] = 1050;

    assertThat(LoneVisits.count(segments(values), ALONE)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"19, 1", "20, 0", "21, 0", "22, 1"})
  void whatAGroupDidIsNoVisit(int merge, int count) {
    double[] values = quiet(40);
    values[20] = 1050;
    Company company = new Company(40);
    for (String benchmark : List.of("a", "b", "c")) {
      company.moved(merge, true, Range.testCase(benchmark));
    }

    assertThat(LoneVisits.count(segments(values), company)).isEqualTo(count);
  }

  @Test
  void theRateIsThatOfAllValuesOfTestCasesWithTenOrMore() {
    double[] visited = quiet(40);
    visited[20] = 1050;
    double[] shortOne = quiet(9);
    shortOne[5] = 1050;
    double[] ten = quiet(10);
    ten[5] = 1050;

    assertThat(LoneVisits.rate(List.of(segments(visited), segments(quiet(40))), ALONE))
        .isEqualTo(1 / 80.0, within(1e-12));
    assertThat(LoneVisits.rate(List.of(segments(shortOne), segments(ten)), ALONE))
        .isEqualTo(1 / 10.0, within(1e-12));
    assertThat(LoneVisits.rate(List.of(segments(shortOne)), ALONE)).isZero();
  }

  private static double[] quiet(int count) {
    return IntStream.range(0, count).mapToDouble(i -> 1000 + (i % 3) * 0.01).toArray();
  }

  private static Segments segments(double[] values) {
    return Segments.of(CaseValues.of(values));
  }
}

package dev.perftriage.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentageTest {

  @ParameterizedTest
  @CsvSource({"1%, 0.01", "0%, 0", "0.5 %, 0.005", "35%, 0.35", "0.1%, 0.001", "250%, 2.5"})
  void aPercentageIsTheFractionThatItsDigitsSay(String word, double fraction) {
    assertThat(Percentage.fraction(word)).hasValue(fraction);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1%", "+1%", "%", ".5%", "1.%", "1e2%", "1,5%", "1%%", ""})
  void anythingElseIsNone(String word) {
    assertThat(Percentage.fraction(word)).isEmpty();
  }
}

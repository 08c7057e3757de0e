package dev.perftriage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "12, 12",
    "-3, -3",
    "999999999999999, 999999999999999",
    "0.1, 0.1",
    "-0.0046, -0.0046",
    "0.00012, 0.00012",
    "1.2e-7, 0.00000012",
    "12345678.5, 12345678.5",
    "12345678901.25, 12345678901.25",
    "1e16, 10000000000000000",
    "2e-44, 0.00000000000000000000000000000000000000000002"
  })
  void numbersHaveNoExponent(double value, String text) {
    assertThat(ExactNumber.of(value)).isEqualTo(text);
  }

  /** Before JDK 19, Double.toString writes the first as 1.9999999999999998E23. */
  @Test
  void digitsAreThoseOfEveryJava() {
    assertThat(ExactNumber.of(Double.parseDouble("2e23"))).isEqualTo("200000000000000000000000");
    assertThat(ExactNumber.of(Double.parseDouble("8.41e21"))).isEqualTo("8410000000000000000000");
  }

  @Test
  void infinityIsTheWordThatProgramsRead() {
    assertThat(ExactNumber.of(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
    assertThat(ExactNumber.of(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
  }

  @Test
  void whatIsNoNumberHasNoDigits() {
    assertThatThrownBy(() -> ExactNumber.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are no digits of NaN");
  }

  @Test
  void textsReadBackAsTheSameNumberAndNoShorterOneDoes() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double value = Math.scalb(random.nextGaussian(), random.nextInt(80) - 40);

      String text = ExactNumber.of(value);

      assertThat(Double.parseDouble(text)).isEqualTo(value);
      int digits = new BigDecimal(text).stripTrailingZeros().precision();
      double shorter =
          new BigDecimal(value)
              .round(new MathContext(Math.max(1, digits - 1), RoundingMode.HALF_EVEN))
              .doubleValue();
      assertThat(digits == 1 || shorter != value).as(text).isTrue();
    }
  }
}

package dev.perftriage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.MetricUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0.0025, 0.2%",
    "0.0075, 0.8%",
    "-0.0025, -0.2%",
    "0.0035, 0.4%",
    "0.0125, 1.2%",
    "0.0, 0.0%",
    "-0.0, -0.0%",
    "-0.0004, -0.0%",
    "0.0004, 0.0%",
    "-0.1640001, -16.4%",
    "1.0, 100.0%",
    "12345.678, 1234567.8%",
  })
  void roundsPercentagesTiesToEvenAndKeepsTheSignOfZero(double fraction, String printed) {
    assertThat(Numbers.percent(fraction)).isEqualTo(printed);
  }

  @Test
  void roundsTheExactBinaryValueNotItsDecimalText() {
    // 0.35 is 0.34999… in binary, and 0.0045 * 100 is the double below 0.45.
    double fraction = Math.nextDown(0.0035);
    assertThat(fraction * 100).isEqualTo(0.35);
    assertThat(Numbers.percent(fraction)).isEqualTo("0.3%");
    assertThat(Numbers.percent(0.0045)).isEqualTo("0.4%");
  }

  /** What the digits are is defined by the decimal expansion of the exact binary value. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void roundsAsTheExactDecimalExpansionDoes(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double magnitude = Math.scalb(random.nextDouble(), random.nextInt(140) - 75);
      double tie = random.nextInt(1 << 20) / 32.0;
      for (double value : new double[] {magnitude, -magnitude, tie, Math.nextDown(tie), tie / 7}) {
        assertThat(Numbers.factor(value)).isEqualTo(expanded(value, 2) + "x");
        assertThat(Numbers.percent(value)).isEqualTo(expanded(value * 100, 1) + "%");
      }
      long nanoseconds = random.nextLong() >>> random.nextInt(1, 63);
      assertThat(Numbers.duration(nanoseconds)).isEqualTo(expanded(nanoseconds / 1e9, 3) + " s");
    }
    for (double edge : new double[] {0x1p52, 0x1.fffffffffffffp51, 0x1p-11, Double.MIN_VALUE, 0}) {
      assertThat(Numbers.factor(edge)).isEqualTo(expanded(edge, 2) + "x");
    }
  }

  private static String expanded(double value, int decimals) {
    String digits =
        new BigDecimal(Math.abs(value)).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    return Math.copySign(1, value) < 0 ? "-" + digits : digits;
  }

  @Test
  void aChangeFromZeroIsInfinite() {
    assertThat(Numbers.percent(Double.POSITIVE_INFINITY)).isEqualTo("∞%");
    assertThat(Numbers.percent(Double.NEGATIVE_INFINITY)).isEqualTo("-∞%");
    assertThat(Numbers.finePercent(Double.POSITIVE_INFINITY)).isEqualTo("∞%");
  }

  @Test
  void printsADashWhereThereIsNoNumber() {
    assertThat(Numbers.percent(Double.NaN)).isEqualTo("-");
    assertThat(Numbers.factor(Double.NaN)).isEqualTo("-");
    assertThat(Numbers.value(Double.NaN)).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 0",
        "-0.0; 0",
        "0.123456; 0.1235",
        "999.96; 1,000",
        "1e-299; 1E-299",
        "12.5; 12.5",
        "1000; 1,000",
        "646820259.0559974; 646,820,259",
        "-1234567; -1,234,567",
        "-123456; -123,456",
        "1e15; 1,000,000,000,000,000",
        "1000.5; 1,000",
        "1001.5; 1,002",
        "-9.3e18; -9,300,000,000,000,000,000",
      })
  void groupsThousandsOfValues(double value, String printed) {
    assertThat(Numbers.value(value)).isEqualTo(printed);
  }

  @Test
  void sizesAndDurationsCarryTheirUnit() {
    assertThat(Numbers.size(0)).isEqualTo("0 B");
    assertThat(Numbers.size(1023)).isEqualTo("1,023 B");
    assertThat(Numbers.size(1024)).isEqualTo("1.00 KiB");
    assertThat(Numbers.size(163_577_856)).isEqualTo("156.00 MiB");
    assertThat(Numbers.duration(774_198_339_439L)).isEqualTo("774.198 s");
    assertThat(Numbers.factor(3.8785781707003726)).isEqualTo("3.88x");
    assertThat(Numbers.factor(Double.POSITIVE_INFINITY)).isEqualTo("∞x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; BYTES; 0 B",
        "-0.0; BYTES; 0 B",
        "512.5; BYTES; 512.5 B",
        "1023.4; BYTES; 1,023 B",
        "1023.6; BYTES; 1.00 KiB",
        "1024; BYTES; 1.00 KiB",
        "1048570; BYTES; 1023.99 KiB",
        "1048571; BYTES; 1.00 MiB",
        "-1048571; BYTES; -1.00 MiB",
        "1073736000; BYTES; 1023.99 MiB",
        "1073741824; BYTES; 1.00 GiB",
        "1099511627776; BYTES; 1.00 TiB",
        "1.2e18; BYTES; 1091393.64 TiB",
        "0; KIBIBYTES; 0 B",
        "0.5; KIBIBYTES; 512 B",
        "1023.95; KIBIBYTES; 1023.95 KiB",
        "1023.995; KIBIBYTES; 1.00 MiB",
        "-204800; KIBIBYTES; -200.00 MiB",
        "1.2345678; SECONDS; 1.235 s",
        "262.712; MILLISECONDS; 262.7 ms",
        "1234567; NANOSECONDS; 1,234,567 ns",
        "1234567; COUNT; 1,234,567",
        "NaN; BYTES; -",
        "Infinity; KIBIBYTES; ∞",
        "-Infinity; SECONDS; -∞",
      })
  void valuesCarryTheirUnitAndPromoteWhatWouldRoundUpToAFullOne(
      double value, MetricUnit unit, String printed) {
    assertThat(Numbers.value(value, unit)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"tr-TR", "hi-IN-u-nu-deva", "ar-EG-u-nu-arab", "de-DE"})
  void printsTheSameInEveryLocale(String language) {
    Locale former = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      assertThat(Numbers.percent(-0.1234)).isEqualTo("-12.3%");
      assertThat(Numbers.value(1234567)).isEqualTo("1,234,567");
      assertThat(Numbers.counted(2, "Regression")).isEqualTo("2 Regressions");
    } finally {
      Locale.setDefault(former);
    }
  }
}

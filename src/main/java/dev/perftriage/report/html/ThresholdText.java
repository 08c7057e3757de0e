package dev.perftriage.report.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * Significance thresholds as text of three characters each, for a page that has thousands of them.
 *
 * <p>They are rounded to four significant digits, twice as many as the page shows of most. The
 * characters are the digits of a number to base 91: 0 for a test case that a comparison lacks, 1
 * where the site sent no number, 2 for zero, 3 for infinity, and from 4 on 9,000 for each power of
 * ten, the first of which is 10<sup>-41</sup>. {@code data.js} reads them.
 */
final class ThresholdText {

  /** The printable characters of ASCII that JSON in a {@code script} element has as they are. */
  private static final String DIGITS =
      "!#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

  private static final int ABSENT = 0;
  private static final int NOT_A_NUMBER = 1;
  private static final int ZERO = 2;
  private static final int INFINITE = 3;
  private static final int FIRST = 4;

  private static final int PRECISION = 4;
  private static final int LEAST_MANTISSA = 1_000;
  private static final int MANTISSAS = 9_000;
  private static final int LEAST_EXPONENT = -41;
  private static final int MOST_EXPONENT = 41;
  private static final MathContext ROUNDING = new MathContext(PRECISION, RoundingMode.HALF_EVEN);

  private ThresholdText() {}

  /**
   * The three characters of a threshold.
   *
   * @param threshold a fraction, 0 or more, or NaN; empty if a comparison lacks the test case
   */
  static String of(OptionalDouble threshold) {
    int code = threshold.isEmpty() ? ABSENT : code(threshold.getAsDouble());
    int base = DIGITS.length();
    return new String(
        new char[] {
          DIGITS.charAt(code / (base * base)),
          DIGITS.charAt(code / base % base),
          DIGITS.charAt(code % base)
        });
  }

  private static int code(double threshold) {
    if (Double.isNaN(threshold)) {
      return NOT_A_NUMBER;
    }
    if (Double.isInfinite(threshold)) {
      return INFINITE;
    }
    BigDecimal rounded = new BigDecimal(threshold).round(ROUNDING);
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (threshold == 0 || exponent < LEAST_EXPONENT) {
      return ZERO;
    }
    if (exponent > MOST_EXPONENT) {
      return INFINITE;
    }
    int mantissa = rounded.movePointLeft(exponent - PRECISION + 1).intValueExact();
    return FIRST + MANTISSAS * (exponent - LEAST_EXPONENT) + mantissa - LEAST_MANTISSA;
  }
}

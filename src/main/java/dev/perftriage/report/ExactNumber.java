package dev.perftriage.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/** Numbers with all their digits, for programs. */
public final class ExactNumber {

  private ExactNumber() {}

  /**
   * The shortest decimal that reads back as the same number, without an exponent; {@code Infinity}
   * or {@code -Infinity} if it is infinite.
   *
   * @throws IllegalArgumentException if the value is NaN
   */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("there are no digits of " + value);
    }
    if (Double.isInfinite(value)) {
      return Double.toString(value);
    }
    // Double.toString changed in JDK 19; Jackson's own writer is the same on all.
    return new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros().toPlainString();
  }
}

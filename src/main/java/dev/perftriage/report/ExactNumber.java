package dev.perftriage.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/** Numbers with all their digits, for programs. */
public final class ExactNumber {

  private ExactNumber() {}

  /**
   * The shortest decimal that reads back as the same number, without an exponent.
   *
   * @param value finite
   * @throws IllegalArgumentException if the value is not finite
   */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("there are no digits of " + value);
    }
    // Double.toString changed in JDK 19; Jackson's own writer is the same on all.
    return new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros().toPlainString();
  }
}

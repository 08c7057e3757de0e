package dev.perftriage.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/** Numbers with all their digits, for programs and for reckoning on. */
public final class ExactNumber {

  private ExactNumber() {}

  /**
   * The shortest digits that stand for a number, without an exponent.
   *
   * @param value finite
   * @throws IllegalArgumentException where it is not
   */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("there are no digits of " + value);
    }
    // Double.toString changed in JDK 19; Jackson's own writer is the same on all.
    return new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros().toPlainString();
  }
}

package dev.perftriage.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/** Numbers with all their digits, for programs and for reckoning on. */
public final class ExactNumber {

  /** Whole numbers below have few enough digits as they are. */
  private static final double WHOLE_BELOW = 1e15;

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
    if (value == Math.rint(value) && Math.abs(value) < WHOLE_BELOW) {
      return Long.toString((long) value);
    }
    // Double.toString changed in JDK 19; Jackson's own writer is the same on all.
    String shortest = NumberOutput.toString(value, true);
    return shortest.indexOf('E') < 0
        ? shortest
        : new BigDecimal(shortest).stripTrailingZeros().toPlainString();
  }
}

package dev.perftriage.report;

import dev.perftriage.model.MetricUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as the site prints them: the exact binary value rounded, ties to even, in no locale.
 * {@code String.format} rounds ties up and a {@code BigDecimal} alone loses the sign of zero.
 */
public final class Numbers {

  /** The placeholder for a missing number. */
  public static final String NONE = "-";

  private static final int GROUPED_FROM = 1000;
  private static final int MOST_DECIMALS = 9;
  private static final MathContext SMALL_VALUE = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final double KIBIBYTE = 1024;

  /** What is rounded to this many decimals of a unit would be a whole larger unit from here on. */
  private static final double ROUNDED_UP_FROM = KIBIBYTE - 0.005;

  private static final String[] MULTIPLES_OF_BYTES = {"KiB", "MiB", "GiB", "TiB"};
  private static final double NANOSECONDS_PER_SECOND = 1e9;

  /** The number of fraction bits in a double's significand. */
  private static final int SIGNIFICAND_BITS = 52;

  /** From this value on, every double is an integer. */
  private static final double WHOLE_FROM = 0x1p52;

  private static final long[] POWERS_OF_TEN = {1, 10, 100, 1000};

  private Numbers() {}

  /**
   * A fraction as a percentage with one decimal, such as {@code -0.2%}; {@code ∞%} if infinite,
   * {@code -} for NaN. A negative value that rounds to zero keeps its sign.
   */
  public static String percent(double fraction) {
    return percent(fraction, 1);
  }

  /** A fraction as a percentage with two decimals, for values too small for {@link #percent}. */
  public static String finePercent(double fraction) {
    return percent(fraction, 2);
  }

  private static String percent(double fraction, int decimals) {
    double percent = fraction * 100;
    if (Double.isNaN(percent)) {
      return NONE;
    }
    return (Double.isInfinite(percent) ? infinite(percent) : fixed(percent, decimals)) + "%";
  }

  /** A pair of fractions as a range of percentages, such as {@code [-16.4%, 2.9%]}. */
  public static String range(double smallest, double largest) {
    return "[" + percent(smallest) + ", " + percent(largest) + "]";
  }

  /** A significance factor, such as {@code 3.88x}; {@code ∞x} if infinite, {@code -} for NaN. */
  public static String factor(double ratio) {
    if (Double.isNaN(ratio)) {
      return NONE;
    }
    return (Double.isInfinite(ratio) ? "∞" : fixed(ratio, 2)) + "x";
  }

  /**
   * A measured value with its unit, bytes and kibibytes scaled as by {@link #size(long)};
   * infinities and {@code -} for NaN have no unit.
   */
  public static String value(double value, MetricUnit unit) {
    if (unit == MetricUnit.COUNT || !Double.isFinite(value)) {
      return value(value);
    }
    return switch (unit) {
      case BYTES -> scaled(value);
      case KIBIBYTES -> scaled(value * KIBIBYTE);
      default -> value(value) + " " + unit.symbol();
    };
  }

  /**
   * A number without a unit: below 1,000 with four significant digits, otherwise rounded to an
   * integer with grouped thousands; {@code -} for NaN.
   */
  public static String value(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? NONE : infinite(value);
    }
    if (Math.abs(value) >= GROUPED_FROM && Math.abs(value) < Long.MAX_VALUE) {
      return grouped(Long.toString((long) Math.rint(value)));
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded = exact.round(SMALL_VALUE).stripTrailingZeros();
    if (Math.abs(rounded.doubleValue()) >= GROUPED_FROM) {
      return grouped(exact.setScale(0, RoundingMode.HALF_EVEN).toPlainString());
    }
    return rounded.scale() > MOST_DECIMALS ? rounded.toString() : rounded.toPlainString();
  }

  /**
   * A size in bytes, in the largest of B, KiB, MiB, GiB and TiB of which it is one or more when
   * rounded: two decimals, bytes as by {@link #value(double)}.
   */
  public static String size(long bytes) {
    return scaled((double) bytes);
  }

  private static String scaled(double bytes) {
    if (Math.abs(Math.rint(bytes)) < KIBIBYTE) {
      return value(bytes) + " B";
    }
    double amount = bytes / KIBIBYTE;
    int multiple = 0;
    while (Math.abs(amount) >= ROUNDED_UP_FROM && multiple + 1 < MULTIPLES_OF_BYTES.length) {
      amount /= KIBIBYTE;
      multiple++;
    }
    return fixed(amount, 2) + " " + MULTIPLES_OF_BYTES[multiple];
  }

  /** A duration given in nanoseconds, as seconds. */
  public static String duration(long nanoseconds) {
    return fixed(nanoseconds / NANOSECONDS_PER_SECOND, 3) + " s";
  }

  /** {@code 1 Regression}, {@code 2 Regressions}. */
  public static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String infinite(double value) {
    return value > 0 ? "∞" : "-∞";
  }

  private static String fixed(double value, int decimals) {
    String digits =
        Math.abs(value) < WHOLE_FROM
            ? fixedBinary(Math.abs(value), decimals)
            : new BigDecimal(Math.abs(value))
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    boolean negative = Math.copySign(1, value) < 0;
    return negative ? "-" + digits : digits;
  }

  /**
   * Rounds exactly without a {@code BigDecimal}, which is much slower: with up to three decimals,
   * the significand times the power of ten fits into a long, and the remainder of the division by a
   * power of two decides the rounding.
   *
   * @param value at least 0, less than {@link #WHOLE_FROM}
   * @param decimals from 1 to 3
   */
  private static String fixedBinary(double value, int decimals) {
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT);
    int shift = SIGNIFICAND_BITS - exponent;
    long power = POWERS_OF_TEN[decimals];
    long units = 0;
    // With a larger shift, the value is less than half a unit.
    if (shift < Long.SIZE) {
      long significand = (long) Math.scalb(value, shift);
      long product = significand * power;
      units = product >> shift;
      long rest = product - (units << shift);
      long half = 1L << (shift - 1);
      if (rest > half || (rest == half && units % 2 != 0)) {
        units++;
      }
    }
    String fraction = Long.toString(power + units % power).substring(1);
    return units / power + "." + fraction;
  }

  /** By hand: with Java's formatter, drawing a chart of 5,000 test cases takes twice as long. */
  private static String grouped(String digits) {
    StringBuilder grouped = new StringBuilder(digits);
    int first = digits.startsWith("-") ? 1 : 0;
    for (int at = digits.length() - 3; at > first; at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }
}

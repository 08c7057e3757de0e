package dev.perftriage.analysis;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percentages in options. */
public final class Percentage {

  private static final Pattern WORD = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,12})?)\\s*%");

  private Percentage() {}

  /** The fraction, exactly as its literal: {@code 1%} is 0.01; empty if it is not a percentage. */
  public static OptionalDouble fraction(String word) {
    Matcher percentage = WORD.matcher(word);
    return percentage.matches()
        ? OptionalDouble.of(new BigDecimal(percentage.group(1)).movePointLeft(2).doubleValue())
        : OptionalDouble.empty();
  }
}

package dev.perftriage.log;

import java.util.OptionalInt;

/**
 * A number that a log states.
 *
 * @param value the number; empty for the placeholder {@code ???}
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
public record StatedNumber(OptionalInt value, int start, int end) {

  /** Whether it equals a number. */
  public boolean is(int number) {
    return value.isPresent() && value.getAsInt() == number;
  }

  /** The number for messages. */
  public String words() {
    return value.isPresent() ? Integer.toString(value.getAsInt()) : "???";
  }
}

package dev.perftriage.report.html;

import dev.perftriage.report.ExactNumber;
import java.util.HexFormat;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Writes compact JSON for a {@code script} element: no text in it can end the element, and it has
 * no control characters.
 */
final class PageJson {

  private static final double MOST_DIGITS = 1e15;

  private final StringBuilder out = new StringBuilder();
  private boolean isFirst = true;

  PageJson beginObject() {
    return begin('{');
  }

  PageJson endObject() {
    return end('}');
  }

  PageJson beginArray() {
    return begin('[');
  }

  PageJson endArray() {
    return end(']');
  }

  /** The name of an object's next value. */
  PageJson name(String name) {
    text(name);
    out.append(':');
    isFirst = true;
    return this;
  }

  PageJson text(String text) {
    separate();
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one == '"' || one == '\\') {
        out.append('\\').append(one);
      } else if (one == '<' || Character.isISOControl(one)) {
        out.append("\\u").append(HexFormat.of().toHexDigits(one));
      } else {
        out.append(one);
      }
    }
    out.append('"');
    return this;
  }

  PageJson texts(List<String> texts) {
    beginArray();
    texts.forEach(this::text);
    return endArray();
  }

  PageJson integer(int value) {
    separate();
    out.append(value);
    return this;
  }

  PageJson integers(IntStream values) {
    beginArray();
    values.forEach(this::integer);
    return endArray();
  }

  /** Numbers with all their digits; {@code null} for one that is not finite. */
  PageJson numbers(DoubleStream values) {
    beginArray();
    for (PrimitiveIterator.OfDouble each = values.iterator(); each.hasNext(); ) {
      separate();
      out.append(digits(each.nextDouble()));
    }
    return endArray();
  }

  /** All digits of a number; {@code null} if it is not finite. */
  static String digits(double value) {
    if (!Double.isFinite(value)) {
      return "null";
    }
    return isWhole(value) ? Long.toString((long) value) : ExactNumber.of(value);
  }

  /** Whether a number is an integer that JSON and JavaScript hold exactly. */
  static boolean isWhole(double value) {
    return Math.abs(value) < MOST_DIGITS && value == Math.rint(value);
  }

  private PageJson begin(char bracket) {
    separate();
    out.append(bracket);
    isFirst = true;
    return this;
  }

  private PageJson end(char bracket) {
    out.append(bracket);
    isFirst = false;
    return this;
  }

  private void separate() {
    if (!isFirst) {
      out.append(',');
    }
    isFirst = false;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

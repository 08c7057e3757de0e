package dev.perftriage.source.wire;

/** The beginning of a foreign text, for use in a message. */
public final class TextExcerpt {

  private TextExcerpt() {}

  /** The text on one line, cut after {@code length} characters. */
  public static String of(String text, int length) {
    String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.codePointCount(0, line.length()) <= length
        ? line
        : line.substring(0, line.offsetByCodePoints(0, length)) + "…";
  }
}

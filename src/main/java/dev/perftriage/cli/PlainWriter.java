package dev.perftriage.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes text to a terminal without letting it control the terminal: control characters other than
 * line breaks and tabs, and characters that change the direction of text, become spaces.
 */
final class PlainWriter extends FilterWriter {

  private static final char ESCAPE = '\u001b';

  private static final String WINDOWS_LINE_END = "\r\n";

  private final boolean keepsColors;

  /** Writes to {@code out}; colors are sequences such as {@code ESC[1;31m}. */
  PlainWriter(Writer out, boolean keepsColors) {
    super(out);
    this.keepsColors = keepsColors;
  }

  @Override
  public void write(int c) throws IOException {
    super.write(isPlain((char) c) ? c : ' ');
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    write(new String(text, from, length), 0, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    int end = from + length;
    int written = from;
    int at = from;
    while (at < end) {
      int color = keepsColors ? colorLength(text, at, end) : 0;
      if (color == 0 && !isPlain(text.charAt(at)) && !text.startsWith(WINDOWS_LINE_END, at)) {
        super.write(text, written, at - written);
        super.write(' ');
        written = at + 1;
      }
      at += Math.max(1, color);
    }
    super.write(text, written, end - written);
  }

  /** The length of the sequence that sets a color; 0 if there is none. */
  private static int colorLength(String text, int from, int end) {
    if (text.charAt(from) != ESCAPE || from + 1 >= end || text.charAt(from + 1) != '[') {
      return 0;
    }
    int at = from + 2;
    while (at < end && (Character.digit(text.charAt(at), 10) >= 0 || text.charAt(at) == ';')) {
      at++;
    }
    return at < end && text.charAt(at) == 'm' ? at + 1 - from : 0;
  }

  private static boolean isPlain(char c) {
    if (c < 0x7F) {
      return c >= ' ' || c == '\n' || c == '\t';
    }
    return c > 0x9F
        && c != '\u061C'
        && (c < '\u200E' || c > '\u2069' || !isDirectionOrLineBreak(c));
  }

  /** Whether it is a mark, an embedding, an override or an isolate, or ends a line or paragraph. */
  private static boolean isDirectionOrLineBreak(char c) {
    return c <= '\u200F' || (c >= '\u2028' && c <= '\u202E') || c >= '\u2066';
  }
}

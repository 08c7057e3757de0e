package dev.perftriage.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the program's marks as ASCII, one character for each, to a terminal whose locale has no
 * UTF-8. Nothing else is replaced.
 */
final class AsciiMarks extends FilterWriter {

  private static final String MARKS = "●↺↩○◐▲▼▸▾";
  private static final String REPLACEMENTS = "*<~o%^v>v";

  private AsciiMarks(Writer out) {
    super(out);
  }

  /**
   * Writes to a terminal.
   *
   * @param environment environment variables; without any of a locale, the terminal is taken to
   *     have UTF-8
   */
  static Writer on(Writer terminal, Map<String, String> environment) {
    boolean hasUtf8 =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(locale -> !locale.isEmpty())
            .findFirst()
            .map(locale -> locale.matches("(?i).*utf-?8.*"))
            .orElse(true);
    return hasUtf8 ? terminal : new AsciiMarks(terminal);
  }

  @Override
  public void write(int c) throws IOException {
    super.write(replaced((char) c));
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    write(new String(text, from, length), 0, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    StringBuilder ascii = new StringBuilder(length);
    for (int at = from; at < from + length; at++) {
      ascii.append(replaced(text.charAt(at)));
    }
    super.write(ascii.toString(), 0, length);
  }

  private static char replaced(char c) {
    int at = MARKS.indexOf(c);
    return at < 0 ? c : REPLACEMENTS.charAt(at);
  }
}

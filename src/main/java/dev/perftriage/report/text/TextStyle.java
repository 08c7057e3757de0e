package dev.perftriage.report.text;

/**
 * How text output looks.
 *
 * @param color whether to colour it with ANSI escape sequences
 * @param width the widest a table may be, in columns; {@link #UNLIMITED} where nothing limits it
 */
public record TextStyle(boolean color, int width) {

  /** No limit: the output goes to a file or a pipe. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  String bold(String text) {
    return paint(text, "1");
  }

  String faint(String text) {
    return paint(text, "2");
  }

  String regression(String text) {
    return paint(text, "31");
  }

  String improvement(String text) {
    return paint(text, "32");
  }

  private String paint(String text, String code) {
    return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}

package dev.perftriage.cli;

import dev.perftriage.report.text.TextStyle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of standard output.
 *
 * @param interactive whether it is a terminal
 * @param columns its width in columns; {@link TextStyle#UNLIMITED} for a file or a pipe
 */
record Terminal(boolean interactive, int columns) {

  private static final int USUAL_COLUMNS = 80;

  /**
   * Determines the properties of standard output.
   *
   * @param measured its width as text; null or not a number if unknown
   * @param environment environment variables; {@code COLUMNS} takes precedence, even for a file or
   *     a pipe
   */
  static Terminal of(
      boolean interactive, @Nullable String measured, Map<String, String> environment) {
    int columns = interactive ? positive(measured, USUAL_COLUMNS) : TextStyle.UNLIMITED;
    return new Terminal(interactive, positive(environment.get("COLUMNS"), columns));
  }

  private static int positive(@Nullable String number, int otherwise) {
    boolean isOne = number != null && number.matches("[1-9]\\d{0,5}");
    return isOne ? Integer.parseInt(number) : otherwise;
  }
}

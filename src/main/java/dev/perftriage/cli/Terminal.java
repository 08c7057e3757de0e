package dev.perftriage.cli;

import dev.perftriage.report.text.TextStyle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What standard output is.
 *
 * @param interactive whether a person looks at it
 * @param columns how wide it is; {@link TextStyle#UNLIMITED} for a file or a pipe
 */
record Terminal(boolean interactive, int columns) {

  private static final int USUAL_COLUMNS = 80;

  /**
   * Standard output as far as it is known.
   *
   * @param measured its width as text; null or no number where unknown
   * @param environment {@code COLUMNS} in it wins, even for a file or a pipe
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

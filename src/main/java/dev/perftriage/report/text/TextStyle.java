package dev.perftriage.report.text;

import dev.perftriage.report.TextWidth;
import dev.perftriage.report.VerdictMark;
import dev.perftriage.report.document.Table.TableRow.Tone;
import java.util.function.UnaryOperator;

/**
 * The colour and width of text output.
 *
 * @param color whether to colour it with ANSI escape sequences
 * @param width the maximum width in columns; {@link #UNLIMITED} for no limit
 */
public record TextStyle(boolean color, int width) {

  /** No limit: the output goes to a file or a pipe. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Paints a row of a tone. */
  UnaryOperator<String> paint(Tone tone) {
    return switch (tone) {
      case PLAIN -> UnaryOperator.identity();
      case REGRESSION -> text -> paint(text, "31");
      case IMPROVEMENT -> text -> paint(text, "32");
      case TOTAL -> this::bold;
    };
  }

  /** The mark of a verdict and a space, as in charts and on the page; a file or pipe has none. */
  String mark(VerdictMark mark) {
    return width == UNLIMITED ? "" : mark.symbol() + " ";
  }

  String bold(String text) {
    return paint(text, "1");
  }

  String faint(String text) {
    return paint(text, "2");
  }

  /** A sentence wrapped between words; every line ends with a newline. */
  public String wrapped(String sentence) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (String word : sentence.split(" ", -1)) {
      int length = TextWidth.of(word);
      if (column > 0 && column + 1 + length > width) {
        out.append('\n');
        column = 0;
      }
      out.append(column > 0 ? " " : "").append(word);
      column += (column > 0 ? 1 : 0) + length;
    }
    return out.append('\n').toString();
  }

  private String paint(String text, String code) {
    return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}

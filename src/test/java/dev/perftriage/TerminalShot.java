package dev.perftriage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws what a terminal shows as SVG, the same on every machine. */
final class TerminalShot {

  /** The lines of a shot are drawn on a grid of cells of this size, in pixels. */
  private static final double CELL_WIDTH = 7.8;

  private static final int CELL_HEIGHT = 18;
  private static final int MARGIN = 16;

  private static final String PLAIN = "";

  /** Colours on the dark background, by the code of the ANSI escape sequence. */
  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "1", " fill=\"#ffffff\" font-weight=\"bold\"",
          "2", " fill=\"#8b949e\"",
          "31", " fill=\"#ff7b72\"",
          "32", " fill=\"#56d364\"");

  private static final Pattern RUN =
      Pattern.compile(
          "\u001b\\[(?<code>\\d+)m(?<painted>[^\u001b]*)\u001b\\[0m|(?<text>[^\u001b]+)");

  private final StringBuilder svg = new StringBuilder();

  private TerminalShot() {}

  /**
   * A shot of a terminal.
   *
   * @param columns the terminal's width
   * @param output the lines it shows, with ANSI escape sequences
   */
  static String of(int columns, List<String> output) {
    List<String> lines = output.stream().flatMap(line -> rows(columns, line)).toList();
    TerminalShot shot = new TerminalShot();
    double width = 2 * MARGIN + columns * CELL_WIDTH;
    int height = 2 * MARGIN + lines.size() * CELL_HEIGHT;
    shot.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.1f\" height=\"%d\""
            + " viewBox=\"0 0 %.1f %d\" font-size=\"13\" font-family=\"ui-monospace, Menlo,"
            + " Consolas, 'DejaVu Sans Mono', monospace\" fill=\"#e6edf3\">\n",
        width, height, width, height);
    shot.add("<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"#0d1117\"/>\n");
    for (int row = 0; row < lines.size(); row++) {
      shot.draw(lines.get(row), MARGIN + row * CELL_HEIGHT + CELL_HEIGHT * 3 / 4);
    }
    return shot.svg.append("</svg>\n").toString();
  }

  /** A terminal breaks a line that is too long anywhere; painted lines fit. */
  private static Stream<String> rows(int columns, String line) {
    int rows = line.contains("\u001b") ? 1 : Math.max(1, (line.length() - 1) / columns + 1);
    return rows == 1
        ? Stream.of(line)
        : IntStream.range(0, rows)
            .mapToObj(
                row -> line.substring(row * columns, Math.min(line.length(), (row + 1) * columns)));
  }

  private void draw(String line, int baseline) {
    int column = 0;
    Matcher runs = RUN.matcher(line);
    while (runs.find()) {
      boolean isPainted = runs.group("code") != null;
      String text = isPainted ? runs.group("painted") : runs.group("text");
      String attributes = isPainted ? ATTRIBUTES.get(runs.group("code")) : PLAIN;
      int length = text.codePointCount(0, text.length());
      if (!text.isBlank()) {
        add(
            "<text xml:space=\"preserve\" x=\"%.1f\" y=\"%d\" textLength=\"%.1f\"%s>%s</text>\n",
            MARGIN + column * CELL_WIDTH,
            baseline,
            length * CELL_WIDTH,
            attributes,
            text.replace("&", "&amp;").replace("<", "&lt;"));
      }
      column += length;
    }
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}

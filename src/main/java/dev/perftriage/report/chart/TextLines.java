package dev.perftriage.report.chart;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph, broken into lines that fit.
 *
 * @param lines the lines, at least one
 * @param height the height of all lines, in pixels
 */
record TextLines(List<String> lines, double height) {

  private static final double LINE_HEIGHT = 1.25;

  TextLines {
    lines = List.copyOf(lines);
  }

  /** Breaks a paragraph at spaces; a word wider than the line is cut in its middle. */
  static TextLines of(String paragraph, Font font, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : paragraph.strip().split(" +", -1)) {
      String fitting = ChartFonts.fitted(word, font, width);
      String longer = line.isEmpty() ? fitting : line + " " + fitting;
      if (ChartFonts.width(longer, font) > width) {
        lines.add(line);
        longer = fitting;
      }
      line = longer;
    }
    lines.add(line);
    return new TextLines(lines, lines.size() * LINE_HEIGHT * font.getSize2D());
  }
}

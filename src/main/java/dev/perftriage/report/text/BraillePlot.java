package dev.perftriage.report.text;

import dev.perftriage.analysis.noise.CaseLevels.Step;
import dev.perftriage.report.LevelReport.CaseLine;
import dev.perftriage.report.LevelReport.Point;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.LevelSentences;
import dev.perftriage.report.prose.Markup;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The values of one test case as a plot of braille signs, two by four dots each. Merges without a
 * measurement stay blank, and interpolated values are not drawn.
 */
final class BraillePlot {

  private static final int ROWS = 8;
  private static final int LABEL = 9;
  private static final int DOTS_ACROSS = 2;
  private static final int DOTS_DOWN = 4;
  private static final int NARROWEST = 20;
  private static final char BLANK = '\u2800';

  /** The bit of each dot in a braille sign, by row and column. */
  private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  private final CaseLine line;
  private final double lowest;
  private final double highest;
  private final int columns;
  private final int[][] cells;

  /**
   * A plot of at least one measured value.
   *
   * @param width the available columns, with the labels
   */
  BraillePlot(CaseLine line, int width) {
    this.line = line;
    this.columns = Math.max(NARROWEST, width - LABEL - 1);
    this.cells = new int[ROWS][columns];
    DoubleSummaryStatistics values =
        line.points().stream()
            .filter(Point::isMeasured)
            .mapToDouble(Point::value)
            .summaryStatistics();
    this.lowest = values.getMin();
    this.highest = values.getMax();
  }

  /** The plot with its labels; every line ends with a newline. */
  String render() {
    List<Point> points = line.points();
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).isMeasured()) {
        draw(points.get(i).value(), dotOf(i), Math.max(dotOf(i) + 1, dotOf(i + 1)));
      }
    }
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      String label = row == 0 ? label(highest) : row == ROWS - 1 ? label(lowest) : "";
      out.append(padded(label)).append(label.isEmpty() ? '│' : '┤');
      StringBuilder signs = new StringBuilder();
      for (int cell : cells[row]) {
        signs.append(cell == 0 ? ' ' : (char) (BLANK + cell));
      }
      out.append(signs.toString().stripTrailing()).append('\n');
    }
    return out.append(axis()).append(ends()).toString();
  }

  private void draw(double value, int from, int to) {
    int down = DOTS_DOWN * ROWS - 1;
    double share = highest > lowest ? (highest - value) / (highest - lowest) : 0.5;
    int y = (int) Math.round(share * down);
    for (int x = from; x < to; x++) {
      cells[y / DOTS_DOWN][x / DOTS_ACROSS] |= BITS[y % DOTS_DOWN][x % DOTS_ACROSS];
    }
  }

  /** The first dot of a merge's place, counted from the left. */
  private int dotOf(int merge) {
    int dots = DOTS_ACROSS * columns;
    return (int) Math.min(dots - 1L, (long) merge * dots / line.points().size());
  }

  /** The axis, with marks where the level changed and stayed. */
  private String axis() {
    StringBuilder axis = new StringBuilder("─".repeat(columns));
    for (Step step : line.levels().steps()) {
      if (step.isLasting()) {
        axis.setCharAt(dotOf(step.merge()) / DOTS_ACROSS, step.change() > 0 ? '▲' : '▼');
      }
    }
    return padded("") + '└' + axis + '\n';
  }

  private String ends() {
    String first = LevelSentences.named(line.first(), Markup.SHORT_LINE);
    String last = LevelSentences.named(line.last(), Markup.SHORT_LINE);
    int gap = columns - first.length() - last.length();
    return padded("") + ' ' + first + (gap > 0 ? " ".repeat(gap) + last : "") + '\n';
  }

  /** A value as a change from the first level, or as it is if that level is zero. */
  private String label(double value) {
    double first = line.levels().levels().get(0).value();
    if (first == 0) {
      return Numbers.value(value);
    }
    double relative = value / first - 1;
    return (relative > 0 ? "+" : "") + Numbers.finePercent(relative);
  }

  private static String padded(String label) {
    return " ".repeat(Math.max(0, LABEL - label.length() - 1)) + label + ' ';
  }
}

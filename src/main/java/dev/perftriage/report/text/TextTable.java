package dev.perftriage.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A table of aligned columns without rules. Where it is too wide, columns of words are cut short,
 * and then the columns that can be done without are left out, the last one first.
 */
public final class TextTable {

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<Column> columns;
  private final List<Row> rows = new ArrayList<>();

  /** A table without rows yet. */
  public TextTable(Column... columns) {
    this.columns = List.of(columns);
  }

  /** Adds a row, its cells one a column; the paint goes over the padded line. */
  public void row(UnaryOperator<String> paint, String... cells) {
    rows.add(new Row(paint, List.of(cells)));
  }

  /** Adds an unpainted row. */
  public void row(String... cells) {
    row(UnaryOperator.identity(), cells);
  }

  /** The table, its header faint, every line ending with a newline. */
  public String render(TextStyle style) {
    int[] widths = fitted(style.width());
    StringBuilder out = new StringBuilder();
    List<String> header = columns.stream().map(Column::name).toList();
    appendLine(out, new Row(style::faint, header), widths);
    rows.forEach(row -> appendLine(out, row, widths));
    return out.toString();
  }

  /** The columns' widths; zero for a column that is left out. */
  private int[] fitted(int limit) {
    int[] widths = new int[columns.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = columns.get(column).name().length();
      for (Row row : rows) {
        String cell = row.cells.get(column);
        widths[column] = Math.max(widths[column], cell.codePointCount(0, cell.length()));
      }
    }
    for (int widest = 0; widest >= 0 && total(widths) > limit; ) {
      widest = widestShrinkable(widths);
      if (widest >= 0) {
        widths[widest]--;
      }
    }
    for (int column = widths.length - 1; column > 0 && total(widths) > limit; column--) {
      if (columns.get(column).optional()) {
        widths[column] = 0;
      }
    }
    return widths;
  }

  private static int total(int[] widths) {
    int total = -GAP.length();
    for (int width : widths) {
      total += width == 0 ? 0 : width + GAP.length();
    }
    return total;
  }

  private int widestShrinkable(int[] widths) {
    int widest = -1;
    for (int column = 0; column < widths.length; column++) {
      boolean shrinks = columns.get(column).shrinks() && widths[column] > NARROWEST;
      if (shrinks && (widest < 0 || widths[column] > widths[widest])) {
        widest = column;
      }
    }
    return widest;
  }

  private void appendLine(StringBuilder out, Row row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      if (widths[column] == 0) {
        continue;
      }
      String cell = shortened(row.cells.get(column), widths[column]);
      String padding = " ".repeat(widths[column] - cell.codePointCount(0, cell.length()));
      boolean left = columns.get(column).left();
      line.append(column == 0 ? "" : GAP);
      line.append(left ? cell + padding : padding + cell);
    }
    out.append(row.paint.apply(line.toString().stripTrailing())).append('\n');
  }

  private static String shortened(String cell, int width) {
    return cell.codePointCount(0, cell.length()) <= width
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
  }

  /**
   * A column.
   *
   * @param name its header
   * @param left whether its cells stand at its left edge; at the right one otherwise
   * @param shrinks whether its cells may be cut short to fit the terminal
   * @param optional whether it may be left out to fit the terminal
   */
  public record Column(String name, boolean left, boolean shrinks, boolean optional) {

    /** A column of words, which may be cut short. */
    public static Column words(String name) {
      return new Column(name, true, true, false);
    }

    /** A column of words that are never cut short. */
    public static Column label(String name) {
      return new Column(name, true, false, false);
    }

    /** A column of numbers. */
    public static Column number(String name) {
      return new Column(name, false, false, false);
    }

    static Column optionalNumber(String name) {
      return new Column(name, false, false, true);
    }
  }

  private record Row(UnaryOperator<String> paint, List<String> cells) {}
}

package dev.perftriage.report.text;

import dev.perftriage.report.document.Column;
import dev.perftriage.report.document.Column.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A table of aligned columns without rules. If it is too wide, names are cut short; if that is not
 * enough, columns of details are left out, the last one first.
 */
public final class TextTable {

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<Column> columns;
  private final List<Row> rows = new ArrayList<>();

  /** A table without rows yet. */
  public TextTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row with a cell for each column; the paint is applied to the padded line. */
  void row(UnaryOperator<String> paint, List<String> cells) {
    rows.add(new Row(paint, List.copyOf(cells)));
  }

  /** Adds an unpainted row with a cell for each column. */
  public void row(String... cells) {
    row(UnaryOperator.identity(), List.of(cells));
  }

  /** The table, its header faint, every line ending with a newline. */
  public String render(TextStyle style) {
    int[] widths = fitted(style.width());
    StringBuilder out = new StringBuilder();
    List<String> header = columns.stream().map(Column::shortName).toList();
    appendLine(out, new Row(style::faint, header), widths);
    rows.forEach(row -> appendLine(out, row, widths));
    return out.toString();
  }

  /** The columns' widths; 0 for a column that is left out. */
  private int[] fitted(int limit) {
    int[] widths = new int[columns.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = columns.get(column).shortName().length();
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
      if (columns.get(column).role() == Role.DETAIL) {
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
      boolean shrinks = columns.get(column).role() == Role.NAME && widths[column] > NARROWEST;
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
      boolean left = columns.get(column).isText();
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

  private record Row(UnaryOperator<String> paint, List<String> cells) {}
}

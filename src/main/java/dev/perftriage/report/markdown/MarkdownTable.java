package dev.perftriage.report.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * A pipe table whose source reads as a table: cells padded to the widest of their column. Cells are
 * Markdown already; {@link MarkdownText} makes them safe.
 */
final class MarkdownTable {

  private static final String WIDE_SIGNS = "❌✅";

  private final List<List<String>> rows = new ArrayList<>();
  private final String rulePattern;

  private MarkdownTable(String rulePattern, List<String> header) {
    this.rulePattern = rulePattern;
    rows.add(List.copyOf(header));
  }

  /** A table of centred columns. */
  static MarkdownTable centred(List<String> header) {
    return new MarkdownTable(":-:", header);
  }

  /** A table of plain columns. */
  static MarkdownTable plain(List<String> header) {
    return new MarkdownTable("---", header);
  }

  /** Adds a row with a cell for each column. */
  void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** The table, every line of it ending with a newline. */
  String render() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    StringBuilder table = new StringBuilder();
    appendRow(table, rows.get(0), widths);
    for (int width : widths) {
      table.append('|').append(rulePattern.charAt(0));
      table.append(rulePattern.substring(1, 2).repeat(width)).append(rulePattern.charAt(2));
    }
    table.append("|\n");
    rows.stream().skip(1).forEach(row -> appendRow(table, row, widths));
    return table.toString();
  }

  private static void appendRow(StringBuilder table, List<String> row, int[] widths) {
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      table.append("| ").append(cell).append(" ".repeat(widths[column] - width(cell) + 1));
    }
    table.append("|\n");
  }

  private static int width(String cell) {
    int width = cell.codePointCount(0, cell.length());
    for (int i = 0; i < cell.length(); i++) {
      width += WIDE_SIGNS.indexOf(cell.charAt(i)) < 0 ? 0 : 1;
    }
    return width;
  }
}

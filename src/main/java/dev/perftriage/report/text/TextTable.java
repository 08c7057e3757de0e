package dev.perftriage.report.text;

import dev.perftriage.report.TextWidth;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableColumn.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of aligned columns without rules. If it is too wide, the detail columns are left out; if
 * that is not enough, names are truncated, and then minor columns are left out, last one first.
 */
public final class TextTable {

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<TableColumn> columns;
  private final List<Line> rows = new ArrayList<>();

  /** A table without rows yet. */
  public TextTable(List<TableColumn> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row with a cell for each column; the paint is applied to the padded line. */
  void row(UnaryOperator<String> paint, List<String> cells) {
    rows.add(new Line(paint, List.copyOf(cells)));
  }

  /** Adds an unpainted row with a cell for each column. */
  public void row(String... cells) {
    row(UnaryOperator.identity(), List.of(cells));
  }

  /** The table with a faint header; every line ends with a newline. */
  public String render(TextStyle style) {
    List<String> header = columns.stream().map(TableColumn::shortName).toList();
    return render(
        Stream.concat(Stream.of(new Line(style::faint, header)), rows.stream()).toList(), style);
  }

  /** The table without its header. */
  String renderRows(TextStyle style) {
    return render(rows, style);
  }

  private String render(List<Line> lines, TextStyle style) {
    int[] widths = fitted(lines, style.width());
    return lines.stream().map(line -> render(line, widths)).collect(Collectors.joining());
  }

  /** The columns' widths; 0 for a column that is left out. */
  private int[] fitted(List<Line> lines, int limit) {
    int[] widths =
        IntStream.range(0, columns.size())
            .map(
                at ->
                    lines.stream()
                        .mapToInt(line -> TextWidth.of(line.cells.get(at)))
                        .max()
                        .orElse(0))
            .toArray();
    if (total(widths) > limit) {
      leaveOut(Role.DETAIL, widths, 0);
    }
    Optional<Integer> widest = widestShrinkable(widths);
    while (widest.isPresent() && total(widths) > limit) {
      widths[widest.get()]--;
      widest = widestShrinkable(widths);
    }
    leaveOut(Role.MINOR, widths, limit);
    return widths;
  }

  /** Leaves out columns of a role, last one first, until the table fits. */
  private void leaveOut(Role role, int[] widths, int limit) {
    for (int column = widths.length - 1; column > 0 && total(widths) > limit; column--) {
      if (columns.get(column).role() == role) {
        widths[column] = 0;
      }
    }
  }

  private static int total(int[] widths) {
    return IntStream.of(widths).filter(width -> width > 0).map(width -> width + GAP.length()).sum()
        - GAP.length();
  }

  /** The first of the widest columns that can still shrink. */
  private Optional<Integer> widestShrinkable(int[] widths) {
    return IntStream.range(0, widths.length)
        .boxed()
        .filter(at -> columns.get(at).role() == Role.NAME && widths[at] > NARROWEST)
        .min(Comparator.comparingInt(at -> -widths[at]));
  }

  private String render(Line line, int[] widths) {
    String cells =
        IntStream.range(0, widths.length)
            .filter(at -> widths[at] > 0)
            .mapToObj(at -> padded(line.cells.get(at), widths[at], columns.get(at).isText()))
            .collect(Collectors.joining(GAP));
    return line.paint.apply(cells.stripTrailing()) + "\n";
  }

  private static String padded(String cell, int width, boolean left) {
    String fitting = TextWidth.cut(cell, width);
    return left
        ? TextWidth.padded(fitting, width)
        : " ".repeat(width - TextWidth.of(fitting)) + fitting;
  }

  private record Line(UnaryOperator<String> paint, List<String> cells) {}
}

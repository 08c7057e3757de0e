package dev.perftriage.report.markdown;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A pipe table with columns aligned in the source. Cells must be Markdown already; {@link
 * MarkdownText} escapes text.
 */
final class MarkdownTable {

  private static final String WIDE_SIGNS = "❌✅";

  private MarkdownTable() {}

  /** The table, given its header and rows; every line ends with a newline. */
  static String render(List<List<String>> lines, boolean centred) {
    String end = centred ? ":" : "-";
    int[] widths =
        IntStream.range(0, lines.get(0).size())
            .map(column -> lines.stream().mapToInt(line -> width(line.get(column))).max().orElse(0))
            .toArray();
    String rule =
        IntStream.of(widths)
            .mapToObj(width -> end + "-".repeat(width) + end)
            .collect(Collectors.joining("|", "|", "|\n"));
    return line(lines.get(0), widths)
        + rule
        + lines.stream().skip(1).map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(at -> cells.get(at) + " ".repeat(widths[at] - width(cells.get(at))))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** The width in terminal columns. */
  private static int width(String cell) {
    return cell.codePoints().map(sign -> WIDE_SIGNS.indexOf(sign) < 0 ? 1 : 2).sum();
  }
}

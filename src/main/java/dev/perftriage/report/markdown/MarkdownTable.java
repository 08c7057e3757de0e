package dev.perftriage.report.markdown;

import dev.perftriage.report.TextWidth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A pipe table with columns aligned in the source. Cells must be Markdown already; {@link
 * MarkdownText} escapes text.
 */
final class MarkdownTable {

  private MarkdownTable() {}

  /** The table, given its header and rows; every line ends with a newline. */
  static String render(List<List<String>> lines, boolean centred) {
    String end = centred ? ":" : "-";
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      Arrays.setAll(widths, column -> Math.max(widths[column], TextWidth.of(line.get(column))));
    }
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
        .mapToObj(at -> TextWidth.padded(cells.get(at), widths[at]))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}

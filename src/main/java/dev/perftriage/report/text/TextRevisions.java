package dev.perftriage.report.text;

import dev.perftriage.model.ResolvedRevision;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;
import java.util.List;
import java.util.Objects;

/**
 * Resolved revisions, one per line: as written, SHA or other bound, time in UTC, pull request,
 * kind.
 */
public final class TextRevisions {

  private static final String GAP = "  ";

  private TextRevisions() {}

  /** The lines, in aligned columns, every one ending with a newline. */
  public static String render(List<ResolvedRevision> revisions) {
    List<List<String>> rows = revisions.stream().map(TextRevisions::row).toList();
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        boolean isLast = column == row.size() - 1;
        out.append(cell);
        out.append(isLast ? "\n" : " ".repeat(width(rows, column) - cell.length()) + GAP);
      }
    }
    return out.toString();
  }

  private static List<String> row(ResolvedRevision revision) {
    return List.of(
        PlainText.onOneLine(revision.word()),
        revision.bound(),
        Objects.toString(revision.time(), Numbers.NONE),
        revision.pr() == null ? Numbers.NONE : "#" + revision.pr(),
        revision.kind().label());
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}

package dev.perftriage.report.text;

import dev.perftriage.model.ResolvedRevision;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.document.Table.TableColumn;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Resolved revisions, one per line: as written, SHA or other bound, time in UTC, pull request,
 * kind.
 */
public final class TextRevisions {

  private TextRevisions() {}

  /** The lines, in aligned columns; every line ends with a newline. */
  public static String render(List<ResolvedRevision> revisions) {
    TextTable table = new TextTable(Collections.nCopies(5, TableColumn.label("")));
    for (ResolvedRevision revision : revisions) {
      table.row(
          PlainText.onOneLine(revision.word()),
          revision.bound(),
          Objects.toString(revision.time(), Numbers.NONE),
          revision.pr() == null ? Numbers.NONE : "#" + revision.pr(),
          revision.kind().label());
    }
    return table.renderRows(new TextStyle(false, TextStyle.UNLIMITED));
  }
}

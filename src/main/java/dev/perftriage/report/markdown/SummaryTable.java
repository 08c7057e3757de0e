package dev.perftriage.report.markdown;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.SelectionSentences;
import java.util.ArrayList;
import java.util.List;

/** The table of mean, range and count that the site and every triage report print. */
public final class SummaryTable {

  private static final String NOTHING_RELEVANT = " ".repeat(10);

  private SummaryTable() {}

  /** The table; every line ends with a newline. */
  public static String render(ComparisonSummary summary) {
    String header =
        summary.isQuiet()
            ? NOTHING_RELEVANT
            : MarkdownText.MARKDOWN.cell("(" + summary.metric().name() + ")");
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of(header, "mean", "range", "count"));
    for (SummaryRow row : SummaryRow.of(summary)) {
      lines.add(List.of(label(row.kind()), row.mean(), row.range(), row.count()));
    }
    return MarkdownTable.render(lines, true);
  }

  /** The table and, below an empty line, a note on the test cases that its figures leave out. */
  static String withNote(ComparisonSummary summary) {
    return render(summary)
        + SelectionSentences.leftOut(summary)
            .map(note -> "\n" + note.in(MarkdownText.MARKDOWN) + "\n")
            .orElse("");
  }

  private static String label(SummaryRow.RowKind kind) {
    String gap = kind == SummaryRow.RowKind.PRIMARY_ALL ? " (" : " <br /> (";
    return MarkdownWriter.signed(kind.label(), Tone.of(kind)) + gap + kind.category() + ")";
  }
}

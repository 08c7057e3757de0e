package dev.perftriage.report.text;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.document.Column;
import dev.perftriage.report.document.Row;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.SelectionSentences;
import java.util.List;

/** The table of mean, range and count for a terminal. */
public final class TextSummary {

  private TextSummary() {}

  /** The table, and the note on what it excludes; every line ends with a newline. */
  public static String render(ComparisonSummary summary, TextStyle style) {
    TextTable table =
        new TextTable(
            List.of(
                Column.label(PlainText.onOneLine(summary.metric().name())),
                Column.label(""),
                Column.number("mean"),
                Column.number("range"),
                Column.number("count")));
    for (SummaryRow row : SummaryRow.of(summary)) {
      table.row(
          row.count().equals("0") ? style::faint : style.paint(Row.Tone.of(row.kind())),
          List.of(row.kind().label(), row.kind().category(), row.mean(), row.range(), row.count()));
    }
    return table.render(style)
        + SelectionSentences.notComparable(summary.notComparable())
            .map(note -> style.wrapped(note.in(Markup.LINE)))
            .orElse("");
  }
}

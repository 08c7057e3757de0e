package dev.perftriage.report.text;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.report.NotComparableNote;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.SummaryRow;
import java.util.function.UnaryOperator;

/** The table of mean, range and count for a terminal. */
public final class TextSummary {

  private TextSummary() {}

  /** The table, and the note on what it excludes; every line ends with a newline. */
  public static String render(ComparisonSummary summary, TextStyle style) {
    TextTable table =
        new TextTable(
            TextTable.Column.label(PlainText.onOneLine(summary.metric().name())),
            TextTable.Column.label(""),
            TextTable.Column.number("mean"),
            TextTable.Column.number("range"),
            TextTable.Column.number("count"));
    for (SummaryRow row : SummaryRow.of(summary)) {
      UnaryOperator<String> paint = row.count().equals("0") ? style::faint : paint(row, style);
      table.row(paint, label(row), category(row), row.mean(), row.range(), row.count());
    }
    return table.render(style)
        + NotComparableNote.of(summary.notComparable(), PlainText::onOneLine)
            .map(style::wrapped)
            .orElse("");
  }

  private static UnaryOperator<String> paint(SummaryRow row, TextStyle style) {
    return switch (row.kind()) {
      case PRIMARY_REGRESSIONS, SECONDARY_REGRESSIONS -> style::regression;
      case PRIMARY_IMPROVEMENTS, SECONDARY_IMPROVEMENTS -> style::improvement;
      case PRIMARY_ALL -> style::bold;
    };
  }

  private static String label(SummaryRow row) {
    return switch (row.kind()) {
      case PRIMARY_REGRESSIONS, SECONDARY_REGRESSIONS -> "Regressions";
      case PRIMARY_IMPROVEMENTS, SECONDARY_IMPROVEMENTS -> "Improvements";
      case PRIMARY_ALL -> "All";
    };
  }

  private static String category(SummaryRow row) {
    return switch (row.kind()) {
      case PRIMARY_REGRESSIONS, PRIMARY_IMPROVEMENTS, PRIMARY_ALL -> "primary";
      case SECONDARY_REGRESSIONS, SECONDARY_IMPROVEMENTS -> "secondary";
    };
  }
}

package dev.perftriage.report.text;

import dev.perftriage.analysis.Aggregation;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.report.AggregationRow;
import dev.perftriage.report.GeometricMeanNote;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.SliceNote;
import dev.perftriage.report.text.TextTable.Column;
import java.util.List;

/** What a filter leaves, and what its test cases amount to, for a terminal. */
final class TextSlice {

  /** Sums fit from here up. */
  private static final int WIDE = 110;

  private TextSlice() {}

  /** Which test cases count, after an empty line; empty text where all do. */
  static String filter(JudgedComparison judged, TextStyle style) {
    return SliceNote.of(judged.slice(), PlainText::onOneLine)
        .map(note -> "\n" + style.wrapped(note))
        .orElse("");
  }

  /** The geometric mean on a target, or why there is none; empty text without test cases. */
  static String geometricMean(JudgedComparison judged, String target, TextStyle style) {
    return GeometricMeanNote.reasonAgainst(judged.slice().filter())
        .or(() -> judged.geometricMean(target).map(GeometricMeanNote::of))
        .map(style::wrapped)
        .orElse("");
  }

  /** The table of groups, after an empty line. */
  static String groups(Aggregation aggregation, TextStyle style) {
    List<Column> columns =
        List.of(
            Column.words("by " + aggregation.by().label()),
            Column.number("cases"),
            Column.number("regressions"),
            Column.number("improvements"),
            Column.number("total change"),
            Column.number("total before"),
            Column.number("total after"));
    // A group that is cut short is lost; its sums can be done without.
    int shown = style.width() < WIDE ? columns.size() - 2 : columns.size();
    TextTable table = new TextTable(columns.subList(0, shown).toArray(Column[]::new));
    for (AggregationRow row : AggregationRow.of(aggregation)) {
      List<String> cells =
          List.of(
              row.name(),
              row.testCases(),
              row.regressions(),
              row.improvements(),
              row.change(),
              row.before(),
              row.after());
      table.row(cells.subList(0, shown).toArray(String[]::new));
    }
    return "\n" + table.render(style);
  }
}

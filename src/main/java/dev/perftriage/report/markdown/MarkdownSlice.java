package dev.perftriage.report.markdown;

import dev.perftriage.analysis.Aggregation;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.report.AggregationRow;
import dev.perftriage.report.GeometricMeanNote;
import dev.perftriage.report.SliceNote;

/** What a filter leaves, and what its test cases amount to, as Markdown. */
final class MarkdownSlice {

  private static final String GAP = "\n\n";

  private MarkdownSlice() {}

  /** Which test cases count, as a paragraph; empty text where all do. */
  static String filter(JudgedComparison judged) {
    return SliceNote.of(judged.slice(), MarkdownText::inCodeSpan)
        .map(note -> note + GAP)
        .orElse("");
  }

  /** The geometric mean on a target, or why there is none; empty text without test cases. */
  static String geometricMean(JudgedComparison judged, String target) {
    return GeometricMeanNote.reasonAgainst(judged.slice().filter())
        .or(() -> judged.geometricMean(target).map(GeometricMeanNote::of))
        .map(note -> note + GAP)
        .orElse("");
  }

  /** A section with the table of groups. */
  static String groups(Aggregation aggregation) {
    MarkdownTable table =
        MarkdownTable.plain(
            aggregation.by().label(),
            "test cases",
            "regressions",
            "improvements",
            "total before",
            "total after",
            "total change");
    for (AggregationRow row : AggregationRow.of(aggregation)) {
      table.row(
          MarkdownText.inCell(row.name()),
          row.testCases(),
          row.regressions(),
          row.improvements(),
          row.before(),
          row.after(),
          row.change());
    }
    return "#### By " + aggregation.by().label() + GAP + table.render() + "\n";
  }
}

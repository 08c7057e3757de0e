package dev.perftriage.report.document;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.report.SummaryRow;
import java.util.List;

/**
 * A row of a table.
 *
 * @param cells one for each column
 */
public record TableRow(Tone tone, List<String> cells) {

  /** Copies the cells. */
  public TableRow {
    cells = List.copyOf(cells);
  }

  /** A row of a tone. */
  public static TableRow of(Tone tone, String... cells) {
    return new TableRow(tone, List.of(cells));
  }

  /** What a row is about. */
  public enum Tone {
    PLAIN,
    REGRESSION,
    IMPROVEMENT,
    /** All other rows together. */
    TOTAL;

    /** The tone of a change. */
    public static Tone of(TestCaseChange change) {
      return change.isRegression() ? REGRESSION : IMPROVEMENT;
    }

    /** The tone of a row of a summary table. */
    public static Tone of(SummaryRow.Kind kind) {
      return switch (kind) {
        case PRIMARY_REGRESSIONS, SECONDARY_REGRESSIONS -> REGRESSION;
        case PRIMARY_IMPROVEMENTS, SECONDARY_IMPROVEMENTS -> IMPROVEMENT;
        case PRIMARY_ALL -> TOTAL;
      };
    }
  }
}

package dev.perftriage.report;

import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.RuntimeSummary;
import java.util.List;
import java.util.Optional;

/**
 * One row of the runtime benchmarks' summary table, its figures as they are printed.
 *
 * @param kind which changes the row is about
 * @param mean their mean as a percentage; {@code -} where there are none
 * @param range from the smallest to the largest, as percentages; {@code -} where there are none
 * @param count how many there are
 */
public record RuntimeRow(Kind kind, String mean, String range, String count) {

  /** The rows of the table, in the order in which they stand. */
  public static List<RuntimeRow> of(RuntimeSummary summary) {
    CategorySummary changes = summary.changes();
    return List.of(
        row(Kind.REGRESSIONS, changes.regressions()),
        row(Kind.IMPROVEMENTS, changes.improvements()),
        row(Kind.ALL, changes.all()));
  }

  private static RuntimeRow row(Kind kind, Optional<ChangeStatistics> statistics) {
    return statistics
        .map(
            some ->
                new RuntimeRow(
                    kind,
                    Numbers.percent(some.mean()),
                    Numbers.range(some.smallest(), some.largest()),
                    Integer.toString(some.count())))
        .orElseGet(() -> new RuntimeRow(kind, Numbers.NONE, Numbers.NONE, "0"));
  }

  /** What a row is about. */
  public enum Kind {
    /** Relevant changes for the worse. */
    REGRESSIONS("Regressions"),
    /** Relevant changes for the better. */
    IMPROVEMENTS("Improvements"),
    /** All relevant changes. */
    ALL("All");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name printed in tables. */
    public String label() {
      return label;
    }
  }
}

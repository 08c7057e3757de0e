package dev.perftriage.log;

import dev.perftriage.log.TriageLog.TextSpan;
import dev.perftriage.model.Metric;
import dev.perftriage.report.SummaryRow.RowKind;
import java.util.List;
import java.util.Optional;

/**
 * A summary table: means, ranges and counts by kind of change.
 *
 * @param layout its layout, which changed over the years
 * @param metric the metric in its header; empty where the header names none
 * @param rows its figures, in document order
 * @param lines the lines that it occupies, with their line endings
 */
public record LogTable(
    Layout layout, Optional<Metric> metric, List<SummaryFigures> rows, TextSpan lines) {

  /** Copies the rows. */
  public LogTable {
    rows = List.copyOf(rows);
  }

  /** The first table for instructions, or else the first table; empty if there are none. */
  public static Optional<LogTable> main(List<LogTable> tables) {
    return tables.stream()
        .filter(table -> table.metric().filter(Metric.INSTRUCTIONS::equals).isPresent())
        .findFirst()
        .or(() -> tables.stream().findFirst());
  }

  /** The figures of one kind of change; empty where the table has no such row. */
  public Optional<SummaryFigures> figures(RowKind kind) {
    return rows.stream().filter(row -> row.kind() == kind).findFirst();
  }

  /** The number of changes of a kind; 0 where the table has no such row. */
  public int count(RowKind kind) {
    return figures(kind).map(SummaryFigures::count).orElse(0);
  }

  /** Whether it counts any regression. */
  public boolean hasRegressions() {
    return count(RowKind.PRIMARY_REGRESSIONS) + count(RowKind.SECONDARY_REGRESSIONS) > 0;
  }

  /** Whether it counts any improvement. */
  public boolean hasImprovements() {
    return count(RowKind.PRIMARY_IMPROVEMENTS) + count(RowKind.SECONDARY_IMPROVEMENTS) > 0;
  }

  /** The layouts of all years. */
  public enum Layout {
    /** A column for each kind of change, with rows of count, mean and max. */
    COLUMNS,
    /** A row for each kind of change, with mean, max and count. */
    ROWS_WITH_MAX,
    /** A row for each kind of change, with mean, range and count. */
    ROWS_WITH_RANGE
  }
}

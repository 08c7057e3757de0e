package dev.perftriage.log;

import dev.perftriage.log.TriageLog.TextSpan;
import dev.perftriage.model.Metric;
import dev.perftriage.report.SummaryRow;
import java.util.List;
import java.util.Optional;

/**
 * A table of mean, range and count.
 *
 * @param layout how it is laid out
 * @param metric what its header says was measured; empty where it says nothing
 * @param rows its figures, in the order in which they stand
 * @param lines the whole lines that it takes
 */
public record LogTable(
    Layout layout, Optional<Metric> metric, List<SummaryFigures> rows, TextSpan lines) {

  /** Copies the rows. */
  public LogTable {
    rows = List.copyOf(rows);
  }

  /** The first table of instructions, or else the first of all. */
  public static Optional<LogTable> main(List<LogTable> tables) {
    return tables.stream()
        .filter(table -> table.metric().filter(Metric.INSTRUCTIONS::equals).isPresent())
        .findFirst()
        .or(() -> tables.stream().findFirst());
  }

  /** The figures of one kind of change; empty where the table has no such row. */
  public Optional<SummaryFigures> figures(SummaryRow.Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).findFirst();
  }

  /** How many changes of a kind there are; none where the table has no such row. */
  public int count(SummaryRow.Kind kind) {
    return figures(kind).map(SummaryFigures::count).orElse(0);
  }

  /** Whether it counts any regression. */
  public boolean hasRegressions() {
    return count(SummaryRow.Kind.PRIMARY_REGRESSIONS) > 0
        || count(SummaryRow.Kind.SECONDARY_REGRESSIONS) > 0;
  }

  /** Whether it counts any improvement. */
  public boolean hasImprovements() {
    return count(SummaryRow.Kind.PRIMARY_IMPROVEMENTS) > 0
        || count(SummaryRow.Kind.SECONDARY_IMPROVEMENTS) > 0;
  }

  /** How tables were laid out over the years. */
  public enum Layout {
    /** A column for each kind of change, with rows of count, mean and max. */
    COLUMNS,
    /** A row for each kind of change, with mean, max and count. */
    ROWS_WITH_MAX,
    /** A row for each kind of change, with mean, range and count. */
    ROWS_WITH_RANGE
  }
}

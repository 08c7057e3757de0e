package dev.perftriage.report;

import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.ChangeStatistics.Figures;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.RuntimeSummary;
import java.util.List;
import java.util.Optional;

/**
 * One row of the summary table, with its figures as printed.
 *
 * @param kind the changes that the row summarises
 * @param mean the mean of the finite ones as a percentage; {@code -} if there are none
 * @param range the range of the finite ones, as percentages; {@code -} if there are none
 * @param count the number of all, those from zero included
 */
public record SummaryRow(RowKind kind, String mean, String range, String count) {

  /** The rows of a summary table, in order. */
  public static List<SummaryRow> of(ComparisonSummary summary) {
    return List.of(
        row(RowKind.PRIMARY_REGRESSIONS, summary.primary().regressions()),
        row(RowKind.SECONDARY_REGRESSIONS, summary.secondary().regressions()),
        row(RowKind.PRIMARY_IMPROVEMENTS, summary.primary().improvements()),
        row(RowKind.SECONDARY_IMPROVEMENTS, summary.secondary().improvements()),
        row(RowKind.PRIMARY_ALL, summary.primary().all()));
  }

  /** The rows for runtime benchmarks, which have no category and count as primary. */
  public static List<SummaryRow> ofRuntime(RuntimeSummary summary) {
    return List.of(
        row(RowKind.PRIMARY_REGRESSIONS, summary.changes().regressions()),
        row(RowKind.PRIMARY_IMPROVEMENTS, summary.changes().improvements()),
        row(RowKind.PRIMARY_ALL, summary.changes().all()));
  }

  private static SummaryRow row(RowKind kind, Optional<ChangeStatistics> statistics) {
    Optional<Figures> figures = statistics.flatMap(ChangeStatistics::figures);
    return new SummaryRow(
        kind,
        figures.map(some -> Numbers.percent(some.mean())).orElse(Numbers.NONE),
        figures.map(some -> Numbers.range(some.smallest(), some.largest())).orElse(Numbers.NONE),
        Integer.toString(statistics.map(ChangeStatistics::count).orElse(0)));
  }

  /** The kinds of rows: relevant changes of one direction and category. */
  public enum RowKind {
    PRIMARY_REGRESSIONS("▲", "Regressions", "primary"),
    SECONDARY_REGRESSIONS("▲", "Regressions", "secondary"),
    PRIMARY_IMPROVEMENTS("▼", "Improvements", "primary"),
    SECONDARY_IMPROVEMENTS("▼", "Improvements", "secondary"),
    PRIMARY_ALL("▲▼", "All", "primary");

    private final String mark;
    private final String label;
    private final String category;

    RowKind(String mark, String label, String category) {
      this.mark = mark;
      this.label = label;
      this.category = category;
    }

    /** The sign of the direction, for screens. */
    public String mark() {
      return mark;
    }

    /** {@code Regressions}, {@code Improvements} or {@code All}. */
    public String label() {
      return label;
    }

    /** {@code primary} or {@code secondary}. */
    public String category() {
      return category;
    }
  }
}

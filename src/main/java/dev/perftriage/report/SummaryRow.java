package dev.perftriage.report;

import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.ComparisonSummary;
import java.util.List;
import java.util.Optional;

/**
 * One row of the summary table, its figures as they are printed.
 *
 * @param kind which changes the row is about
 * @param mean their mean as a percentage; {@code -} where there are none
 * @param range from the smallest to the largest, as percentages; {@code -} where there are none
 * @param count how many there are
 */
public record SummaryRow(Kind kind, String mean, String range, String count) {

  /** The rows of a summary table, in the order in which they stand. */
  public static List<SummaryRow> of(ComparisonSummary summary) {
    return List.of(
        row(Kind.PRIMARY_REGRESSIONS, summary.primary().regressions()),
        row(Kind.SECONDARY_REGRESSIONS, summary.secondary().regressions()),
        row(Kind.PRIMARY_IMPROVEMENTS, summary.primary().improvements()),
        row(Kind.SECONDARY_IMPROVEMENTS, summary.secondary().improvements()),
        row(Kind.PRIMARY_ALL, summary.primary().all()));
  }

  private static SummaryRow row(Kind kind, Optional<ChangeStatistics> statistics) {
    return statistics
        .map(
            some ->
                new SummaryRow(
                    kind,
                    Numbers.percent(some.mean()),
                    Numbers.range(some.smallest(), some.largest()),
                    Integer.toString(some.count())))
        .orElseGet(() -> new SummaryRow(kind, Numbers.NONE, Numbers.NONE, "0"));
  }

  /** What a row is about. */
  public enum Kind {
    /** Regressions of primary benchmarks. */
    PRIMARY_REGRESSIONS,
    /** Regressions of secondary benchmarks. */
    SECONDARY_REGRESSIONS,
    /** Improvements of primary benchmarks. */
    PRIMARY_IMPROVEMENTS,
    /** Improvements of secondary benchmarks. */
    SECONDARY_IMPROVEMENTS,
    /** All relevant changes of primary benchmarks. */
    PRIMARY_ALL
  }
}

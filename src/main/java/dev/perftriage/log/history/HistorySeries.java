package dev.perftriage.log.history;

import dev.perftriage.log.NoiseClaim;
import dev.perftriage.log.SummaryFigures;
import dev.perftriage.report.SummaryRow.RowKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The data of the charts. */
final class HistorySeries {

  private static final double HUNDRED = 100;

  private HistorySeries() {}

  /** The weekly means of one kind of change, in percent, for weeks with such a change. */
  static List<WeekValue> means(List<HistoryWeek> weeks, RowKind kind) {
    return weeks.stream()
        .flatMap(
            week ->
                week.figures(kind).stream()
                    .filter(row -> row.mean().isPresent())
                    .map(
                        row ->
                            new WeekValue(
                                week.date(), row.mean().get().doubleValue(), row.range())))
        .toList();
  }

  /** The number of changes of one kind, for weeks with a table. */
  static List<WeekValue> counts(List<HistoryWeek> weeks, RowKind kind) {
    return weeks.stream()
        .flatMap(
            week -> week.figures(kind).map(row -> new WeekValue(week.date(), row.count())).stream())
        .toList();
  }

  /** The share of entries that a note calls noise, in percent, for weeks with entries. */
  static List<WeekValue> noise(List<HistoryWeek> weeks) {
    return weeks.stream()
        .filter(week -> !week.log().entries().isEmpty())
        .map(
            week ->
                new WeekValue(
                    week.date(),
                    HUNDRED * week.noise(NoiseClaim.WHOLE) / week.log().entries().size()))
        .toList();
  }

  /**
   * A value of one week.
   *
   * @param date the log's day
   * @param value the number, in the unit of its series
   * @param range of a mean, in percent; empty if the log prints none
   */
  record WeekValue(LocalDate date, double value, Optional<SummaryFigures.Range> range) {

    WeekValue(LocalDate date, double value) {
      this(date, value, Optional.empty());
    }
  }
}

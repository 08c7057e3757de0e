package dev.perftriage.app;

import dev.perftriage.log.TriageLog;
import dev.perftriage.log.history.HistoryWeek;
import dev.perftriage.model.DataException;
import dev.perftriage.report.Numbers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The history of a period.
 *
 * @param weeks its weeks, oldest first, at least one
 * @param notUnderstood the number of places in their logs that are not understood
 */
public record LogPeriod(List<HistoryWeek> weeks, int notUnderstood) {

  /** Copies the list. */
  public LogPeriod {
    weeks = List.copyOf(weeks);
  }

  /**
   * The weeks of logs that are in a period.
   *
   * @param from its first day; empty for the oldest log's
   * @param to its last day; empty for the newest log's
   * @throws DataException if a log has no date, or no log is in the period
   */
  public static LogPeriod of(
      List<TriageLog> logs, Optional<LocalDate> from, Optional<LocalDate> to) {
    for (TriageLog log : logs) {
      if (log.date().isEmpty()) {
        throw new DataException(
            "Reading the log " + log.source().name() + ": no date in its name or title");
      }
    }
    List<HistoryWeek> weeks =
        HistoryWeek.of(logs).stream()
            .filter(week -> from.filter(week.date()::isBefore).isEmpty())
            .filter(week -> to.filter(week.date()::isAfter).isEmpty())
            .toList();
    if (weeks.isEmpty()) {
      throw new DataException(
          "None of " + Numbers.counted(logs.size(), "log") + " is in this period");
    }
    return new LogPeriod(
        weeks, weeks.stream().mapToInt(week -> week.log().notUnderstood().size()).sum());
  }
}

package dev.perftriage.log.history;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogTable;
import dev.perftriage.log.NoiseClaim;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.StatedNumber;
import dev.perftriage.log.SummaryFigures;
import dev.perftriage.log.TriageLog;
import dev.perftriage.report.SummaryRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * One week of the history.
 *
 * @param date the log's day
 * @param log the week's log
 */
public record HistoryWeek(LocalDate date, TriageLog log) implements HistoryCounts {

  /** The weeks of those logs that have a date, oldest first. */
  public static List<HistoryWeek> of(List<TriageLog> logs) {
    return logs.stream()
        .flatMap(log -> log.date().map(date -> new HistoryWeek(date, log)).stream())
        .sorted(Comparator.comparing(HistoryWeek::date))
        .toList();
  }

  /** The log's authors: logins in lower case, and one name for each person. */
  public List<String> triagers() {
    return TriagerNames.of(log);
  }

  @Override
  public OptionalInt merges() {
    return log.counts().comparisons().map(StatedNumber::value).orElseGet(OptionalInt::empty);
  }

  @Override
  public int entries(SectionKind kind) {
    return log.entries(kind).size();
  }

  @Override
  public int rollups() {
    return count(LogEntry::isRollup);
  }

  @Override
  public int noise(NoiseClaim claim) {
    return count(entry -> entry.noise().filter(claim::equals).isPresent());
  }

  private int count(Predicate<LogEntry> condition) {
    return (int) log.entries().stream().filter(condition).count();
  }

  /**
   * The figures of one kind of change in the week's table, of instructions if there are several;
   * empty where the week has no table, as before May 2022.
   */
  public Optional<SummaryFigures> figures(SummaryRow.RowKind kind) {
    return LogTable.main(log.summary()).flatMap(table -> table.figures(kind));
  }
}

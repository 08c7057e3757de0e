package dev.perftriage.log.history;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogTable;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.SummaryFigures;
import dev.perftriage.log.TriageLog;
import dev.perftriage.model.Metric;
import dev.perftriage.report.SummaryRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One week as its log tells it.
 *
 * @param date the log's day
 * @param triagers who wrote it
 * @param start where its range starts; empty where it has none
 * @param end where its range ends; empty where it has none
 * @param merges the artifact comparisons that it says were made; empty where it does not say
 * @param regressions the entries under Regressions, counted
 * @param improvements the entries under Improvements, counted
 * @param mixed the entries under Mixed, counted
 * @param rollups the entries that are rollups, of all sections
 * @param noise the entries that a note calls noise, of all sections
 * @param entries the entries of all sections
 * @param summary the week's table; empty before May 2022, when there was none
 */
public record HistoryWeek(
    LocalDate date,
    List<String> triagers,
    Optional<String> start,
    Optional<String> end,
    OptionalInt merges,
    int regressions,
    int improvements,
    int mixed,
    int rollups,
    int noise,
    int entries,
    Optional<LogTable> summary) {

  /** Copies the list. */
  public HistoryWeek {
    triagers = List.copyOf(triagers);
  }

  /** The weeks of some logs that have a date, by date. */
  public static List<HistoryWeek> of(List<TriageLog> logs) {
    return logs.stream()
        .flatMap(log -> log.date().map(date -> week(log, date)).stream())
        .sorted(Comparator.comparing(HistoryWeek::date))
        .toList();
  }

  private static HistoryWeek week(TriageLog log, LocalDate date) {
    List<LogEntry> entries = log.entries();
    return new HistoryWeek(
        date,
        log.triagers(),
        log.firstRevision(),
        log.lastRevision(),
        log.counts().comparisons().map(stated -> stated.value()).orElse(OptionalInt.empty()),
        log.entries(SectionKind.REGRESSIONS).size(),
        log.entries(SectionKind.IMPROVEMENTS).size(),
        log.entries(SectionKind.MIXED).size(),
        (int) entries.stream().filter(LogEntry::isRollup).count(),
        (int) entries.stream().filter(LogEntry::isNoise).count(),
        entries.size(),
        summary(log));
  }

  /** The table of instructions where there are several; the only one otherwise. */
  private static Optional<LogTable> summary(TriageLog log) {
    return log.summary().stream()
        .filter(table -> table.metric().filter(Metric.INSTRUCTIONS::equals).isPresent())
        .findFirst()
        .or(() -> log.summary().stream().findFirst());
  }

  /** The figures of one kind of change; empty where the week has no table. */
  public Optional<SummaryFigures> figures(SummaryRow.Kind kind) {
    return summary.flatMap(table -> table.figures(kind));
  }
}

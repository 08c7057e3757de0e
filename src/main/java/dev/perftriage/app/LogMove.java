package dev.perftriage.app;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogSection;
import dev.perftriage.log.LogText;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.EntryMove;
import dev.perftriage.model.DataException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An entry of a log, to be moved to another section or out of the log.
 *
 * @param entry one of the log's entries
 * @param from the section it is in
 */
public record LogMove(TriageLog log, LogEntry entry, LogSection from, Destination to) {

  /**
   * Plans to move the entry of a pull request.
   *
   * @throws UsageException where the log has no such entry, or several
   */
  public static LogMove of(TriageLog log, int pr, Destination to) {
    List<LogEntry> found =
        log.entries().stream().filter(entry -> entry.number().orElse(0) == pr).toList();
    String name = log.source().name();
    if (found.isEmpty()) {
      String names = log.entries().stream().map(LogEntry::name).collect(Collectors.joining(", "));
      throw new UsageException(
          "%s has no entry #%s%s.".formatted(name, pr, names.isEmpty() ? "" : "; it has " + names));
    }
    if (found.size() > 1) {
      String lines =
          found.stream()
              .map(entry -> String.valueOf(entry.line()))
              .collect(Collectors.joining(" and "));
      throw new UsageException(
          "%s has #%s in lines %s; leave one of them there.".formatted(name, pr, lines));
    }
    LogEntry entry = found.get(0);
    LogSection from =
        log.sections().stream()
            .filter(section -> section.entries().contains(entry))
            .findFirst()
            .orElseThrow();
    return new LogMove(log, entry, from, to);
  }

  /** Whether the entry is where it is to go. */
  public boolean isInPlace() {
    return to.section().filter(from.kind()::equals).isPresent();
  }

  /**
   * Writes the log with the entry moved and its counts corrected.
   *
   * @return the log as written
   * @throws DataException where the file cannot be written
   */
  public TriageLog write(LogReader files) {
    LogText moved = EntryMove.apply(log, entry, to.section());
    files.write(moved);
    return LogParser.parse(moved);
  }

  /** Where an entry goes. */
  public enum Destination {
    /** Under Regressions. */
    REGRESSIONS,
    /** Under Improvements. */
    IMPROVEMENTS,
    /** Under Mixed. */
    MIXED,
    /** Out of the log. */
    DROP;

    /** The section; empty for {@link #DROP}. */
    public Optional<SectionKind> section() {
      return this == DROP ? Optional.empty() : Optional.of(SectionKind.valueOf(name()));
    }
  }
}

package dev.perftriage.log.followup;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogLink;
import dev.perftriage.log.LogSection;
import dev.perftriage.log.Note;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.TriageLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that a log leaves open.
 *
 * @param log the log
 * @param date its date
 * @param entry the entry that it is about
 * @param pull the pull request where an answer is to be expected: for a rollup the one that the
 *     note names, otherwise the entry's own
 * @param promise what is left open
 * @param words the note that says so; empty for {@link Promise#UNLABELED}
 */
public record OpenItem(
    TriageLog log, LocalDate date, LogEntry entry, int pull, Promise promise, String words) {

  /**
   * What a log leaves open, in its order: at most one thing for each entry. Whether a regression
   * has its label is not known to the log; all are listed.
   *
   * @param date the log's date
   */
  public static List<OpenItem> in(TriageLog log, LocalDate date) {
    List<OpenItem> items = new ArrayList<>();
    for (LogSection section : log.sections()) {
      for (LogEntry entry : section.entries()) {
        promised(log, date, entry)
            .or(() -> unlabeled(log, date, section.kind(), entry))
            .ifPresent(items::add);
      }
    }
    return List.copyOf(items);
  }

  private static Optional<OpenItem> promised(TriageLog log, LocalDate date, LogEntry entry) {
    for (Note note : entry.notes()) {
      Optional<Promise> promise = Promise.in(note.words()).filter(found -> isOpen(found, note));
      OptionalInt pull = subject(log, entry, note);
      if (promise.isPresent() && pull.isPresent()) {
        return Optional.of(
            new OpenItem(log, date, entry, pull.getAsInt(), promise.get(), note.words()));
      }
    }
    return Optional.empty();
  }

  /** A comment that says why it is triaged asks nothing: "left comment and marked as triaged". */
  private static boolean isOpen(Promise promise, Note note) {
    return promise == Promise.NOT_TRIAGED || !TriagedNote.saysTriaged(note.words());
  }

  private static Optional<OpenItem> unlabeled(
      TriageLog log, LocalDate date, SectionKind kind, LogEntry entry) {
    return (kind == SectionKind.REGRESSIONS || kind == SectionKind.MIXED)
            && entry.number().isPresent()
        ? Optional.of(
            new OpenItem(log, date, entry, entry.number().getAsInt(), Promise.UNLABELED, ""))
        : Optional.empty();
  }

  private static OptionalInt subject(TriageLog log, LogEntry entry, Note note) {
    if (!entry.isRollup()) {
      return entry.number();
    }
    int end =
        entry.notes().stream()
            .mapToInt(Note::line)
            .filter(line -> line > note.line())
            .min()
            .orElse(log.line(entry.end() - 1) + 1);
    return log.links().stream()
        .filter(link -> note.line() <= link.line() && link.line() < end)
        .map(LogLink::pull)
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(entry.number());
  }
}

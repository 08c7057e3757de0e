package dev.perftriage.log.check;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogTable;
import dev.perftriage.log.Note;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.TriageLog.Passage;
import java.util.List;
import java.util.regex.Pattern;

/** What a triager still has to write. */
final class LeftoverRules {

  private static final Pattern TODO = Pattern.compile("\\bTODO\\b");
  private static final String NOBODY = "???";

  private LeftoverRules() {}

  static List<Violation> todos(TriageLog log) {
    return log.passages().stream()
        .filter(LeftoverRules::isTodo)
        .map(
            passage ->
                new Violation(
                    log.line(passage.start()), "'" + passage.words().strip() + "' is left"))
        .toList();
  }

  private static boolean isTodo(Passage passage) {
    return TODO.matcher(passage.words()).find();
  }

  static List<Violation> triager(TriageLog log) {
    int line = log.credit().map(place -> log.line(place.start())).orElse(1);
    if (log.triagers().isEmpty()) {
      return List.of(new Violation(line, "nobody is named in 'Triage done by'"));
    }
    return log.triagers().contains(NOBODY)
        ? List.of(new Violation(line, "'@???' stands where the triager's name goes"))
        : List.of();
  }

  static List<Violation> emptyNotes(TriageLog log) {
    return log.entries().stream()
        .flatMap(
            entry ->
                entry.notes().stream()
                    .filter(note -> note.words().isEmpty())
                    .map(
                        note ->
                            new Violation(
                                note.line(), "a note of " + entry.name() + " has no words")))
        .toList();
  }

  static List<Violation> missingNotes(TriageLog log) {
    boolean isDraft =
        log.passages().stream()
            .anyMatch(passage -> log.opening().contains(passage.start()) && isTodo(passage));
    if (isDraft) {
      return List.of();
    }
    return log.entries(SectionKind.REGRESSIONS).stream()
        .filter(LeftoverRules::isRegression)
        .filter(entry -> entry.notes().stream().noneMatch(Note::isWritten))
        .map(
            entry ->
                new Violation(entry.line(), "nothing is said about the regression " + entry.name()))
        .toList();
  }

  /** An entry that only stands there by mistake is none. */
  private static boolean isRegression(LogEntry entry) {
    return entry.tables().isEmpty() || entry.tables().stream().anyMatch(LogTable::hasRegressions);
  }

  static List<Violation> notUnderstood(TriageLog log) {
    return log.notUnderstood().stream()
        .map(warning -> new Violation(warning.line(), "not understood: " + warning.what()))
        .toList();
  }
}

package dev.perftriage.log.check;

import dev.perftriage.log.Entry;
import dev.perftriage.log.LogTable;
import dev.perftriage.log.Note;
import dev.perftriage.log.Section;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.TriageLog.Passage;
import java.util.List;
import java.util.regex.Pattern;

/** What a triager still has to write. */
final class LeftoverRules {

  private static final Pattern TODO = Pattern.compile("\\bTODO\\b");
  private static final String NOBODY = "???";

  private LeftoverRules() {}

  static List<Fault> todos(TriageLog log) {
    return log.passages().stream()
        .filter(LeftoverRules::isTodo)
        .map(
            passage ->
                new Fault(log.line(passage.start()), "'" + passage.words().strip() + "' is left"))
        .toList();
  }

  private static boolean isTodo(Passage passage) {
    return TODO.matcher(passage.words()).find();
  }

  static List<Fault> triager(TriageLog log) {
    int line = log.credit().map(place -> log.line(place.start())).orElse(1);
    if (log.triagers().isEmpty()) {
      return List.of(new Fault(line, "nobody is named in 'Triage done by'"));
    }
    return log.triagers().contains(NOBODY)
        ? List.of(new Fault(line, "'@???' stands where the triager's name goes"))
        : List.of();
  }

  static List<Fault> emptyNotes(TriageLog log) {
    return log.entries().stream()
        .flatMap(
            entry ->
                entry.notes().stream()
                    .filter(note -> note.words().isEmpty())
                    .map(
                        note ->
                            new Fault(note.line(), "a note of " + entry.name() + " has no words")))
        .toList();
  }

  static List<Fault> missingNotes(TriageLog log) {
    boolean isDraft =
        log.passages().stream()
            .anyMatch(passage -> log.opening().contains(passage.start()) && isTodo(passage));
    if (isDraft) {
      return List.of();
    }
    return log.entries(Section.Kind.REGRESSIONS).stream()
        .filter(LeftoverRules::isRegression)
        .filter(entry -> entry.notes().stream().noneMatch(Note::isWritten))
        .map(
            entry ->
                new Fault(entry.line(), "nothing is said about the regression " + entry.name()))
        .toList();
  }

  /** An entry that only stands there by mistake is none. */
  private static boolean isRegression(Entry entry) {
    return entry.tables().isEmpty() || entry.tables().stream().anyMatch(LogTable::hasRegressions);
  }

  static List<Fault> notUnderstood(TriageLog log) {
    return log.notUnderstood().stream()
        .map(remark -> new Fault(remark.line(), "not understood: " + remark.what()))
        .toList();
  }
}

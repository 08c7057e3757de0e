package dev.perftriage.log.check;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogTable;
import dev.perftriage.log.Note;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.TriageLog.Passage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules that find what a triager still has to write, and text that the parser did not understand.
 */
final class LeftoverRules {

  static final List<LogRule> RULES =
      List.of(
          LogRule.finding("todo", "leftover TODO, FIXME or XXX", LeftoverRules::todos),
          LogRule.finding("triager", "leftover @???, or no triager named", LeftoverRules::triager),
          LogRule.finding("empty-note", "empty note", LeftoverRules::emptyNotes),
          LogRule.finding(
              "missing-note",
              "regression or mixed entry without a note, unless the opening is a TODO",
              LeftoverRules::missingNotes),
          LogRule.finding(
              "not-understood",
              "text that this program does not understand",
              LeftoverRules::notUnderstood));

  private static final Pattern TODO = Pattern.compile("\\b(?:TODO|FIXME|XXX)\\b");
  private static final String NOBODY = "???";

  private LeftoverRules() {}

  static Stream<Violation> todos(TriageLog log) {
    return log.passages().stream()
        .filter(LeftoverRules::isTodo)
        .map(
            passage ->
                new Violation(
                    log.line(passage.start()), "'" + passage.words().strip() + "' is left"));
  }

  private static boolean isTodo(Passage passage) {
    return TODO.matcher(passage.words()).find();
  }

  static Stream<Violation> triager(TriageLog log) {
    int line = log.credit().map(place -> log.line(place.start())).orElse(1);
    if (log.triagers().isEmpty()) {
      return Stream.of(new Violation(line, "no triager in 'Triage done by'"));
    }
    return log.triagers().stream()
        .filter(NOBODY::equals)
        .limit(1)
        .map(nobody -> new Violation(line, "'@???' instead of the triager's name"));
  }

  private static Stream<Violation> emptyNotes(TriageLog log) {
    return log.entries().stream()
        .flatMap(
            entry ->
                entry.notes().stream()
                    .filter(note -> note.words().isEmpty())
                    .map(note -> new Violation(note.line(), "empty note of " + entry.name())));
  }

  private static Stream<Violation> missingNotes(TriageLog log) {
    boolean isDraft =
        log.passages().stream()
            .anyMatch(passage -> log.opening().contains(passage.start()) && isTodo(passage));
    return Stream.of(SectionKind.REGRESSIONS, SectionKind.MIXED)
        .filter(kind -> !isDraft)
        .flatMap(kind -> log.entries(kind).stream().flatMap(entry -> withoutNote(kind, entry)));
  }

  private static Stream<Violation> withoutNote(SectionKind kind, LogEntry entry) {
    String what = kind == SectionKind.MIXED ? "mixed entry " : "regression ";
    return isRegression(entry) && entry.notes().stream().noneMatch(Note::isWritten)
        ? Stream.of(new Violation(entry.line(), "no note for the " + what + entry.name()))
        : Stream.empty();
  }

  /** Whether an entry's tables, if it has any, show a regression. */
  private static boolean isRegression(LogEntry entry) {
    return entry.tables().isEmpty() || entry.tables().stream().anyMatch(LogTable::hasRegressions);
  }

  private static Stream<Violation> notUnderstood(TriageLog log) {
    return log.notUnderstood().stream()
        .map(warning -> new Violation(warning.line(), "not understood: " + warning.what()));
  }
}

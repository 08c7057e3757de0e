package dev.perftriage.log.check;

import static java.util.stream.Collectors.joining;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogLink;
import dev.perftriage.log.Note;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.SectionText;
import dev.perftriage.log.SourceEdit;
import dev.perftriage.log.StatedNumber;
import dev.perftriage.log.TriageLog;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules that compare the counts stated in a log with its entries. */
final class CountRules {

  static final List<LogRule> RULES =
      List.of(
          LogRule.repairing(
              "counts", "counts line differs from the entries of each section", CountRules::counts),
          LogRule.repairing(
              "count-plural", "'1 Regressions', or '0 Regression'", CountRules::plurals),
          LogRule.repairing(
              "rollups", "number of rollups differs from the entries", CountRules::rollups),
          LogRule.finding(
              "comparisons", "fewer artifact comparisons than entries", CountRules::comparisons),
          LogRule.finding(
              "section-text",
              "'No regressions' or the like in a section with entries",
              CountRules::saysNone));

  private static final Pattern NOUN = Pattern.compile("\\s+(?:Regression|Improvement)(s?)\\b");

  private CountRules() {}

  private static Stream<Violation> counts(TriageLog log) {
    SortedMap<SectionKind, StatedNumber> stated = log.counts().sections();
    if (stated.isEmpty()) {
      return log.entries().isEmpty()
          ? Stream.empty()
          : Stream.of(
              new Violation(1, "no counts line for regressions, improvements and mixed entries"));
    }
    List<SourceEdit> repair = new ArrayList<>();
    stated.forEach((kind, number) -> repair.addAll(edits(log, number, entries(log, kind))));
    boolean elsewhere = !log.entries(SectionKind.OTHER).isEmpty();
    if (repair.isEmpty() || (elsewhere && coversAll(log, stated))) {
      return Stream.empty();
    }
    String numbers =
        stated.entrySet().stream()
            .map(one -> one.getValue().words() + " " + one.getKey().heading())
            .collect(joining(", "));
    String listed =
        stated.keySet().stream()
            .map(kind -> Integer.toString(entries(log, kind)))
            .collect(joining(", "));
    return Stream.of(
        new Violation(
            log.line(stated.values().iterator().next().start()),
            "states %s, but lists %s".formatted(numbers, listed),
            elsewhere || hidesEntries(log) ? List.of() : repair));
  }

  /** Whether the stated numbers include entries in other sections. */
  private static boolean coversAll(TriageLog log, SortedMap<SectionKind, StatedNumber> stated) {
    int sum = stated.values().stream().mapToInt(number -> number.value().orElse(0)).sum();
    return sum == log.entries().size()
        && stated.entrySet().stream()
            .allMatch(one -> one.getValue().value().orElse(0) >= entries(log, one.getKey()));
  }

  /**
   * Whether there are more comparison links than entries, usually because the blank line before a
   * title is missing. Then the stated number may be right and the entries incomplete.
   */
  private static boolean hidesEntries(TriageLog log) {
    long linked = log.links().stream().filter(LogLink::isComparisonLink).count();
    return linked > log.entries().size();
  }

  /** Corrects a number, and the plural of the noun after it; empty if the number is right. */
  private static List<SourceEdit> edits(TriageLog log, StatedNumber stated, int number) {
    if (stated.is(number)) {
      return List.of();
    }
    List<SourceEdit> edits = new ArrayList<>();
    edits.add(new SourceEdit(stated.start(), stated.end(), Integer.toString(number)));
    edits.addAll(pluralEdit(log, stated, number));
    return edits;
  }

  /** Corrects the plural of the noun after a number; empty if it is right. */
  private static List<SourceEdit> pluralEdit(TriageLog log, StatedNumber stated, int number) {
    String text = log.source().text();
    Matcher noun = NOUN.matcher(text).region(stated.end(), text.length());
    String plural = number == 1 ? "" : "s";
    return noun.lookingAt() && !noun.group(1).equals(plural)
        ? List.of(new SourceEdit(noun.start(1), noun.end(1), plural))
        : List.of();
  }

  /** Plurals that differ from a right number; with a wrong number they are part of its repair. */
  private static Stream<Violation> plurals(TriageLog log) {
    return log.counts().sections().entrySet().stream()
        .filter(stated -> stated.getValue().is(entries(log, stated.getKey())))
        .flatMap(stated -> plural(log, stated.getKey(), stated.getValue()));
  }

  private static Stream<Violation> plural(TriageLog log, SectionKind kind, StatedNumber stated) {
    return pluralEdit(log, stated, entries(log, kind)).stream()
        .map(
            edit ->
                new Violation(
                    log.line(edit.start()),
                    "'%s' instead of '%s'"
                        .formatted(
                            log.source().text().substring(stated.start(), edit.end()),
                            log.source().text().substring(stated.start(), edit.start())
                                + edit.replacement()),
                    List.of(edit)));
  }

  private static int entries(TriageLog log, SectionKind kind) {
    return log.entries(kind).size();
  }

  private static Stream<Violation> rollups(TriageLog log) {
    int rollups = (int) log.entries().stream().filter(LogEntry::isRollup).count();
    boolean titled = log.entries().stream().noneMatch(entry -> entry.title().isEmpty());
    return log.counts().rollups().stream()
        .filter(stated -> titled && !stated.is(rollups))
        .map(
            stated ->
                new Violation(
                    log.line(stated.start()),
                    "states %s in rollups, but lists %s entries titled 'Rollup of'"
                        .formatted(stated.words(), rollups),
                    hidesEntries(log) ? List.of() : edits(log, stated, rollups)));
  }

  private static Stream<Violation> comparisons(TriageLog log) {
    int entries = log.entries().size();
    return log.counts().comparisons().stream()
        .filter(stated -> stated.value().orElse(0) < entries)
        .map(
            stated ->
                new Violation(
                    log.line(stated.start()),
                    "states %s artifact comparisons, but lists %s entries"
                        .formatted(stated.words(), entries)));
  }

  private static Stream<Violation> saysNone(TriageLog log) {
    return log.sections().stream()
        .filter(section -> section.kind().isCounted() && !section.entries().isEmpty())
        .flatMap(
            section ->
                Stream.concat(
                        section.texts().stream()
                            .map(text -> new Note(text.words(), log.line(text.lines().start()))),
                        section.entries().stream().flatMap(entry -> entry.notes().stream()))
                    .filter(text -> SectionText.saysNone(text.words()))
                    .map(
                        text ->
                            new Violation(
                                text.line(),
                                "'%s' under %s, which lists %s"
                                    .formatted(
                                        text.words(),
                                        section.heading(),
                                        section.entries().get(0).name()))));
  }
}

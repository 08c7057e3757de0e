package dev.perftriage.log.check;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogLink;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.SourceEdit;
import dev.perftriage.log.StatedCounts;
import dev.perftriage.log.StatedNumber;
import dev.perftriage.log.TriageLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a log says about its own size, against its entries. */
final class CountRules {

  private static final List<SectionKind> COUNTED =
      List.of(SectionKind.REGRESSIONS, SectionKind.IMPROVEMENTS, SectionKind.MIXED);
  private static final Pattern NOUN = Pattern.compile("\\s+(?:Regression|Improvement)(s?)\\b");

  private CountRules() {}

  static List<Violation> counts(TriageLog log) {
    StatedCounts counts = log.counts();
    List<StatedNumber> stated = COUNTED.stream().flatMap(kind -> counts.of(kind).stream()).toList();
    if (stated.isEmpty()) {
      return log.entries().isEmpty() ? List.of() : List.of(noCounts());
    }
    boolean agrees =
        COUNTED.stream()
            .allMatch(kind -> counts.of(kind).map(one -> one.is(entries(log, kind))).orElse(true));
    boolean elsewhere = !log.entries(SectionKind.OTHER).isEmpty();
    if (agrees || (elsewhere && coversAll(log, stated))) {
      return List.of();
    }
    return List.of(
        new Violation(
            log.line(stated.get(0).start()),
            "states " + statedWords(counts) + ", but lists " + listedWords(log, counts),
            elsewhere || hidesEntries(log) ? List.of() : repair(log)));
  }

  private static Violation noCounts() {
    return new Violation(1, "no line counts the regressions, improvements and mixed entries");
  }

  /** Where a person gave some entries a section of their own, the counts line covers those too. */
  private static boolean coversAll(TriageLog log, List<StatedNumber> stated) {
    return stated.stream().mapToInt(one -> one.value().orElse(0)).sum() == log.entries().size()
        && COUNTED.stream()
            .allMatch(
                kind ->
                    log.counts()
                        .of(kind)
                        .map(one -> one.value().orElse(0) >= entries(log, kind))
                        .orElse(true));
  }

  /**
   * Whether a comparison is linked from something that is no entry: a title that lost the blank
   * line before it, as a rule. Then a count may be right, and the list wrong.
   */
  private static boolean hidesEntries(TriageLog log) {
    long linked = log.links().stream().filter(LogLink::isComparisonLink).count();
    return linked > log.entries().size();
  }

  private static List<SourceEdit> repair(TriageLog log) {
    return COUNTED.stream()
        .flatMap(
            kind ->
                log.counts().of(kind).stream()
                    .filter(one -> !one.is(entries(log, kind)))
                    .flatMap(one -> edits(log, one, entries(log, kind)).stream()))
        .toList();
  }

  /** The number, and the noun's plural where it stands right behind. */
  private static List<SourceEdit> edits(TriageLog log, StatedNumber stated, int number) {
    List<SourceEdit> edits = new ArrayList<>();
    edits.add(new SourceEdit(stated.start(), stated.end(), Integer.toString(number)));
    Matcher noun =
        NOUN.matcher(log.source().text()).region(stated.end(), log.source().text().length());
    if (noun.lookingAt()) {
      String plural = number == 1 ? "" : "s";
      if (!noun.group(1).equals(plural)) {
        edits.add(new SourceEdit(noun.start(1), noun.end(1), plural));
      }
    }
    return edits;
  }

  private static String statedWords(StatedCounts counts) {
    return COUNTED.stream()
        .flatMap(kind -> counts.of(kind).map(one -> one.words() + " " + kind.heading()).stream())
        .reduce((former, latter) -> former + ", " + latter)
        .orElse("nothing");
  }

  private static String listedWords(TriageLog log, StatedCounts counts) {
    return COUNTED.stream()
        .filter(kind -> counts.of(kind).isPresent())
        .map(kind -> Integer.toString(entries(log, kind)))
        .reduce((former, latter) -> former + ", " + latter)
        .orElse("nothing");
  }

  private static int entries(TriageLog log, SectionKind kind) {
    return log.entries(kind).size();
  }

  static List<Violation> rollups(TriageLog log) {
    int rollups = (int) log.entries().stream().filter(LogEntry::isRollup).count();
    Optional<StatedNumber> stated = log.counts().rollups();
    if (stated.isEmpty() || stated.get().is(rollups)) {
      return List.of();
    }
    boolean titled = log.entries().stream().noneMatch(entry -> entry.title().isEmpty());
    return titled
        ? List.of(
            new Violation(
                log.line(stated.get().start()),
                "states "
                    + stated.get().words()
                    + " in rollups, but lists "
                    + rollups
                    + " entries titled 'Rollup of'",
                hidesEntries(log) ? List.of() : edits(log, stated.get(), rollups)))
        : List.of();
  }

  static List<Violation> comparisons(TriageLog log) {
    int entries = log.entries().size();
    return log
        .counts()
        .comparisons()
        .filter(stated -> stated.value().orElse(0) < entries)
        .map(
            stated ->
                new Violation(
                    log.line(stated.start()),
                    "states "
                        + stated.words()
                        + " artifact comparisons, but lists "
                        + entries
                        + " entries"))
        .stream()
        .toList();
  }
}

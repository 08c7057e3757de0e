package dev.perftriage.log.check;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogLink;
import dev.perftriage.log.TriageLog;
import dev.perftriage.model.SiteUrl;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules that compare the entries of a log with each other, and with their own notes. */
final class EntryRules {

  static final List<LogRule> RULES =
      List.of(
          LogRule.finding(
              "entry-twice",
              "entry that is in the log twice",
              log -> amongEntries(log, EntryRules::twice)),
          LogRule.finding(
              "comparison-link",
              "comparison link missing, open, reversed, or that of another entry",
              EntryRules::comparisons),
          LogRule.finding(
              "self-caused",
              "rollup that its note calls caused by itself",
              log -> log.entries().stream().flatMap(entry -> selfCaused(log, entry))));

  /** A commit, with the suffix that early artifacts had. */
  private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}(?:-.*)?");

  private EntryRules() {}

  /** The violations of entries, each of which is checked against the entries before it. */
  private static Stream<Violation> amongEntries(
      TriageLog log, BiFunction<LogEntry, List<LogEntry>, Optional<String>> message) {
    List<LogEntry> entries = log.entries();
    return IntStream.range(0, entries.size())
        .boxed()
        .flatMap(
            at ->
                message.apply(entries.get(at), entries.subList(0, at)).stream()
                    .map(words -> new Violation(entries.get(at).line(), words)));
  }

  private static Optional<String> twice(LogEntry entry, List<LogEntry> before) {
    return before.stream()
        .filter(other -> isSame(entry, other))
        .findFirst()
        .map(other -> entry.name() + " is already in line " + other.line());
  }

  private static boolean isSame(LogEntry entry, LogEntry other) {
    return entry.number().isPresent() && entry.number().equals(other.number());
  }

  private static Stream<Violation> comparisons(TriageLog log, CheckContext context) {
    boolean linked = log.links().stream().anyMatch(LogLink::isComparisonLink);
    return amongEntries(
        log,
        (entry, before) ->
            (linked && entry.comparison().isEmpty()
                    ? missing(log, entry)
                    : entry.comparison().flatMap(link -> wrong(link, entry, before, context)))
                .map(what -> "comparison link of " + entry.name() + ": " + what));
  }

  private static Optional<String> missing(TriageLog log, LogEntry entry) {
    return entry.tables().isEmpty() || hasBrokenTitle(log, entry)
        ? Optional.empty()
        : Optional.of("it is missing");
  }

  private static boolean hasBrokenTitle(TriageLog log, LogEntry entry) {
    return log.brokenLinks().stream()
        .anyMatch(broken -> entry.titleSpan().contains(broken.start()));
  }

  private static Optional<String> wrong(
      LogLink link, LogEntry entry, List<LogEntry> before, CheckContext context) {
    if (link.perf().isEmpty()) {
      // Other rules report empty and incomplete addresses.
      return link.destination().isBlank() || SiteUrl.isPublic(link.destination())
          ? Optional.empty()
          : Optional.of("it leads to " + link.destination());
    }
    SiteUrl perf = link.perf().get();
    if (!perf.isComparison()) {
      return Optional.of("it leads to a range, not to a comparison");
    }
    if (!SHA.matcher(perf.start()).matches() || !SHA.matcher(perf.end()).matches()) {
      return Optional.of(
          "it compares '%s' with '%s', not two commits by their full SHAs"
              .formatted(perf.start(), perf.end()));
    }
    if (perf.start().equals(perf.end())) {
      return Optional.of("it compares a commit with itself");
    }
    if (isReversed(perf, context)) {
      return Optional.of("it is reversed: its start is after its end");
    }
    // Entries of logs without titles of this form may share a measurement.
    return before.stream()
        .filter(other -> link.isComparisonLink())
        .filter(other -> !isSame(entry, other))
        .flatMap(other -> other.revisions().flatMap(others -> clash(perf, others, other)).stream())
        .findFirst();
  }

  private static boolean isReversed(SiteUrl perf, CheckContext context) {
    return context
        .chain()
        .filter(commits -> commits.contains(perf.start()) && commits.contains(perf.end()))
        .filter(commits -> commits.indexOf(perf.start()) > commits.indexOf(perf.end()))
        .isPresent();
  }

  /** How two entries' comparisons contradict each other; empty if they do not. */
  private static Optional<String> clash(SiteUrl perf, SiteUrl other, LogEntry entry) {
    boolean sameStart = perf.start().equals(other.start());
    boolean sameEnd = perf.end().equals(other.end());
    if (sameStart && sameEnd) {
      return Optional.of("it is that of " + entry.name());
    }
    if (perf.start().equals(other.end()) && perf.end().equals(other.start())) {
      return Optional.of("it is that of %s, reversed".formatted(entry.name()));
    }
    if (sameStart || sameEnd) {
      return Optional.of(
          "it %s where that of %s does, so one of them is wrong or reversed"
              .formatted(sameStart ? "starts" : "ends", entry.name()));
    }
    return Optional.empty();
  }

  private static Stream<Violation> selfCaused(TriageLog log, LogEntry entry) {
    if (!entry.isRollup() || entry.number().isEmpty()) {
      return Stream.empty();
    }
    String itself = Integer.toString(entry.number().getAsInt());
    Pattern cause =
        Pattern.compile(
            "\\b(?:caused by|due to|because of|culprit (?:is|was|seems to be))\\s"
                + "[^.#\\[\\n]{0,40}(?:#|\\[#|(?:\\[[^\\]\\n]{0,99}\\]\\()?"
                + "https://github\\.com/rust-lang/rust/(?:pull|issues)/)"
                + itself
                + "(?![\\d/#])",
            Pattern.CASE_INSENSITIVE);
    return cause
        .matcher(log.source().text())
        .region(entry.titleEnd(), entry.end())
        .results()
        .map(
            found ->
                new Violation(
                    log.line(found.start()), entry.name() + " is said to be caused by itself"));
  }
}

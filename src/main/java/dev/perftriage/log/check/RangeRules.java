package dev.perftriage.log.check;

import dev.perftriage.log.CommitOrder;
import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogLink;
import dev.perftriage.log.SourceEdit;
import dev.perftriage.log.TriageLog;
import dev.perftriage.model.Sha;
import dev.perftriage.model.SiteUrl;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules that compare a log's range with its entries and with the previous log. */
final class RangeRules {

  static final List<LogRule> RULES =
      List.of(
          LogRule.finding(
              "range",
              "revision range missing, or its text differs from its link",
              RangeRules::range),
          LogRule.repairing(
              "range-long",
              "whole SHAs in the text of the revision range, since May 2024",
              RangeRules::longText),
          LogRule.finding(
              "range-start",
              "range does not start where " + LogRule.PREVIOUS_LOG + " ended",
              RangeRules::start),
          LogRule.finding(
              "entry-outside-range", "entry beyond or outside the range", RangeRules::outside),
          LogRule.finding(
              "entry-repeated", "entry also in " + LogRule.PREVIOUS_LOG, RangeRules::repeated));

  private static final Pattern WHOLE_SHA = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{32}\\b");

  /** Until then, whole SHAs were usual. */
  private static final LocalDate SHORT_SINCE = LocalDate.of(2024, 5, 1);

  private RangeRules() {}

  private static Stream<Violation> range(TriageLog log) {
    if (log.ranges().isEmpty() && !isBroken(log)) {
      return Stream.of(new Violation(1, "no revision range with a link to the site"));
    }
    return Violation.among(log.ranges(), LogLink::line, RangeRules::whatIsWrong);
  }

  /** Whether the range is an unclosed link, which another rule reports. */
  private static boolean isBroken(TriageLog log) {
    return log.passages().stream()
        .anyMatch(passage -> passage.words().matches("(?s).*\\.\\.\\w+\\]\\(.*"));
  }

  private static Optional<String> whatIsWrong(LogLink range) {
    if (range.perf().isEmpty()) {
      return range.destination().isBlank()
          ? Optional.empty()
          : Optional.of("the link of the range " + range.text() + " lacks start or end");
    }
    return range
        .perf()
        .filter(perf -> !namesEnds(range.text(), perf))
        .map(
            perf ->
                "the range reads %s, but its link goes from %s to %s"
                    .formatted(
                        range.text(),
                        new Sha(perf.start()).shortened(),
                        new Sha(perf.end()).shortened()));
  }

  private static boolean namesEnds(String text, SiteUrl perf) {
    int dots = text.indexOf("..");
    String first = text.substring(0, dots).strip();
    String last = text.substring(dots).replaceFirst("^\\.+", "").strip();
    return !first.isEmpty()
        && !last.isEmpty()
        && perf.start().startsWith(first)
        && perf.end().startsWith(last);
  }

  private static Stream<Violation> longText(TriageLog log) {
    if (log.date().filter(SHORT_SINCE::isAfter).isPresent()) {
      return Stream.empty();
    }
    return log.ranges().stream()
        .filter(range -> WHOLE_SHA.matcher(range.text()).find())
        .map(range -> new Violation(range.line(), "whole SHAs as text", shortened(log, range)));
  }

  private static List<SourceEdit> shortened(TriageLog log, LogLink range) {
    int end = range.destinationStart().orElse(range.start());
    return WHOLE_SHA
        .matcher(log.source().text())
        .region(range.start(), end)
        .results()
        .map(sha -> new SourceEdit(sha.start(), sha.end(), sha.group(1)))
        .toList();
  }

  private static Stream<Violation> start(TriageLog log, CheckContext context) {
    Optional<String> stated = context.previous().flatMap(TriageLog::lastRevision);
    Optional<String> ended = context.previous().map(CommitOrder::new).flatMap(CommitOrder::end);
    Optional<String> starts = log.firstRevision();
    if (ended.isEmpty() || starts.isEmpty() || ended.equals(starts) || stated.equals(starts)) {
      return Stream.empty();
    }
    return Stream.of(
        new Violation(
            log.ranges().get(0).line(),
            "the range starts at %s, but %s ended at %s"
                .formatted(
                    new Sha(starts.get()).shortened(),
                    context.previous().orElseThrow().source().name(),
                    new Sha(ended.get()).shortened())));
  }

  private static Stream<Violation> outside(TriageLog log, CheckContext context) {
    CommitOrder order = new CommitOrder(log);
    List<String> ends = endsOf(context.previous());
    return Violation.among(
        log.entries(),
        LogEntry::line,
        entry ->
            entry
                .revisions()
                .filter(perf -> !ends.contains(perf.end()))
                .flatMap(
                    perf ->
                        place(perf, order, context.chain())
                            .map(
                                place ->
                                    "%s ends at %s, %s"
                                        .formatted(
                                            entry.name(),
                                            new Sha(perf.end()).shortened(),
                                            place))));
  }

  /** Where an entry lies outside the range; empty if it is or may be inside. */
  private static Optional<String> place(
      SiteUrl entry, CommitOrder order, Optional<List<String>> chain) {
    if (order.isBeyond(entry)) {
      return Optional.of("beyond the end of the range: the next log would list it again");
    }
    if (order.isBefore(entry)) {
      return Optional.of("before the start of the range");
    }
    return chain
        .filter(commits -> !commits.subList(1, commits.size()).contains(entry.end()))
        .map(commits -> "which is not a merge in the range");
  }

  private static Stream<Violation> repeated(TriageLog log, CheckContext context) {
    List<String> ends = endsOf(context.previous());
    String name = context.previous().map(previous -> previous.source().name()).orElse("");
    return log.entries().stream()
        .filter(entry -> entry.revisions().map(SiteUrl::end).filter(ends::contains).isPresent())
        .map(entry -> new Violation(entry.line(), entry.name() + " is in " + name + " already"));
  }

  private static List<String> endsOf(Optional<TriageLog> log) {
    return log.stream().flatMap(one -> one.steps().stream()).map(SiteUrl::end).toList();
  }
}

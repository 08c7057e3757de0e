package dev.perftriage.log.check;

import dev.perftriage.log.CommitOrder;
import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogLink;
import dev.perftriage.log.PerfLink;
import dev.perftriage.log.TriageLog;
import dev.perftriage.model.MasterCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log's range, against its entries and against the log before. */
final class RangeRules {

  private RangeRules() {}

  static List<Violation> range(TriageLog log) {
    if (log.ranges().isEmpty()) {
      return isBroken(log)
          ? List.of()
          : List.of(new Violation(1, "there is no revision range that links to the site"));
    }
    List<Violation> violations = new ArrayList<>();
    for (LogLink link : log.ranges()) {
      if (link.perf().isEmpty() && !link.destination().isBlank()) {
        violations.add(
            new Violation(
                log.line(link.start()),
                "the link of the range " + link.text() + " lacks start or end"));
      }
      link.perf()
          .filter(perf -> !namesEnds(link.text(), perf))
          .ifPresent(
              perf ->
                  violations.add(
                      new Violation(
                          log.line(link.start()),
                          "the range reads "
                              + link.text()
                              + ", but its link goes from "
                              + MasterCommit.shortSha(perf.start())
                              + " to "
                              + MasterCommit.shortSha(perf.end()))));
    }
    return violations;
  }

  /** Whether a range is there whose link is not closed, which is another rule's finding. */
  private static boolean isBroken(TriageLog log) {
    return log.passages().stream()
        .anyMatch(passage -> passage.words().matches("(?s).*\\.\\.\\w+\\]\\(.*"));
  }

  private static boolean namesEnds(String text, PerfLink perf) {
    int dots = text.indexOf("..");
    String first = text.substring(0, dots).strip();
    String last = text.substring(dots).replaceFirst("^\\.+", "").strip();
    return !first.isEmpty()
        && !last.isEmpty()
        && perf.start().startsWith(first)
        && perf.end().startsWith(last);
  }

  static List<Violation> start(TriageLog log, CheckContext context) {
    Optional<String> ended = context.previous().flatMap(TriageLog::lastRevision);
    Optional<String> starts = log.firstRevision();
    if (ended.isEmpty() || starts.isEmpty() || ended.equals(starts)) {
      return List.of();
    }
    return List.of(
        new Violation(
            log.line(log.ranges().get(0).start()),
            "the range starts at "
                + MasterCommit.shortSha(starts.get())
                + ", but "
                + context.previous().orElseThrow().source().name()
                + " ended at "
                + MasterCommit.shortSha(ended.get())));
  }

  static List<Violation> outside(TriageLog log, CheckContext context) {
    CommitOrder order = new CommitOrder(log);
    List<Violation> violations = new ArrayList<>();
    for (LogEntry entry : log.entries()) {
      entry
          .revisions()
          .filter(perf -> !endsOf(context.previous()).contains(perf.end()))
          .flatMap(perf -> where(perf, order, context.chain()))
          .ifPresent(
              where ->
                  violations.add(
                      new Violation(
                          entry.line(),
                          entry.name()
                              + " ends at "
                              + MasterCommit.shortSha(entry.revisions().orElseThrow().end())
                              + ", "
                              + where)));
    }
    return violations;
  }

  /** Where an entry lies that is not in the range; empty for one that is, or that may be. */
  private static Optional<String> where(
      PerfLink entry, CommitOrder order, Optional<List<String>> chain) {
    if (order.isBeyond(entry)) {
      return Optional.of("beyond the end of the range: the next log would list it again");
    }
    if (order.isBefore(entry)) {
      return Optional.of("before the start of the range");
    }
    boolean elsewhere =
        chain.isPresent() && !chain.get().subList(1, chain.get().size()).contains(entry.end());
    return elsewhere ? Optional.of("which is no merge of the range") : Optional.empty();
  }

  static List<Violation> repeated(TriageLog log, CheckContext context) {
    if (context.previous().isEmpty()) {
      return List.of();
    }
    TriageLog previous = context.previous().get();
    List<String> ends = endsOf(context.previous());
    return log.entries().stream()
        .filter(entry -> entry.revisions().filter(perf -> ends.contains(perf.end())).isPresent())
        .map(
            entry ->
                new Violation(
                    entry.line(), entry.name() + " is in " + previous.source().name() + " already"))
        .toList();
  }

  private static List<String> endsOf(Optional<TriageLog> log) {
    return log.stream()
        .flatMap(one -> one.entries().stream())
        .flatMap(entry -> entry.revisions().stream())
        .map(PerfLink::end)
        .toList();
  }
}

package dev.perftriage.log.check;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogLink;
import dev.perftriage.log.LogTable;
import dev.perftriage.log.PerfLink;
import dev.perftriage.log.SourceEdit;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.TriageLog.Passage;
import dev.perftriage.log.TriageLog.TextSpan;
import dev.perftriage.model.Metric;
import dev.perftriage.report.Links;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links against their text, and against the tables they stand beside. */
final class LinkRules {

  private static final Pattern PULL_PAGE =
      Pattern.compile("https://github\\.com/rust-lang/rust/(?:pull|issues)/?\\d*/?");
  private static final Pattern STAT = Pattern.compile("(?<=[?&]stat=)[^&#]*");

  /** How far numbers in a log are apart at most, as a rule, as a share. */
  private static final double USUAL_SPREAD = 0.05;

  private LinkRules() {}

  static List<Violation> pulls(TriageLog log) {
    List<Violation> violations = new ArrayList<>();
    for (LogLink link : log.links()) {
      boolean isPullPage = PULL_PAGE.matcher(link.destination()).matches();
      if (link.pull().isPresent() && !link.numbers().isEmpty()) {
        int linked = link.pull().getAsInt();
        if (!link.numbers().contains(linked)) {
          violations.add(
              new Violation(
                  log.line(link.start()),
                  "'" + link.text() + "' links to #" + linked,
                  isPullPage && isPlausible(log, link) ? pullRepair(link) : List.of()));
        }
      } else if (isPullPage && link.pull().isEmpty()) {
        violations.add(
            new Violation(
                log.line(link.start()),
                "'" + link.text() + "' links to no pull request: " + link.destination(),
                pullRepair(link)));
      }
    }
    return violations;
  }

  /**
   * Whether the text's number is about as high as those of the log's entries, or at least no odder
   * than the link's: a digit too few or too many puts the blame on the text.
   */
  private static boolean isPlausible(TriageLog log, LogLink link) {
    int[] numbers =
        log.entries().stream().flatMapToInt(entry -> entry.number().stream()).sorted().toArray();
    if (numbers.length == 0) {
      return true;
    }
    int usual = numbers[numbers.length / 2];
    int textDistance = Math.abs(link.numbers().get(0) - usual);
    int linkDistance = Math.abs(link.pull().orElseThrow() - usual);
    return textDistance <= linkDistance || textDistance <= usual * USUAL_SPREAD;
  }

  /** The text is what the reader is told, so the link follows it; not where a text has two. */
  private static List<SourceEdit> pullRepair(LogLink link) {
    if (link.numbers().size() != 1 || link.destinationStart().isEmpty()) {
      return List.of();
    }
    int at = link.destinationStart().getAsInt();
    return List.of(
        new SourceEdit(at, at + link.destination().length(), Links.pull(link.numbers().get(0))));
  }

  static List<Violation> empty(TriageLog log) {
    return log.links().stream()
        .filter(link -> link.destination().isBlank())
        .map(
            link ->
                new Violation(
                    log.line(link.start()),
                    "'" + link.text() + "' links to nothing",
                    link.text().matches("#\\d{1,9}") ? pullRepair(link) : List.of()))
        .toList();
  }

  static List<Violation> malformed(TriageLog log) {
    List<Violation> violations = new ArrayList<>();
    for (LogLink link : log.links()) {
      whatIsWrong(link)
          .ifPresent(
              wrong ->
                  violations.add(
                      new Violation(
                          log.line(link.start()), "'" + link.text() + "' links to " + wrong)));
    }
    log.brokenLinks().stream()
        .map(words -> notClosed(log, words))
        .distinct()
        .forEach(violations::add);
    return violations;
  }

  private static Violation notClosed(TriageLog log, Passage words) {
    return log.entries().stream()
        .filter(entry -> new TextSpan(entry.start(), entry.titleEnd()).contains(words.start()))
        .findFirst()
        .map(
            entry ->
                new Violation(
                    entry.line(), "a link in the title of " + entry.name() + " is not closed"))
        .orElseGet(
            () ->
                new Violation(
                    log.line(words.start()),
                    "the link in '" + words.words().strip() + "' is not closed"));
  }

  private static Optional<String> whatIsWrong(LogLink link) {
    String address = link.destination();
    if (address.isBlank()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(address);
      if (uri.getScheme() != null
          && uri.getScheme().startsWith("http")
          && (uri.getHost() == null || uri.getHost().isEmpty())) {
        return Optional.of(address + ", which names no site");
      }
    } catch (URISyntaxException e) {
      return Optional.of(address + ", which is no address");
    }
    boolean comparison = PerfLink.leadsToSite(address) && address.contains("/compare.html");
    return comparison && PerfLink.of(address).isEmpty()
        ? Optional.of("a comparison of the site that lacks start or end")
        : Optional.empty();
  }

  static List<Violation> metrics(TriageLog log) {
    List<Violation> violations = new ArrayList<>();
    for (LogEntry entry : log.entries()) {
      entry
          .comparison()
          .flatMap(link -> metric(log, link, entry.tables()))
          .ifPresent(violations::add);
    }
    for (LogLink range : log.ranges()) {
      metric(log, range, log.summary()).ifPresent(violations::add);
    }
    return violations;
  }

  /** A link to none of the metrics that the tables beside it show. */
  private static Optional<Violation> metric(TriageLog log, LogLink link, List<LogTable> tables) {
    List<Metric> shown =
        tables.stream().flatMap(table -> table.metric().stream()).distinct().toList();
    Optional<Metric> linked = link.perf().flatMap(PerfLink::metric);
    if (shown.isEmpty() || linked.isEmpty() || shown.contains(linked.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new Violation(
            log.line(link.start()),
            "'"
                + link.text()
                + "' links to "
                + linked.get()
                + ", but the table is of "
                + shown.get(0),
            shown.size() == 1 ? metricRepair(link, shown.get(0)) : List.of()));
  }

  private static List<SourceEdit> metricRepair(LogLink link, Metric metric) {
    Matcher stat = STAT.matcher(link.destination());
    if (link.destinationStart().isEmpty() || !stat.find()) {
      return List.of();
    }
    int at = link.destinationStart().getAsInt();
    boolean encoded = stat.group().contains("%3A") || link.destination().contains("&absolute=");
    String name = encoded ? metric.name().replace(":", "%3A") : metric.name();
    return List.of(new SourceEdit(at + stat.start(), at + stat.end(), name));
  }
}

package dev.perftriage.log.check;

import dev.perftriage.log.LogLink;
import dev.perftriage.log.LogTable;
import dev.perftriage.log.SourceEdit;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.TriageLog.Passage;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.SiteUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules that compare links with their text and with the tables beside them. */
final class LinkRules {

  static final List<LogRule> RULES =
      List.of(
          LogRule.repairing(
              "pr-link",
              "pull request number differs from its link",
              log -> log.links().stream().flatMap(link -> wrongPull(log, link))),
          LogRule.repairing("link-empty", "link without a URL", LinkRules::empty),
          LogRule.finding(
              "link-malformed", "broken link, or a link to no comparison", LinkRules::malformed),
          LogRule.repairing(
              "link-metric", "link to a metric other than its table's", LinkRules::metrics));

  private static final Pattern PULL_PAGE =
      Pattern.compile("https://github\\.com/rust-lang/rust/(?:pull|issues)/?\\d*/?");
  private static final Pattern STAT = Pattern.compile("(?<=[?&]stat=)[^&#]*");

  /** What the site's metrics are called; a table's header may name anything. */
  private static final Pattern METRIC_NAME = Pattern.compile("[a-z][a-z0-9_:-]*");

  /** The usual spread of pull request numbers in a log, as a fraction. */
  private static final double USUAL_SPREAD = 0.05;

  private LinkRules() {}

  private static Stream<Violation> wrongPull(TriageLog log, LogLink link) {
    boolean isPullPage = PULL_PAGE.matcher(link.destination()).matches();
    if (link.pull().isEmpty()) {
      return isPullPage
          ? Stream.of(
              violation(link, "links to no pull request: " + link.destination(), pullRepair(link)))
          : Stream.empty();
    }
    int linked = link.pull().getAsInt();
    return link.numbers().isEmpty() || link.numbers().contains(linked)
        ? Stream.empty()
        : Stream.of(
            violation(
                link,
                "links to #" + linked,
                isPullPage && isPlausible(log, link) ? pullRepair(link) : List.of()));
  }

  private static Violation violation(LogLink link, String what, List<SourceEdit> repair) {
    return new Violation(link.line(), "'" + link.text() + "' " + what, repair);
  }

  /**
   * Whether the number in the text is close to those of the log's entries, or at least no further
   * off than the link's. Otherwise the text probably has a digit too few or too many.
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

  /** Makes the link follow its text, which readers see; empty unless the text has one number. */
  private static List<SourceEdit> pullRepair(LogLink link) {
    return link.numbers().size() == 1
        ? link.withDestination(new PullRef(link.numbers().get(0)).address())
        : List.of();
  }

  private static Stream<Violation> empty(TriageLog log) {
    return log.links().stream()
        .filter(link -> link.destination().isBlank())
        .map(
            link ->
                violation(
                    link,
                    "links to nothing",
                    link.text().matches("#\\d{1,9}") ? pullRepair(link) : List.of()));
  }

  private static Stream<Violation> malformed(TriageLog log) {
    return Stream.concat(
        Violation.among(
            log.links(),
            LogLink::line,
            link ->
                whatIsWrong(link.destination())
                    .map(wrong -> "'" + link.text() + "' links to " + wrong)),
        log.brokenLinks().stream()
            .filter(words -> !ReferenceRules.isSwapped(words.words()))
            .map(words -> notClosed(log, words))
            .distinct());
  }

  private static Violation notClosed(TriageLog log, Passage words) {
    return log.entries().stream()
        .filter(entry -> entry.titleSpan().contains(words.start()))
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

  private static Optional<String> whatIsWrong(String address) {
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
      return Optional.of(address + ", which is not a URL");
    }
    boolean comparison = SiteUrl.isPublic(address) && address.contains("/compare.html");
    return comparison && SiteUrl.between(address).isEmpty()
        ? Optional.of("a comparison of the site that lacks start or end")
        : Optional.empty();
  }

  private static Stream<Violation> metrics(TriageLog log) {
    return Stream.concat(
        log.entries().stream()
            .flatMap(
                entry ->
                    entry.comparison().stream().flatMap(link -> otherMetric(link, entry.tables()))),
        log.ranges().stream().flatMap(range -> otherMetric(range, log.summary())));
  }

  /** Finds a link to a metric that none of the tables beside it shows. */
  private static Stream<Violation> otherMetric(LogLink link, List<LogTable> tables) {
    List<Metric> shown =
        tables.stream().flatMap(table -> table.metric().stream()).distinct().toList();
    return link.perf().flatMap(SiteUrl::metric).stream()
        .filter(linked -> !shown.isEmpty() && !shown.contains(linked))
        .map(
            linked ->
                violation(
                    link,
                    "links to " + linked + ", but the table is of " + shown.get(0),
                    shown.size() == 1 ? metricRepair(link, shown.get(0)) : List.of()));
  }

  private static List<SourceEdit> metricRepair(LogLink link, Metric metric) {
    String address = link.destination();
    Matcher stat = STAT.matcher(address);
    if (!stat.find() || !METRIC_NAME.matcher(metric.name()).matches()) {
      return List.of();
    }
    boolean encoded = stat.group().contains("%3A") || address.contains("&absolute=");
    String name = encoded ? metric.name().replace(":", "%3A") : metric.name();
    return link.withDestination(
        address.substring(0, stat.start()) + name + address.substring(stat.end()));
  }
}

package dev.perftriage.model;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An address of the performance site, as copied from a browser.
 *
 * @param host its host, in lower case
 * @param isComparison whether it is the page of one comparison; other pages show a range
 * @param start the earlier revision; empty if it names none
 * @param end the later revision; empty if it names none
 * @param metric the metric it shows; empty if it names none
 */
public record SiteUrl(
    String host, boolean isComparison, String start, String end, Optional<Metric> metric) {

  /** The public site's host. */
  public static final String HOST = "perf.rust-lang.org";

  /** The page of one comparison. */
  public static final String COMPARISON = "compare.html";

  private static final String PUBLIC = "https://" + HOST + "/";
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)https?://(?:[^/?#@]*@)?([^/?#:]+)(?::\\d*)?([^?#]*)(?:\\?([^#]*))?.*");

  /** Parses an address of any host; empty if the text is not one. */
  public static Optional<SiteUrl> parse(String text) {
    Matcher address = ADDRESS.matcher(text.strip());
    if (!address.matches()) {
      return Optional.empty();
    }
    String query = address.group(3) == null ? "" : address.group(3);
    return Optional.of(
        new SiteUrl(
            address.group(1).toLowerCase(Locale.ROOT),
            address.group(2).endsWith("/" + COMPARISON),
            value(query, "start"),
            value(query, "end"),
            Optional.of(value(query, "stat")).filter(name -> !name.isBlank()).map(Metric::new)));
  }

  /** An address of the public site that names two revisions; empty for any other text. */
  public static Optional<SiteUrl> between(String text) {
    return parse(text)
        .filter(url -> url.host.equals(HOST) && !url.start.isBlank() && !url.end.isBlank());
  }

  /** Whether a text is an address of the public site. */
  public static boolean isPublic(String text) {
    return parse(text).filter(url -> url.host.equals(HOST)).isPresent();
  }

  private static String value(String query, String name) {
    return Stream.of(query.split("&", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .findFirst()
        .map(pair -> decoded(pair.substring(name.length() + 1)))
        .orElse("");
  }

  /** The public site's overview of a range of commits. */
  public static String range(Sha start, Sha end, Metric metric) {
    return PUBLIC + ends(start, end) + "&absolute=false&stat=" + encoded(metric.name());
  }

  /** The public site's page for one comparison. */
  public static String comparison(Sha start, Sha end, Metric metric) {
    String stat = encoded(metric.name()).replace("%3A", ":");
    return PUBLIC + COMPARISON + ends(start, end) + "&stat=" + stat;
  }

  /**
   * The public site's graph of one test case between two commits. Backend and target are named
   * unless they are the defaults; further fields, by the site's names for them.
   */
  public static String history(TestCase testCase, Sha start, Sha end, Metric metric) {
    StringBuilder url = new StringBuilder(range(start, end, metric));
    add(url, "benchmark", testCase.benchmark());
    add(url, "profile", testCase.profile());
    add(url, "scenario", testCase.scenario());
    if (!testCase.backend().equals(TestCase.DEFAULT_BACKEND)) {
      add(url, "backend", testCase.backend());
    }
    if (!testCase.target().equals(TestCase.DEFAULT_TARGET)) {
      add(url, "target", testCase.target());
    }
    testCase.further().forEach((name, value) -> add(url, encoded(name), value));
    return url.toString();
  }

  private static void add(StringBuilder url, String name, String value) {
    url.append('&').append(name).append('=').append(encoded(value));
  }

  private static String ends(Sha start, Sha end) {
    return "?start=" + encoded(start.text()) + "&end=" + encoded(end.text());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A part of an address with its escapes decoded; unchanged if they are malformed. */
  public static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}

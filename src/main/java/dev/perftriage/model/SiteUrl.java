package dev.perftriage.model;

import dev.perftriage.model.profile.ProfileRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of the performance site, as copied from a browser.
 *
 * @param host its host, in lower case
 * @param page what it shows
 * @param start the earlier revision; empty if it names none
 * @param end the later revision; empty if it names none
 * @param metric the metric it shows; empty if it names none
 * @param others its other parameters, decoded, in their order
 */
public record SiteUrl(
    String host,
    Page page,
    String start,
    String end,
    Optional<Metric> metric,
    Map<String, String> others) {

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
    Map<String, String> parameters = parameters(address.group(3));
    String start = parameters.getOrDefault("start", "");
    String end = parameters.getOrDefault("end", "");
    String metric = parameters.getOrDefault("stat", "");
    parameters.keySet().removeAll(List.of("start", "end", "stat"));
    return Optional.of(
        new SiteUrl(
            address.group(1).toLowerCase(Locale.ROOT),
            Page.at(address.group(2)),
            start,
            end,
            metric.isBlank() ? Optional.empty() : Optional.of(new Metric(metric)),
            Collections.unmodifiableMap(parameters)));
  }

  /** Whether it is the page of one comparison. */
  public boolean isComparison() {
    return page == Page.COMPARISON;
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

  /** The parameters of a query, which may be copied from HTML; the first one of a name counts. */
  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query == null ? new String[0] : query.replace("&amp;", "&").split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        parameters.putIfAbsent(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
      }
    }
    return parameters;
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
    addUnusual(url, testCase);
    return url.toString();
  }

  /** The public site's page of one test case's self-profiles, likewise. */
  public static String detailedQuery(ProfileRequest request) {
    TestCase testCase = request.testCase();
    StringBuilder url = new StringBuilder(PUBLIC + "detailed-query.html?commit=");
    url.append(encoded(request.after().text()));
    add(url, "base_commit", request.before().text());
    add(url, "benchmark", testCase.benchmark() + "-" + testCase.profile());
    add(url, "scenario", testCase.scenario());
    addUnusual(url, testCase);
    return url.toString();
  }

  /** The public site's flame graph of the later compiler, drawn from its self-profile. */
  public static String flameGraph(ProfileRequest request) {
    TestCase testCase = request.testCase();
    StringBuilder url = new StringBuilder(PUBLIC + "perf/processed-self-profile?commit=");
    url.append(encoded(request.after().text()));
    add(url, "benchmark", testCase.benchmark());
    add(url, "profile", testCase.profile());
    add(url, "scenario", testCase.scenario());
    add(url, "backend", testCase.backend());
    add(url, "target", testCase.target());
    add(url, "type", "flamegraph");
    return url.toString();
  }

  private static void addUnusual(StringBuilder url, TestCase testCase) {
    if (!testCase.backend().equals(TestCase.DEFAULT_BACKEND)) {
      add(url, "backend", testCase.backend());
    }
    if (!testCase.target().equals(TestCase.DEFAULT_TARGET)) {
      add(url, "target", testCase.target());
    }
    testCase.further().forEach((name, value) -> add(url, encoded(name), value));
  }

  /**
   * The public site's page of the queries that the compiler ran for a test case, without the test
   * case: {@code benchmark}, as {@code serde-check}, and {@code scenario} are to be appended.
   */
  public static String queries(Sha start, Sha end) {
    return PUBLIC
        + "detailed-query.html?commit="
        + encoded(end.text())
        + "&base_commit="
        + encoded(start.text());
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

  /** A kind of page. */
  public enum Page {
    COMPARISON,
    /** The graphs of a range. */
    RANGE,
    OTHER;

    private static Page at(String path) {
      if (path.endsWith("/" + SiteUrl.COMPARISON)) {
        return COMPARISON;
      }
      return path.isEmpty() || path.endsWith("/") || path.endsWith("/index.html") ? RANGE : OTHER;
    }
  }
}

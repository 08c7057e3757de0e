package dev.perftriage.log;

import dev.perftriage.model.Metric;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A link to the performance site that names two revisions.
 *
 * @param isComparison whether it opens one comparison; otherwise the graphs of a range of commits
 * @param start the earlier revision: a full SHA as a rule, but people also wrote tags
 * @param end the later revision
 * @param metric the metric it shows; empty where it leaves that to the site
 */
public record PerfLink(boolean isComparison, String start, String end, Optional<Metric> metric) {

  private static final String HOST = "perf.rust-lang.org";

  /** The link of an address; empty where it is none, or names no two revisions. */
  public static Optional<PerfLink> of(String address) {
    if (!leadsToSite(address)) {
      return Optional.empty();
    }
    Map<String, String> query = query(address);
    String start = query.getOrDefault("start", "");
    String end = query.getOrDefault("end", "");
    if (start.isBlank() || end.isBlank()) {
      return Optional.empty();
    }
    Optional<Metric> metric =
        Optional.ofNullable(query.get("stat")).filter(name -> !name.isBlank()).map(Metric::new);
    return Optional.of(new PerfLink(address.contains("/compare.html"), start, end, metric));
  }

  /** Whether an address is one of the performance site's. */
  public static boolean leadsToSite(String address) {
    try {
      return HOST.equals(new URI(address).getHost());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Map<String, String> query(String address) {
    Map<String, String> values = new TreeMap<>();
    int question = address.indexOf('?');
    int fragment = address.indexOf('#');
    String query =
        question < 0
            ? ""
            : address.substring(question + 1, fragment > question ? fragment : address.length());
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}

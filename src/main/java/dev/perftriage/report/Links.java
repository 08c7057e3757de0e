package dev.perftriage.report;

import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses that reports point to: always the public ones, wherever the facts came from. */
public final class Links {

  private static final String PERF = "https://perf.rust-lang.org/";
  private static final String PULL = "https://github.com/rust-lang/rust/pull/";

  private Links() {}

  /** The site's overview of a range of commits. */
  public static String range(String start, String end, Metric metric) {
    return PERF
        + "?start="
        + encoded(start)
        + "&end="
        + encoded(end)
        + "&absolute=false&stat="
        + encoded(metric.name());
  }

  /** The site's page for one comparison. */
  public static String comparison(String start, String end, Metric metric) {
    return PERF
        + "compare.html?start="
        + encoded(start)
        + "&end="
        + encoded(end)
        + "&stat="
        + encoded(metric.name()).replace("%3A", ":");
  }

  /** The site's graph of one test case between two commits. */
  public static String history(TestCase testCase, String start, String end, Metric metric) {
    return range(start, end, metric)
        + "&benchmark="
        + encoded(testCase.benchmark())
        + "&profile="
        + encoded(testCase.profile())
        + "&scenario="
        + encoded(testCase.scenario());
  }

  /** A pull request. */
  public static String pull(int number) {
    return PULL + number;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

package dev.perftriage.app;

import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.model.SiteUrl;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The URL of a comparison on the site.
 *
 * @param start the earlier revision
 * @param end the later revision
 * @param metric the metric; empty if the URL has none
 */
public record ComparisonAddress(Revision start, Revision end, Optional<Metric> metric) {

  /**
   * Parses a URL as copied from a browser.
   *
   * @param isSite whether a host is the site's
   * @return empty if the word is not a URL of the site
   * @throws UsageException if it is one, but not of a comparison, or has an invalid revision
   */
  public static Optional<ComparisonAddress> parse(String word, Predicate<String> isSite) {
    Optional<SiteUrl> address = SiteUrl.parse(word).filter(url -> isSite.test(url.host()));
    if (address.isPresent() && !address.get().isComparison()) {
      throw new UsageException(
          "'%s' is not a comparison; expected a URL with %s?start=…&end=…"
              .formatted(word, SiteUrl.COMPARISON));
    }
    return address.map(
        url -> new ComparisonAddress(revision(url.start()), revision(url.end()), url.metric()));
  }

  private static Revision revision(String value) {
    try {
      return value.isBlank() ? Revision.UNNAMED : Revision.parse(value);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}

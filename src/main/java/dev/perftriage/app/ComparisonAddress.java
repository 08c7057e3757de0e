package dev.perftriage.app;

import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.model.SiteUrl;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The address of one of the site's comparisons.
 *
 * @param start the earlier revision
 * @param end the later revision
 * @param metric what it shows; empty where it leaves that to the site
 */
public record ComparisonAddress(Revision start, Revision end, Optional<Metric> metric) {

  /**
   * Reads an address as it is copied from a browser.
   *
   * @param isSite whether a host is the site's
   * @return empty where the word is no address of the site
   * @throws UsageException where it is one that names no comparison, or a revision that is none
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

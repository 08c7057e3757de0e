package dev.perftriage.app;

import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import java.util.Optional;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The address of one of the site's comparisons.
 *
 * @param start the earlier revision
 * @param end the later revision
 * @param metric what it shows; empty where it leaves that to the site
 */
public record ComparisonAddress(Revision start, Revision end, Optional<Metric> metric) {

  private static final String PAGE = "compare.html";

  /**
   * Reads an address as it is copied from a browser.
   *
   * @param isSite whether an address is one of the site
   * @return empty where the word is no address of the site
   * @throws IllegalArgumentException where it is one that names no comparison, with a message
   */
  public static Optional<ComparisonAddress> parse(String word, Predicate<HttpUrl> isSite) {
    HttpUrl address = HttpUrl.parse(word.strip());
    if (address == null || !isSite.test(address)) {
      return Optional.empty();
    }
    if (!address.encodedPath().endsWith("/" + PAGE)) {
      throw new IllegalArgumentException(
          "'" + word + "' is no comparison; an address with " + PAGE + "?start=…&end=… is");
    }
    return Optional.of(
        new ComparisonAddress(
            revision(address.queryParameter("start")),
            revision(address.queryParameter("end")),
            Optional.ofNullable(address.queryParameter("stat"))
                .filter(name -> !name.isBlank())
                .map(Metric::new)));
  }

  private static Revision revision(@Nullable String value) {
    return value == null || value.isBlank() ? Revision.UNNAMED : Revision.parse(value);
  }
}

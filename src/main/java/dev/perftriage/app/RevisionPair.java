package dev.perftriage.app;

import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.SiteUrl.Page;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two revisions in one word: {@code A..B}, or the URL of a comparison or range on the site, also as
 * a link in Markdown.
 *
 * @param start the earlier revision
 * @param end the later revision
 * @param metric the metric; empty if the word has none
 * @param filters the filters of the site's page; none for {@code A..B}
 */
public record RevisionPair(
    Revision start, Revision end, Optional<Metric> metric, AddressFilters filters) {

  private static final String BETWEEN = "..";

  /**
   * Parses a word.
   *
   * @param isSite whether a host is the site's
   * @return empty if the word is neither
   * @throws UsageException if it is one, but does not name two revisions
   */
  public static Optional<RevisionPair> parse(String word, Predicate<String> isSite) {
    String whole = withoutLink(word.strip());
    Optional<SiteUrl> address = SiteUrl.parse(whole).filter(url -> isSite.test(url.host()));
    if (address.isPresent()) {
      return address.map(url -> of(url, whole));
    }
    int at = whole.indexOf(BETWEEN);
    if (at < 0) {
      return Optional.empty();
    }
    String start = whole.substring(0, at);
    String end = whole.substring(at + BETWEEN.length());
    if (start.isBlank() || end.isBlank() || end.startsWith(".")) {
      throw new UsageException("'" + whole + "' does not name two revisions; expected A..B");
    }
    return Optional.of(
        new RevisionPair(
            revision(start), revision(end), Optional.empty(), AddressFilters.of(Map.of())));
  }

  private static RevisionPair of(SiteUrl url, String word) {
    if (url.page() == Page.OTHER) {
      throw new UsageException(
          "'%s' is neither a comparison nor a range; expected a URL with %s?start=…&end=…"
              .formatted(word, SiteUrl.COMPARISON));
    }
    return new RevisionPair(
        revision(url.start()), revision(url.end()), url.metric(), AddressFilters.of(url.others()));
  }

  /** The address that a link in Markdown leads to; any other text unchanged. */
  private static String withoutLink(String word) {
    if (!word.contains("](")) {
      return word;
    }
    Matcher link = Pattern.compile("\\[[^\\]]*]\\(<?([^)\\s>]+)>?\\)").matcher(word);
    return link.find() ? link.group(1) : word;
  }

  private static Revision revision(String value) {
    try {
      return value.isBlank() ? Revision.UNNAMED : Revision.parse(value);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}

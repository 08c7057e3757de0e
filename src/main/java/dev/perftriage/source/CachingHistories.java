package dev.perftriage.source;

import dev.perftriage.model.DataException;
import dev.perftriage.model.HistoryQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.model.SiteHistory;
import dev.perftriage.model.SiteHistory.Point;
import dev.perftriage.model.TestCase;
import dev.perftriage.source.http.Fetched;
import dev.perftriage.source.http.PerfSite;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.wire.HistoryReader;
import dev.perftriage.source.wire.Payload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Histories of test cases from the store, or else from the site. A stored one is final if its range
 * ends at a commit and it was stored {@link #SETTLED} after that merge: by then, the site had
 * measured its merges. Any other is used for {@link #RECENT}, and if the site does not answer.
 */
final class CachingHistories implements Function<HistoryQuery, Optional<SiteHistory>> {

  /** The site is seldom more than a day behind. */
  private static final Duration SETTLED = Duration.ofDays(3);

  /** Whoever looks at a history again in another format need not wait. */
  private static final Duration RECENT = Duration.ofMinutes(5);

  /** So many different values are those of one test case and metric alone. */
  private static final int UNIQUE = 3;

  private final PerfSite site;
  private final Cache cache;
  private final Clock clock;
  private final AnswersByQuestion<Question> answers = new AnswersByQuestion<>();

  CachingHistories(PerfSite site, Cache cache, Clock clock) {
    this.site = site;
    this.cache = cache;
    this.clock = clock;
  }

  @Override
  public Optional<SiteHistory> apply(HistoryQuery query) {
    String name = StoreLayout.history(query);
    Optional<SiteHistory> stored =
        cache.find(() -> cache.value(name, HistoryReader::read)).flatMap(found -> found);
    if (stored.filter(known -> isUsable(query, known, name)).isPresent()) {
      return stored;
    }
    try {
      Fetched<Optional<SiteHistory>> fetched =
          site.history(query, answer -> checked(query, answer));
      return fetched.value().isPresent() ? cache.kept(name, fetched) : Optional.empty();
    } catch (DataException e) {
      if (stored.isEmpty()) {
        throw e;
      }
      cache.note(e.getMessage() + "; using the response in the store");
      return stored;
    }
  }

  private boolean isUsable(HistoryQuery query, SiteHistory known, String name) {
    Optional<Instant> storedAt = cache.store().flatMap(store -> store.storedAt(name));
    if (storedAt.isEmpty()) {
      return false;
    }
    Duration age = Duration.between(storedAt.get(), clock.instant());
    boolean isRecent = !age.isNegative() && age.compareTo(RECENT) < 0;
    return isRecent || (query.range().end().isCommit() && isSettled(known, storedAt.get()));
  }

  /**
   * Reads a response. Rows of a few values, or of sizes, may be those of another test case, too.
   */
  private Optional<SiteHistory> checked(HistoryQuery query, Payload answer) {
    Optional<SiteHistory> history = HistoryReader.read(answer);
    Metric metric = query.range().metric();
    if (!metric.isSize() && history.filter(CachingHistories::isUnique).isPresent()) {
      answers.check(new Question(query.testCase(), metric), answer);
    }
    return history;
  }

  private static boolean isUnique(SiteHistory history) {
    return history.points().stream()
            .filter(Point::isMeasured)
            .mapToDouble(Point::value)
            .distinct()
            .count()
        >= UNIQUE;
  }

  private static boolean isSettled(SiteHistory known, Instant storedAt) {
    return !known.points().isEmpty()
        && storedAt.isAfter(known.points().get(known.points().size() - 1).time().plus(SETTLED));
  }

  /** What a history does not name. */
  private record Question(TestCase testCase, Metric metric) {

    @Override
    public String toString() {
      return testCase + " by " + metric;
    }
  }
}

package dev.perftriage.app;

import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.http.Limits;
import dev.perftriage.source.http.Services;
import dev.perftriage.source.http.Services.Addresses;
import dev.perftriage.source.io.Advice;
import dev.perftriage.source.range.RangeWalk;
import dev.perftriage.source.revision.Revisions;
import dev.perftriage.source.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;

/** The data sources of one run, as the user chose them. */
public final class Session {

  /** How much the user's cache may hold before its oldest comparisons are dropped: 1 GiB. */
  private static final long MOST_BYTES_OF_CACHE = 1L << 30;

  private final Settings settings;
  private final DataSources sources;

  private Session(Settings settings, DataSources sources) {
    this.settings = settings;
    this.sources = sources;
  }

  /**
   * Opens the data sources; nothing is fetched yet.
   *
   * @param notes takes sentences about failures that did no harm
   */
  public static Session open(Settings settings, Consumer<String> notes) {
    Optional<Store> store = settings.store.map(Store::new);
    DataSources sources =
        settings
            .network
            .map(
                network ->
                    DataSources.online(
                        network.services(settings.clock, settings.advice),
                        store,
                        settings.refresh,
                        settings.advice,
                        notes))
            .orElseGet(() -> DataSources.offline(store.orElseThrow(), settings.advice));
    return new Session(settings, sources);
  }

  DataSources sources() {
    return sources;
  }

  RangeWalk walk() {
    return new RangeWalk(sources, settings.jobs);
  }

  /**
   * Revisions in the words of the user.
   *
   * @param metric by which the newest measured commit is looked for
   */
  Revisions revisions(Metric metric) {
    return new Revisions(
        sources, LocalDate.ofInstant(settings.clock.instant(), ZoneOffset.UTC), metric);
  }

  /** Whether GitHub answers thousands of questions an hour. */
  boolean hasToken() {
    return settings.network.flatMap(Network::token).isPresent();
  }

  /**
   * Keeps the user's cache, to which this run may have added, below its bound.
   *
   * @throws DataException where a file of the cache cannot be removed
   */
  public void trimCache() {
    if (settings.isCache && settings.network.isPresent()) {
      settings.store.map(Store::new).ifPresent(cache -> cache.trim(MOST_BYTES_OF_CACHE));
    }
  }

  /**
   * What the user chose.
   *
   * @param store the folder of recorded answers; empty where none are read or kept
   * @param isCache whether that is the user's cache, whose size is bounded
   * @param network how the services are reached; empty where the store alone is read
   * @param refresh whether answers in the store are asked for again
   * @param jobs maximum number of concurrent comparison requests, 1 or more
   * @param clock tells the day, and the time of rate limits
   * @param advice what messages advise
   */
  public record Settings(
      Optional<Path> store,
      boolean isCache,
      Optional<Network> network,
      boolean refresh,
      int jobs,
      Clock clock,
      Advice advice) {}

  /**
   * How the services are reached.
   *
   * @param userAgent what the program calls itself
   * @param token GitHub's; empty where there is none
   */
  public record Network(
      Addresses addresses, Limits limits, String userAgent, Optional<String> token) {

    private Services services(Clock clock, Advice advice) {
      return Services.at(addresses, limits, userAgent, token.orElse(null), clock, advice);
    }
  }
}

package dev.perftriage.app;

import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.http.Connection;
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

/** The data sources of one run, as configured by the user. */
public final class Session {

  /** The maximum size of the user's cache, 1 GiB; the oldest comparisons are removed above it. */
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
   * @param notes receives sentences about harmless failures
   */
  public static Session open(Settings settings, Consumer<String> notes) {
    Optional<Store> store = settings.store.map(Store::new);
    DataSources sources =
        settings
            .network
            .map(
                network ->
                    DataSources.online(
                        network.services(settings.clock, settings.advice, notes),
                        store,
                        settings.refresh,
                        settings.clock,
                        settings.advice,
                        notes))
            .orElseGet(() -> DataSources.offline(store.orElseThrow(), settings.advice));
    return new Session(settings, sources);
  }

  DataSources sources() {
    return sources;
  }

  /** Whether responses are stored, and stored ones read. */
  boolean hasStore() {
    return settings.store.isPresent();
  }

  /**
   * The store without the network.
   *
   * @throws DataException if the run has no store
   */
  DataSources storedAlone() {
    return settings
        .store
        .map(Store::new)
        .map(store -> DataSources.offline(store, settings.advice))
        .orElseThrow(() -> new DataException("The run has no store"));
  }

  RangeWalk walk() {
    return new RangeWalk(sources, settings.threads());
  }

  /**
   * Resolves revisions given by the user.
   *
   * @param metric the metric by which the newest measured commit is found
   */
  Revisions revisions(Metric metric) {
    return new Revisions(sources, today(), metric);
  }

  /** Resolves revisions by the store alone. */
  Revisions storedRevisions(Metric metric) {
    return new Revisions(storedAlone(), today(), metric);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(settings.clock.instant(), ZoneOffset.UTC);
  }

  /** The maximum number of concurrent comparison requests. */
  int threads() {
    return settings.threads();
  }

  /** Whether a GitHub token allows thousands of requests an hour. */
  boolean hasToken() {
    return settings.network.flatMap(network -> network.connection().gitHubToken()).isPresent();
  }

  /**
   * Keeps the user's cache, which this run may have enlarged, below its maximum size.
   *
   * @throws DataException if a file of the cache cannot be removed
   */
  public void trimCache() {
    if (settings.isCache && settings.network.isPresent()) {
      settings.store.map(Store::new).ifPresent(cache -> cache.trim(MOST_BYTES_OF_CACHE));
    }
  }

  /**
   * The user's configuration.
   *
   * @param store the folder of stored responses; empty to use none
   * @param isCache whether the store is the user's cache, whose size is limited
   * @param network how to reach the services; empty to read only the store
   * @param refresh whether to fetch stored responses again
   * @param jobs the maximum number of concurrent comparison requests, 1 or more
   * @param clock the clock for the current day and for rate limits
   * @param advice the advice in messages
   */
  public record Settings(
      Optional<Path> store,
      boolean isCache,
      Optional<Network> network,
      boolean refresh,
      int jobs,
      Clock clock,
      Advice advice) {

    /** Reading stored comparisons waits for nothing: more threads than processors slow it down. */
    private int threads() {
      return network.isPresent()
          ? jobs
          : Math.min(jobs, Runtime.getRuntime().availableProcessors());
    }
  }

  /**
   * How to reach the services.
   *
   * @param addresses the services
   * @param connection the way to them
   */
  public record Network(Addresses addresses, Connection connection, Limits limits) {

    private Services services(Clock clock, Advice advice, Consumer<String> notes) {
      return Services.at(addresses, connection, limits, clock, advice, notes);
    }
  }
}

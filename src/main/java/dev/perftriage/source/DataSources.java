package dev.perftriage.source;

import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.DataException;
import dev.perftriage.model.HistoryQuery;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.SiteHistory;
import dev.perftriage.source.http.Services;
import dev.perftriage.source.io.Advice;
import dev.perftriage.source.store.Store;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.wire.ChangedFilesReader;
import dev.perftriage.source.wire.PullRequestReader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The data sources of a run: a store alone, or the services with a store that keeps each response
 * as received. May be used by several threads; each source throws a {@link DataException} if the
 * data is unavailable.
 *
 * @param isOffline whether the store is the only source
 * @param comparisons comparisons of artifacts
 * @param merges the merges to master, requested at most once per run: the newest list, or the
 *     stored one if the request fails
 * @param pulls pull requests of rust-lang/rust by number; a stored one is used unless it is to be
 *     refreshed
 * @param files the paths of the files that a merged pull request changes, at most its first 100;
 *     never changes, so that a stored list is final
 * @param untriaged the newest list of merged pull requests with untriaged regressions
 * @param builds releases and try builds
 * @param profiles where compilers spent their time
 * @param discussions what was said and done about pull requests
 * @param histories the values of single test cases through ranges of merges; empty if the site, or
 *     the store of an offline run, has none
 * @param stored the data that the store already holds
 */
public record DataSources(
    boolean isOffline,
    ComparisonSource comparisons,
    LazyValue<CommitHistory> merges,
    IntFunction<PullRequest> pulls,
    IntFunction<List<String>> files,
    Supplier<List<PullRequest>> untriaged,
    Builds builds,
    Profiles profiles,
    Discussions discussions,
    Function<HistoryQuery, Optional<SiteHistory>> histories,
    StoredData stored) {

  /** Reads from a store alone. */
  public static DataSources offline(Store store, Advice advice) {
    StoredData stored = new StoredData(Optional.of(store), advice);
    return new DataSources(
        true,
        query ->
            stored
                .comparison(query)
                .orElseThrow(() -> stored.missingComparison(query.toString(), query.metric())),
        new LazyValue<>(
            () ->
                stored
                    .merges()
                    .orElseThrow(() -> stored.missing("no list of merges (commits.json)"))),
        number ->
            stored
                .intactPull(number)
                .orElseThrow(() -> stored.missing("no pull request #" + number)),
        number ->
            stored
                .value(StoreLayout.files(number), ChangedFilesReader::read)
                .orElseThrow(() -> stored.missing("no list of the files of #" + number)),
        () ->
            store
                .find(StoreLayout.UNTRIAGED)
                .map(answer -> PullRequestReader.readPage(answer).pulls())
                .orElseThrow(
                    () -> stored.missing("no list of untriaged pull requests (untriaged.json)")),
        Builds.offline(stored),
        Profiles.offline(stored),
        Discussions.offline(stored),
        stored::history,
        stored);
  }

  /**
   * Reads from the services, and from a store if there is one.
   *
   * @param refresh whether to fetch stored data again
   * @param clock the clock for the age of stored data
   * @param notes receives a sentence for each failure that did not stop the run
   */
  public static DataSources online(
      Services services,
      Optional<Store> store,
      boolean refresh,
      Clock clock,
      Advice advice,
      Consumer<String> notes) {
    Cache cache = new Cache(store, advice, refresh, notes);
    return new DataSources(
        false,
        new CachingComparisons(services.perf(), cache),
        new LazyValue<>(() -> merges(services, cache)),
        number -> pull(number, services, cache),
        number ->
            cache.once(
                StoreLayout.files(number),
                ChangedFilesReader::read,
                () -> services.gitHub().files(number)),
        () -> cache.kept(StoreLayout.UNTRIAGED, services.gitHub().untriaged()),
        Builds.online(services, cache),
        Profiles.online(services, cache),
        Discussions.online(services, cache, clock),
        new CachingHistories(services.perf(), cache, clock),
        cache);
  }

  private static CommitHistory merges(Services services, Cache cache) {
    try {
      return cache.learned(cache.kept(StoreLayout.COMMITS, services.commits().get()));
    } catch (DataException e) {
      return cache.merges().orElseThrow(() -> e);
    }
  }

  private static PullRequest pull(int number, Services services, Cache cache) {
    return cache.once(
        StoreLayout.pull(number),
        answer -> PullRequestReader.read(answer, number),
        () -> services.gitHub().pull(number));
  }

  public Advice advice() {
    return stored.advice();
  }
}

package dev.perftriage.source;

import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.DataException;
import dev.perftriage.model.PullRequest;
import dev.perftriage.source.http.Services;
import dev.perftriage.source.io.Advice;
import dev.perftriage.source.store.Store;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.wire.PullRequestReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Where a run gets its data: from a store alone, or from the services and a store. What the
 * services send is kept in the store at once, as it came. May be used by several threads; each
 * source throws a {@link DataException} where it has nothing.
 *
 * @param isOffline whether the store is all there is
 * @param comparisons comparisons of artifacts
 * @param merges the merges to master, asked for at most once a run: the newest list, or the stored
 *     one where there is no other
 * @param pulls pull requests of rust-lang/rust by number; a stored one stays as it was when it was
 *     fetched, until it is refreshed
 * @param untriaged merged regressions that nobody has triaged, the newest list
 * @param stored what the store holds already
 */
public record DataSources(
    boolean isOffline,
    ComparisonSource comparisons,
    LazyValue<CommitHistory> merges,
    IntFunction<PullRequest> pulls,
    Supplier<List<PullRequest>> untriaged,
    StoredData stored) {

  /** The data of a store alone. */
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
        () ->
            store
                .find(StoreLayout.UNTRIAGED)
                .map(answer -> PullRequestReader.readPage(answer).pulls())
                .orElseThrow(
                    () -> stored.missing("no list of untriaged pull requests (untriaged.json)")),
        stored);
  }

  /**
   * The data of the services, and of a store where there is one.
   *
   * @param refresh whether what is stored is fetched again
   * @param notes takes sentences about what did not go as it should and did no harm
   */
  public static DataSources online(
      Services services,
      Optional<Store> store,
      boolean refresh,
      Advice advice,
      Consumer<String> notes) {
    Cache cache = new Cache(store, advice, refresh, notes);
    return new DataSources(
        false,
        new CachingComparisons(services.perf(), cache),
        new LazyValue<>(() -> merges(services, cache)),
        number -> pull(number, services, cache),
        () -> cache.kept(StoreLayout.UNTRIAGED, services.gitHub().untriaged()),
        cache);
  }

  private static CommitHistory merges(Services services, Cache cache) {
    try {
      return cache.kept(StoreLayout.COMMITS, services.commits().get());
    } catch (DataException e) {
      return cache.merges().orElseThrow(() -> e);
    }
  }

  private static PullRequest pull(int number, Services services, Cache cache) {
    return cache
        .find(() -> cache.intactPull(number))
        .orElseGet(() -> cache.kept(StoreLayout.pull(number), services.gitHub().pull(number)));
  }

  public Advice advice() {
    return stored.advice();
  }
}

package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.source.http.Fetched;
import dev.perftriage.source.http.PerfSite;
import dev.perftriage.source.store.StoreLayout;
import java.util.Optional;

/**
 * Comparisons from the store, or else from the site. A stored comparison is final if both artifacts
 * are fixed and the later one has a successor on master: by then, its measurement was complete.
 */
final class CachingComparisons implements ComparisonSource {

  private final PerfSite site;
  private final Cache cache;

  CachingComparisons(PerfSite site, Cache cache) {
    this.site = site;
    this.cache = cache;
  }

  @Override
  public ArtifactComparison get(ComparisonQuery query) {
    Optional<ArtifactComparison> stored = stored(query);
    return stored.filter(known -> known.nextCommit() != null).isPresent()
        ? stored.get()
        : fetch(query, stored);
  }

  @Override
  public ArtifactComparison getLatest(ComparisonQuery query) {
    return fetch(query, stored(query));
  }

  private Optional<ArtifactComparison> stored(ComparisonQuery query) {
    return cache.find(() -> cache.comparison(query));
  }

  private ArtifactComparison fetch(ComparisonQuery query, Optional<ArtifactComparison> stored) {
    try {
      Fetched<ArtifactComparison> fetched =
          site.comparison(query, answer -> cache.read(answer, query));
      ArtifactComparison comparison = fetched.value();
      ComparisonQuery answered =
          ComparisonQuery.of(
              comparison.before().commit(), comparison.after().commit(), query.metric());
      return cache.kept(StoreLayout.comparison(answered, fetched.payload()), fetched);
    } catch (DataException e) {
      if (stored.isEmpty()) {
        throw e;
      }
      cache.note(e.getMessage() + "; using the response in the store");
      return stored.get();
    }
  }
}

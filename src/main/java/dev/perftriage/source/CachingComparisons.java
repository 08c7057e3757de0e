package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TargetMix;
import dev.perftriage.source.http.Fetched;
import dev.perftriage.source.http.PerfSite;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.wire.AskedMetric;
import dev.perftriage.source.wire.Payload;
import java.util.Optional;

/**
 * Comparisons from the store, or else from the site. A stored comparison is final if both artifacts
 * are fixed and the later one has a successor on master: by then, its measurement was complete. A
 * random mix of targets is never final; the site is asked again, and its answers are united.
 */
final class CachingComparisons implements ComparisonSource {

  /**
   * How often the site is asked again in a run if it answers each test case on a random target.
   * After five answers, 97 % of the test cases of each of two targets are known; every answer costs
   * the site a second.
   */
  private static final int FURTHER_ANSWERS = 4;

  private final PerfSite site;
  private final Cache cache;
  private final AnswersByQuestion<Metric> answers = new AnswersByQuestion<>();

  CachingComparisons(PerfSite site, Cache cache) {
    this.site = site;
    this.cache = cache;
  }

  @Override
  public ArtifactComparison get(ComparisonQuery query) {
    Optional<ArtifactComparison> stored = stored(query);
    return stored
            .filter(known -> known.nextCommit() != null && known.targetMix() == null)
            .isPresent()
        ? stored.get()
        : fetch(query, stored);
  }

  @Override
  public ArtifactComparison getOnce(ComparisonQuery query) {
    Optional<ArtifactComparison> stored = stored(query);
    return stored.filter(known -> known.targetMix() == null).orElseGet(() -> fetch(query, stored));
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
      Fetched<ArtifactComparison> fetched = ask(query);
      ArtifactComparison comparison = fetched.value();
      ComparisonQuery answered =
          ComparisonQuery.of(
              comparison.before().commit(), comparison.after().commit(), query.metric());
      return comparison.targetMix() == null
          ? cache.kept(StoreLayout.comparison(answered, fetched.payload()), fetched)
          : united(answered, fetched);
    } catch (DataException e) {
      if (stored.isEmpty()) {
        throw e;
      }
      cache.note(e.getMessage() + "; using the response in the store");
      return stored.get();
    }
  }

  /** Asks the site; the payload gets the metric, which the response does not contain. */
  private Fetched<ArtifactComparison> ask(ComparisonQuery query) {
    Fetched<ArtifactComparison> fetched = site.comparison(query, answer -> checked(query, answer));
    return new Fetched<>(AskedMetric.added(fetched.payload(), query.metric()), fetched.value());
  }

  private ArtifactComparison checked(ComparisonQuery query, Payload answer) {
    ArtifactComparison comparison = cache.read(answer, query);
    // Two metrics that nothing was measured by have the same response.
    if (!comparison.compile().isEmpty() || !comparison.runtime().isEmpty()) {
      answers.check(query.metric(), answer);
    }
    return comparison;
  }

  /** Unites a first answer with the stored ones and with further ones. */
  private ArtifactComparison united(ComparisonQuery query, Fetched<ArtifactComparison> first) {
    Optional<ArtifactComparison> stored =
        stored(query).filter(comparison -> comparison.targetMix() != null);
    ArtifactComparison known = stored.map(old -> added(query, first, old)).orElse(first.value());
    if (stored.isEmpty()) {
      cache.keptMixed(query, first);
    }
    for (int i = 0; i < FURTHER_ANSWERS && !isComplete(known); i++) {
      Fetched<ArtifactComparison> further;
      try {
        further = ask(query);
      } catch (DataException e) {
        cache.note(e.getMessage() + "; using the responses so far");
        return known;
      }
      known = added(query, further, known);
    }
    return known;
  }

  /** Unites an answer with those before it, and stores it if it has anything that they lack. */
  private ArtifactComparison added(
      ComparisonQuery query, Fetched<ArtifactComparison> answer, ArtifactComparison known) {
    ArtifactComparison united = TargetMix.united(answer.value(), known);
    if (united.compile().size() > known.compile().size()) {
      cache.keptMixed(query, answer);
    }
    return united;
  }

  private static boolean isComplete(ArtifactComparison comparison) {
    TargetMix mix = comparison.targetMix();
    return mix == null || mix.isComplete();
  }
}

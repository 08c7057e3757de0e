package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.source.store.Store;
import dev.perftriage.source.wire.Payload;
import java.util.Optional;

/** Comparisons of a store alone. */
final class StoredComparisons implements ComparisonSource {

  private final Store store;
  private final StoredData data;
  private final AnswerValidator validator = new AnswerValidator();

  StoredComparisons(Store store, StoredData data) {
    this.store = store;
    this.data = data;
  }

  @Override
  public ArtifactComparison get(ComparisonQuery query) {
    return (query.isFixed() ? store.comparison(query) : Optional.<Payload>empty())
        .map(answer -> validator.read(answer, query))
        .orElseThrow(() -> data.missingComparison(query.toString(), query.metric()));
  }

  @Override
  public ArtifactComparison getLatest(ComparisonQuery query) {
    return get(query);
  }
}

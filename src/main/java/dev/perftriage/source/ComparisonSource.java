package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;

/** Where comparisons come from. May be used by several threads. */
@FunctionalInterface
public interface ComparisonSource {

  /**
   * The comparison of two artifacts.
   *
   * @throws dev.perftriage.model.DataException where it is unavailable, or answers another question
   */
  ArtifactComparison get(ComparisonQuery query);

  /** The same where the later artifact may still be being measured: the newest, if any is newer. */
  default ArtifactComparison getLatest(ComparisonQuery query) {
    return get(query);
  }
}

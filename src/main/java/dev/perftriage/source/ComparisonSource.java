package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;

/** Provides comparisons. May be used by several threads. */
@FunctionalInterface
public interface ComparisonSource {

  /**
   * The comparison of two artifacts.
   *
   * @throws dev.perftriage.model.DataException if it is unavailable or is for other commits
   */
  ArtifactComparison get(ComparisonQuery query);

  /**
   * A comparison whose later artifact was measured once, such as a try build: the stored one, even
   * if it may have been stored before all was measured, or else the newest.
   */
  default ArtifactComparison getOnce(ComparisonQuery query) {
    return get(query);
  }

  /** The newest version of a comparison whose later artifact may still be being measured. */
  default ArtifactComparison getLatest(ComparisonQuery query) {
    return get(query);
  }
}

package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;

/** Where comparisons come from. May be used by several threads. */
public interface ComparisonSource {

  /**
   * The comparison of two artifacts.
   *
   * @throws dev.perftriage.model.DataException where it is unavailable, or answers another question
   */
  ArtifactComparison get(ComparisonQuery query);

  /**
   * The comparison of two artifacts, the later of which may still be being measured: a stored one
   * is not enough if there is a newer one.
   *
   * @throws dev.perftriage.model.DataException where it is unavailable, or answers another question
   */
  ArtifactComparison getLatest(ComparisonQuery query);
}

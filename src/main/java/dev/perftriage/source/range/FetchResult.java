package dev.perftriage.source.range;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import dev.perftriage.source.http.NotMeasuredException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of fetching one comparison: its summary, or the reason for the failure.
 *
 * @param value the summary of the comparison; null if it is unavailable
 * @param neighbours the comparison's place on master; null if it is unavailable
 * @param extent how much was measured; null if it is unavailable
 * @param pr the number of the later artifact's pull request; null if none is known
 * @param failure why the comparison is unavailable; null if it is available
 */
record FetchResult<S>(
    @Nullable S value,
    @Nullable Neighbours neighbours,
    @Nullable Extent extent,
    @Nullable Integer pr,
    @Nullable DataException failure) {

  /** Fetches and summarises a comparison, without keeping it. */
  static <S> FetchResult<S> of(
      Supplier<ArtifactComparison> question, Function<ArtifactComparison, S> summarise) {
    ArtifactComparison comparison;
    try {
      comparison = question.get();
    } catch (DataException e) {
      return new FetchResult<>(null, null, null, null, e);
    }
    return new FetchResult<>(
        summarise.apply(comparison),
        new Neighbours(
            comparison.previousCommit(), comparison.nextCommit(), comparison.contiguous()),
        Extent.of(comparison),
        comparison.after().pr(),
        null);
  }

  boolean isNotMeasured() {
    return failure instanceof NotMeasuredException;
  }

  /**
   * A comparison's place on master.
   *
   * @param previous the merge before the earlier artifact; null if unknown
   * @param next the merge after the later artifact; null if there is none or it is unknown
   * @param contiguous whether the later artifact is the earlier one's child
   */
  record Neighbours(@Nullable Sha previous, @Nullable Sha next, boolean contiguous) {}
}

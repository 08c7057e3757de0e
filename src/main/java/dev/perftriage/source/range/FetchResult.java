package dev.perftriage.source.range;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import dev.perftriage.source.http.NotMeasuredException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How asking for one comparison ended: with what was made of it, or with a reason.
 *
 * @param value what was made of the comparison; null where it is unavailable
 * @param neighbours what the answer says about its place on master; null likewise
 * @param pr the pull request of the later artifact; null where it has none or is not known
 * @param failure why the comparison is unavailable; null where it is not
 */
record FetchResult<S>(
    @Nullable S value,
    @Nullable Neighbours neighbours,
    @Nullable Integer pr,
    @Nullable DataException failure) {

  /** Asks, and makes something of the answer, which is then let go. */
  static <S> FetchResult<S> of(
      Supplier<ArtifactComparison> question, Function<ArtifactComparison, S> summarise) {
    ArtifactComparison comparison;
    try {
      comparison = question.get();
    } catch (DataException e) {
      return new FetchResult<>(null, null, null, e);
    }
    return new FetchResult<>(
        summarise.apply(comparison),
        new Neighbours(
            comparison.previousCommit(), comparison.nextCommit(), comparison.contiguous()),
        comparison.after().pr(),
        null);
  }

  boolean isNotMeasured() {
    return failure instanceof NotMeasuredException;
  }

  /**
   * A comparison's place on master.
   *
   * @param previous the merge before the earlier artifact; null where nobody says
   * @param next the merge after the later artifact; null where there is none or nobody says
   * @param contiguous whether the later artifact is the earlier one's child
   */
  record Neighbours(@Nullable Sha previous, @Nullable Sha next, boolean contiguous) {}
}

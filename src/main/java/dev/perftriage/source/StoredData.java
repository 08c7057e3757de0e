package dev.perftriage.source;

import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.StandaloneMeasurement;
import dev.perftriage.source.io.Advice;
import dev.perftriage.source.store.StandaloneComparisons;
import dev.perftriage.source.store.Store;
import dev.perftriage.source.store.StoredEnds;
import dev.perftriage.source.wire.CommitListReader;
import dev.perftriage.source.wire.PullRequestReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the store of a run holds already; nothing where the run has no store. */
public class StoredData {

  private final Optional<Store> store;
  private final Advice advice;

  StoredData(Optional<Store> store, Advice advice) {
    this.store = store;
    this.advice = advice;
  }

  final Optional<Store> store() {
    return store;
  }

  final Advice advice() {
    return advice;
  }

  /** Whether what is fetched is kept; false once the store could not be written. */
  public boolean isKeeping() {
    return store.isPresent();
  }

  /**
   * The list of merges; empty where the store has none.
   *
   * @throws DataException where it is damaged
   */
  final Optional<CommitHistory> merges() {
    return store.flatMap(Store::commits).map(CommitListReader::read);
  }

  /** A pull request; empty where the store does not have it, or it is damaged. */
  public final Optional<PullRequest> pull(int number) {
    try {
      return store.flatMap(from -> from.pull(number)).map(PullRequestReader::read);
    } catch (DataException e) {
      return Optional.empty();
    }
  }

  /** The standalone measurements of pull requests, by number, as far as there are any. */
  public final Map<Integer, StandaloneMeasurement> standalone(Set<Integer> prs, Metric metric) {
    return store
        .map(from -> new StandaloneComparisons(from, metric).of(prs, merges()))
        .orElse(Map.of());
  }

  /** The commits that comparisons by a metric start from and end at. */
  public final StoredEnds ends(Metric metric) {
    return new StoredEnds(
        store.map(from -> from.comparisons(metric)).orElse(List.of()),
        which -> missingComparison(which + " by " + metric, metric));
  }

  /** The failure of an offline run that needs a comparison that the store lacks. */
  final DataException missingComparison(String which, Metric metric) {
    Set<String> metrics = store.map(Store::metrics).orElseThrow();
    // For somebody who recorded the range by another metric.
    String others =
        metrics.isEmpty() || metrics.contains(metric.name())
            ? ""
            : " (it has " + String.join(", ", metrics) + ")";
    return missing("no comparison " + which + others);
  }

  /** The failure of an offline run that needs something that the store lacks. */
  final DataException missing(String what) {
    return new DataException(
        "The store %s has %s; %s"
            .formatted(store.map(Store::folder).orElseThrow(), what, advice.fetch()));
  }
}

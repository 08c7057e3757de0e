package dev.perftriage.source.revision;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Metric;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.http.NotMeasuredException;
import dev.perftriage.source.store.Store.Endpoints;
import dev.perftriage.source.wire.CommitHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What to ask for in place of a merge that has no data. */
public final class NearestMeasured {

  private final DataSources facts;
  private final Metric metric;

  public NearestMeasured(DataSources facts, Metric metric) {
    this.facts = facts;
    this.metric = metric;
  }

  /**
   * A failure, with the measured merges nearest to the one without data, where that is why and they
   * can be known: by the store, and by one more question to the site.
   *
   * @param start the start that was asked for
   * @param end the end that was asked for
   */
  public DataException added(DataException failure, String start, String end) {
    Endpoints stored = facts.storedEndpoints(metric);
    Optional<String> missing = Optional.empty();
    if (failure instanceof NotMeasuredException notMeasured) {
      missing = Optional.of(notMeasured.missingOf(start, end));
    } else if (facts.isOffline()) {
      missing = Stream.of(start, end).filter(commit -> !stored.contains(commit)).findFirst();
    }
    return missing
        .flatMap(commit -> advice(commit, stored))
        .map(advice -> new DataException(failure.getMessage() + "; " + advice, failure))
        .orElse(failure);
  }

  private Optional<String> advice(String missing, Endpoints stored) {
    if (!MasterCommit.isFullSha(missing)) {
      return DataSources.isFixed(missing)
          ? Optional.of("'" + missing + "' is taken for a release's tag, such as 1.91.0")
          : Optional.empty();
    }
    Optional<CommitHistory> list = facts.commitsIfAny();
    if (list.isEmpty()) {
      return Optional.empty();
    }
    Optional<MasterCommit> merge = list.get().commit(missing);
    if (merge.isEmpty()) {
      return Optional.of(
          MasterCommit.shortSha(missing)
              + " is not on the list of merges, "
              + list.get().reach()
              + "; a try build has data once it was measured");
    }
    Set<String> measured = new TreeSet<>(stored.starts());
    measured.addAll(stored.ends());
    measured.addAll(measuredAround(CommitHistory.day(merge.get())));
    measured.remove(missing);
    List<MasterCommit> newestFirst = list.get().newestFirst();
    int place = newestFirst.indexOf(merge.get());
    IntStream earlier = IntStream.range(place + 1, newestFirst.size());
    IntStream later = IntStream.range(0, place).map(at -> place - 1 - at);
    List<String> nearest =
        Stream.concat(
                nearest(earlier, newestFirst, measured).map(it -> it + " before it").stream(),
                nearest(later, newestFirst, measured).map(it -> it + " after it").stream())
            .toList();
    return nearest.isEmpty()
        ? Optional.empty()
        : Optional.of("known to be measured is " + String.join(", and ", nearest));
  }

  /** The first measured merge since the day before, and the last of the day: by the site. */
  private List<String> measuredAround(LocalDate day) {
    if (facts.isOffline()) {
      return List.of();
    }
    try {
      ArtifactComparison around =
          facts.comparison(day.minusDays(1).toString(), day.toString(), metric);
      return List.of(around.before().commit(), around.after().commit());
    } catch (DataException e) {
      return List.of();
    }
  }

  private static Optional<String> nearest(
      IntStream places, List<MasterCommit> commits, Set<String> measured) {
    return places
        .mapToObj(commits::get)
        .filter(commit -> measured.contains(commit.sha()))
        .findFirst()
        .map(commit -> commit.sha() + " (" + CommitHistory.described(commit) + ")");
  }
}

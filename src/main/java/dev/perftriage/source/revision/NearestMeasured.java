package dev.perftriage.source.revision;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Bound;
import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.http.NotMeasuredException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Suggests measured merges in place of one without data. */
public final class NearestMeasured {

  private final DataSources sources;

  public NearestMeasured(DataSources sources) {
    this.sources = sources;
  }

  /**
   * A failure, with the nearest measured merges added if a merge without data is its reason and
   * they are known.
   *
   * @param query the query that failed
   */
  public DataException added(DataException failure, ComparisonQuery query) {
    Set<Sha> stored = sources.stored().ends(query.metric()).all();
    Optional<Bound> missing = Optional.empty();
    if (failure instanceof NotMeasuredException notMeasured) {
      missing = Optional.of(notMeasured.missingOf(query));
    } else if (sources.isOffline()) {
      missing =
          Stream.of(query.start(), query.end())
              .filter(bound -> !stored.contains(bound.sha()))
              .findFirst();
    }
    return missing
        .flatMap(bound -> advice(bound, stored, query.metric()))
        .map(advice -> new DataException(failure.getMessage() + "; " + advice, failure))
        .orElse(failure);
  }

  private Optional<String> advice(Bound bound, Set<Sha> stored, Metric metric) {
    Sha missing = bound.sha();
    if (!bound.isCommit()) {
      return bound.isFixed()
          ? Optional.of("'" + missing + "' was taken as a release such as 1.91.0")
          : Optional.empty();
    }
    Optional<CommitHistory> list = sources.merges().find();
    if (list.isEmpty()) {
      return Optional.empty();
    }
    Optional<MasterCommit> merge = list.get().commit(missing);
    if (merge.isEmpty()) {
      return Optional.of(
          missing.shortened()
              + " is not on the list of merges, "
              + list.get().reach()
              + "; a try build has data only after it was measured");
    }
    Set<Sha> measured = new TreeSet<>(stored);
    measured.addAll(measuredAround(CommitHistory.day(merge.get()), metric));
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
        : Optional.of("nearest known measured: " + String.join(", and ", nearest));
  }

  /** The first measured merge since the day before, and the last of the day, from the site. */
  private List<Sha> measuredAround(LocalDate day, Metric metric) {
    if (sources.isOffline()) {
      return List.of();
    }
    try {
      ArtifactComparison around =
          sources
              .comparisons()
              .get(new ComparisonQuery(Bound.on(day.minusDays(1)), Bound.on(day), metric));
      return List.of(around.before().commit(), around.after().commit());
    } catch (DataException e) {
      return List.of();
    }
  }

  private static Optional<String> nearest(
      IntStream places, List<MasterCommit> commits, Set<Sha> measured) {
    return places
        .mapToObj(commits::get)
        .filter(commit -> measured.contains(commit.sha()))
        .findFirst()
        .map(commit -> commit.sha() + " (" + CommitHistory.described(commit) + ")");
  }
}

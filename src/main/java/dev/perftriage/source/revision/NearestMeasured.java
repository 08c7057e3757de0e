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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Suggests measured merges in place of one without data. */
public final class NearestMeasured {

  /** The site needs a start, however early, to find the last measured merge of a day. */
  private static final int DAYS = 30;

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
          ? Optional.of("'" + missing + "' was taken as a release" + examples())
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
    measured.remove(missing);
    LocalDate day = CommitHistory.day(merge.get());
    List<MasterCommit> newestFirst = list.get().newestFirst();
    int place = newestFirst.indexOf(merge.get());
    List<MasterCommit> earlier = newestFirst.subList(place + 1, newestFirst.size());
    List<MasterCommit> later = new ArrayList<>(newestFirst.subList(0, place));
    Collections.reverse(later);
    measured.addAll(measured(Bound.on(day.minusDays(1)), Bound.on(day), metric));
    if (nearest(earlier, measured).isEmpty()) {
      measured.addAll(measured(Bound.on(day.minusDays(DAYS)), Bound.on(day.minusDays(1)), metric));
    }
    if (nearest(later, measured).isEmpty()) {
      measured.addAll(measured(Bound.on(day.plusDays(1)), Bound.OPEN, metric));
    }
    List<String> nearest =
        Stream.concat(
                nearest(earlier, measured).map(it -> it + " before it").stream(),
                nearest(later, measured).map(it -> it + " after it").stream())
            .toList();
    return nearest.isEmpty()
        ? Optional.empty()
        : Optional.of("nearest known measured: " + String.join(", and ", nearest));
  }

  private String examples() {
    return new Releases(sources)
        .newestOnes()
        .map(tags -> "; the newest measured ones are " + tags)
        .orElse(" such as 1.91.0");
  }

  /** The first measured merge from a day on, and the last one up to a day, from the site. */
  private List<Sha> measured(Bound from, Bound to, Metric metric) {
    if (sources.isOffline()) {
      return List.of();
    }
    try {
      ArtifactComparison around = sources.comparisons().get(new ComparisonQuery(from, to, metric));
      return List.of(around.before().commit(), around.after().commit());
    } catch (DataException e) {
      return List.of();
    }
  }

  /** The first measured one of merges, described. */
  private static Optional<String> nearest(List<MasterCommit> merges, Set<Sha> measured) {
    return merges.stream()
        .filter(merge -> measured.contains(merge.sha()))
        .findFirst()
        .map(merge -> merge.sha() + " (" + CommitHistory.described(merge) + ")");
  }
}

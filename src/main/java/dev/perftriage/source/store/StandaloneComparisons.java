package dev.perftriage.source.store;

import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.StandaloneMeasurement;
import dev.perftriage.source.wire.ComparisonReader;
import dev.perftriage.source.wire.TestCaseInterner;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Stored comparisons that measure one pull request alone: its own merge or a try build. */
public final class StandaloneComparisons {

  /** How many files are read at most: only their content names a try build's pull request. */
  private static final int MOST_READ = 40;

  /** By name if the times are equal, so that the order is deterministic. */
  private static final Comparator<Map.Entry<ComparisonQuery, FileTime>> NEWEST_FIRST =
      Comparator.comparing(Map.Entry<ComparisonQuery, FileTime>::getValue)
          .reversed()
          .thenComparing(file -> file.getKey().end().value())
          .thenComparing(file -> file.getKey().start().value());

  private final Store store;
  private final Metric metric;

  public StandaloneComparisons(Store store, Metric metric) {
    this.store = store;
    this.metric = metric;
  }

  /**
   * One comparison for each pull request that has any, by number: that of its own merge if stored,
   * otherwise the newest file, preferably one that starts at the direct parent.
   *
   * @param list the stored list of merges; empty if there is none
   */
  public Map<Integer, StandaloneMeasurement> of(Set<Integer> prs, Optional<CommitHistory> list) {
    Map<Integer, StandaloneMeasurement> found = new TreeMap<>();
    List<ComparisonQuery> stored = store.comparisons(metric);
    Set<ComparisonQuery> known = new HashSet<>(stored);
    Set<Sha> onMaster = new HashSet<>();
    for (MasterCommit merge : list.map(CommitHistory::newestFirst).orElse(List.of())) {
      onMaster.add(merge.sha());
      Integer pr = merge.pr();
      ComparisonQuery query = ComparisonQuery.of(merge.parentSha(), merge.sha(), metric);
      if (pr != null && prs.contains(pr) && known.contains(query)) {
        found.putIfAbsent(pr, measurement(pr, query));
      }
    }
    notOnMaster(prs, newestNotOnMaster(stored, onMaster)).forEach(found::putIfAbsent);
    return found;
  }

  /** The measurements of commits that are not on master, by pull request. */
  private Map<Integer, StandaloneMeasurement> notOnMaster(
      Set<Integer> prs, List<ComparisonQuery> newestFirst) {
    Map<Integer, StandaloneMeasurement> fromParent = new TreeMap<>();
    Map<Integer, StandaloneMeasurement> fromElsewhere = new TreeMap<>();
    for (ComparisonQuery query : newestFirst) {
      Optional<ArtifactComparison> comparison = read(query);
      Integer pr = comparison.map(ArtifactComparison::after).map(Artifact::pr).orElse(null);
      if (pr != null && prs.contains(pr)) {
        (comparison.get().contiguous() ? fromParent : fromElsewhere)
            .putIfAbsent(pr, measurement(pr, query));
      }
    }
    fromElsewhere.forEach(fromParent::putIfAbsent);
    return fromParent;
  }

  private static StandaloneMeasurement measurement(int pr, ComparisonQuery query) {
    return new StandaloneMeasurement(pr, query.start().sha(), query.end().sha());
  }

  /** The newest stored comparisons that end at a commit not on the list of merges. */
  private List<ComparisonQuery> newestNotOnMaster(List<ComparisonQuery> stored, Set<Sha> onMaster) {
    Map<ComparisonQuery, FileTime> times = new HashMap<>();
    for (ComparisonQuery query : stored) {
      // A comparison that starts at a tag includes everything since that release.
      if (query.start().isCommit()
          && query.end().isCommit()
          && !onMaster.contains(query.end().sha())) {
        store.comparisonTime(query).ifPresent(time -> times.put(query, time));
      }
    }
    return times.entrySet().stream()
        .sorted(NEWEST_FIRST)
        .limit(MOST_READ)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Optional<ArtifactComparison> read(ComparisonQuery query) {
    try {
      return store
          .comparison(query)
          .map(payload -> ComparisonReader.read(payload, query, new TestCaseInterner()));
    } catch (DataException e) {
      return Optional.empty();
    }
  }
}

package dev.perftriage.source.store;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Metric;
import dev.perftriage.model.StandaloneMeasurement;
import dev.perftriage.source.wire.CommitHistory;
import dev.perftriage.source.wire.ComparisonReader;
import dev.perftriage.source.wire.TestCaseInterner;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Stored comparisons of pull requests by themselves: of a merge of their own before they were part
 * of a rollup, or of a try build.
 */
public final class StandaloneComparisons {

  /** Only a file itself says what a try build is of: so many are read at most. */
  private static final int MOST_READ = 40;

  private final Store store;
  private final Metric metric;

  public StandaloneComparisons(Store store, Metric metric) {
    this.store = store;
    this.metric = metric;
  }

  /**
   * One comparison of each pull request that has any, by number: of its own merge where there is
   * one, else the newest that is stored, rather one from the direct parent.
   *
   * @param list the merges as the store has them; empty where it does not
   */
  public Map<Integer, StandaloneMeasurement> of(Set<Integer> prs, Optional<CommitHistory> list) {
    Map<Integer, StandaloneMeasurement> found = new TreeMap<>();
    Map<String, SortedSet<String>> startsByEnd = store.startsByEnd(metric);
    List<MasterCommit> merges = list.map(CommitHistory::newestFirst).orElse(List.of());
    Set<String> onMaster = new HashSet<>();
    for (MasterCommit merge : merges) {
      onMaster.add(merge.sha());
      Integer pr = merge.pr();
      if (pr != null
          && prs.contains(pr)
          && startsByEnd.containsKey(merge.sha())
          && startsByEnd.get(merge.sha()).contains(merge.parentSha())) {
        found.putIfAbsent(pr, new StandaloneMeasurement(pr, merge.parentSha(), merge.sha()));
      }
    }
    notOnMaster(prs, newestNotOnMaster(startsByEnd, onMaster)).forEach(found::putIfAbsent);
    return found;
  }

  /** What files show of pull requests by themselves, by number. */
  private Map<Integer, StandaloneMeasurement> notOnMaster(
      Set<Integer> prs, List<Kept> newestFirst) {
    Map<Integer, StandaloneMeasurement> fromParent = new TreeMap<>();
    Map<Integer, StandaloneMeasurement> fromElsewhere = new TreeMap<>();
    for (Kept kept : newestFirst) {
      read(kept)
          .ifPresent(
              comparison -> {
                Integer pr = comparison.after().pr();
                if (pr != null && prs.contains(pr)) {
                  (comparison.contiguous() ? fromParent : fromElsewhere)
                      .putIfAbsent(pr, new StandaloneMeasurement(pr, kept.start(), kept.end()));
                }
              });
    }
    fromElsewhere.forEach(fromParent::putIfAbsent);
    return fromParent;
  }

  /** The stored comparisons of commits that are not on the list of merges, the newest files. */
  private List<Kept> newestNotOnMaster(
      Map<String, SortedSet<String>> startsByEnd, Set<String> onMaster) {
    List<Kept> kept = new ArrayList<>();
    startsByEnd.forEach(
        (end, starts) -> {
          if (MasterCommit.isFullSha(end) && !onMaster.contains(end)) {
            // From a tag on, everything since that release lies between.
            starts.stream()
                .filter(MasterCommit::isFullSha)
                .forEach(
                    start ->
                        store
                            .comparisonTime(start, end, metric)
                            .ifPresent(time -> kept.add(new Kept(start, end, time))));
          }
        });
    return kept.stream().sorted(Kept.NEWEST_FIRST).limit(MOST_READ).toList();
  }

  private Optional<ArtifactComparison> read(Kept kept) {
    try {
      return store
          .comparison(kept.start(), kept.end(), metric)
          .map(answer -> ComparisonReader.read(answer, metric, new TestCaseInterner()));
    } catch (DataException e) {
      return Optional.empty();
    }
  }

  /**
   * A stored comparison.
   *
   * @param start the full SHA of the commit that it starts from
   * @param end the full SHA of the commit that it ends at
   * @param time when it was kept
   */
  private record Kept(String start, String end, FileTime time) {

    /** By name where the time is the same, so that the order is always the same. */
    static final Comparator<Kept> NEWEST_FIRST =
        Comparator.comparing(Kept::time)
            .reversed()
            .thenComparing(Kept::end)
            .thenComparing(Kept::start);
  }
}

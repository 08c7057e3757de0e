package dev.perftriage.source;

import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.MeasuredAlone;
import dev.perftriage.model.Metric;
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
final class LoneComparisons {

  /** Only a file itself says what a try build is of: so many are read at most. */
  private static final int MOST_READ = 40;

  private final Store store;
  private final Metric metric;

  LoneComparisons(Store store, Metric metric) {
    this.store = store;
    this.metric = metric;
  }

  /**
   * One comparison of each pull request that has any, by number.
   *
   * @param list the merges as the store has them; empty where it does not
   */
  Map<Integer, MeasuredAlone> of(Set<Integer> prs, Optional<CommitHistory> list) {
    Map<Integer, MeasuredAlone> found = new TreeMap<>();
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
        found.putIfAbsent(pr, new MeasuredAlone(pr, merge.parentSha(), merge.sha()));
      }
    }
    startsByEnd.entrySet().stream()
        .filter(end -> !onMaster.contains(end.getKey()) && MasterCommit.isFullSha(end.getKey()))
        .limit(MOST_READ)
        .forEach(
            end ->
                read(end.getValue().first(), end.getKey())
                    .filter(alone -> prs.contains(alone.pr()))
                    .ifPresent(alone -> found.putIfAbsent(alone.pr(), alone)));
    return found;
  }

  private Optional<MeasuredAlone> read(String start, String end) {
    try {
      return store
          .comparison(start, end, metric)
          .map(answer -> ComparisonReader.read(answer, metric, new TestCasePool()))
          .map(comparison -> comparison.after().pr())
          .map(pr -> new MeasuredAlone(pr, start, end));
    } catch (DataException e) {
      return Optional.empty();
    }
  }
}

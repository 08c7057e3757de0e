package dev.perftriage.analysis.noise;

import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The reverts among the merges of a range.
 *
 * @param undoneBy the merges that each reverting merge undoes, by SHA
 */
public record Reverts(Map<String, Set<String>> undoneBy) {

  /** No known reverts. */
  public static final Reverts NONE = new Reverts(Map.of());

  /** Copies the map. */
  public Reverts {
    Map<String, Set<String>> copy = new TreeMap<>();
    undoneBy.forEach(
        (commit, undone) -> copy.put(commit, Collections.unmodifiableSet(new TreeSet<>(undone))));
    undoneBy = Collections.unmodifiableMap(copy);
  }

  /**
   * The reverts that pull requests announce.
   *
   * <p>A pull request undoes an earlier merge if it names it by number, by title or by commit. A
   * rollup undoes what its members undo, and a revert of one of its members undoes it.
   *
   * @param merges merges in commit order
   * @param pulls their pull requests by number, as far as they are known
   */
  public static Reverts among(List<Merge> merges, Map<Integer, PullRequest> pulls) {
    Map<String, String> commitByName = new HashMap<>();
    Map<String, Set<String>> undoneBy = new TreeMap<>();
    for (Merge merge : merges) {
      PullRequest pull = merge.pr() == null ? null : pulls.get(merge.pr());
      if (pull != null) {
        Set<String> undone = new TreeSet<>();
        for (String name : RevertNotice.of(pull).names()) {
          commitByName.forEach(
              (known, commit) -> {
                if (RevertNotice.isSame(name, known)) {
                  undone.add(commit);
                }
              });
        }
        if (!undone.isEmpty()) {
          undoneBy.put(merge.sha(), undone);
        }
      }
      commitByName.put(merge.sha(), merge.sha());
      if (merge.pr() != null) {
        commitByName.put("#" + merge.pr(), merge.sha());
      }
      if (pull != null) {
        RevertNotice.namesOf(pull).forEach(name -> commitByName.put(name, merge.sha()));
      }
    }
    return new Reverts(undoneBy);
  }

  /** The commits that a commit undoes. */
  public Set<String> undoneBy(String commit) {
    return undoneBy.getOrDefault(commit, Set.of());
  }
}

package dev.perftriage.analysis.noise;

import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Sha;
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
public record Reverts(Map<Sha, Set<Sha>> undoneBy) {

  /** No known reverts. */
  public static final Reverts NONE = new Reverts(Map.of());

  public Reverts {
    Map<Sha, Set<Sha>> copy = new TreeMap<>();
    undoneBy.forEach(
        (commit, undone) -> copy.put(commit, Collections.unmodifiableSet(new TreeSet<>(undone))));
    undoneBy = Collections.unmodifiableMap(copy);
  }

  /**
   * The reverts that pull requests announce.
   *
   * <p>A pull request undoes an earlier merge if it names it by number, by title or by commit. A
   * rollup undoes what its members undo, and a revert of one of its members undoes it. What lands
   * again undoes its revert.
   *
   * @param pulls their known pull requests, by number
   */
  public static Reverts among(List<Merge> merges, Map<Integer, PullRequest> pulls) {
    Map<String, Sha> commitByName = new HashMap<>();
    Map<Sha, Set<Sha>> undoneBy = new TreeMap<>();
    for (Merge merge : merges) {
      PullRequest pull = merge.pr() == null ? null : pulls.get(merge.pr());
      if (pull != null) {
        Set<Sha> undone = named(RevertNotice.of(pull).names(), commitByName);
        Set<Sha> relanded = named(RevertNotice.relandedBy(pull), commitByName);
        undoneBy.forEach(
            (commit, some) -> {
              if (!Collections.disjoint(some, relanded)) {
                undone.add(commit);
              }
            });
        if (!undone.isEmpty()) {
          undoneBy.put(merge.sha(), undone);
        }
      }
      commitByName.put(merge.sha().text(), merge.sha());
      if (merge.pr() != null) {
        commitByName.put("#" + merge.pr(), merge.sha());
      }
      if (pull != null) {
        RevertNotice.namesOf(pull).forEach(name -> commitByName.put(name, merge.sha()));
      }
    }
    return new Reverts(undoneBy);
  }

  private static Set<Sha> named(Set<String> names, Map<String, Sha> commitByName) {
    Set<Sha> commits = new TreeSet<>();
    for (String name : names) {
      commitByName.forEach(
          (known, commit) -> {
            if (RevertNotice.isSame(name, known)) {
              commits.add(commit);
            }
          });
    }
    return commits;
  }

  /** The commits that a commit undoes. */
  public Set<Sha> undoneBy(Sha commit) {
    return undoneBy.getOrDefault(commit, Set.of());
  }
}

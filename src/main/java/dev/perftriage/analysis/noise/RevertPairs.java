package dev.perftriage.analysis.noise;

import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The merges that each merge reverts or that revert it by name, by index in a series. A name
 * proposes a revert; the values decide.
 */
final class RevertPairs {

  private final Reverts announced;
  private final Function<Sha, @Nullable Integer> places;
  private final Map<Integer, List<Integer>> others = new HashMap<>();

  /**
   * The pairs in a series.
   *
   * @param places the index of a commit in the series; null if it is not there
   */
  RevertPairs(Reverts announced, Function<Sha, @Nullable Integer> places) {
    this.announced = announced;
    this.places = places;
    announced.undoneBy().forEach((commit, undone) -> undone.forEach(each -> add(commit, each)));
  }

  private void add(Sha commit, Sha undone) {
    Integer reverting = places.apply(commit);
    Integer reverted = places.apply(undone);
    if (reverting != null && reverted != null) {
      others.computeIfAbsent(reverting, key -> new ArrayList<>()).add(reverted);
      others.computeIfAbsent(reverted, key -> new ArrayList<>()).add(reverting);
    }
  }

  /**
   * The merges that revert a change's merge or that it reverts by name, and at which the test case
   * moved about as far in the other direction.
   */
  List<Integer> wentBack(LevelShift shift, int merge) {
    List<Integer> wentBack = new ArrayList<>();
    CaseValues values = shift.values();
    double change = values.step(shift.at());
    // An unmeasured merge takes effect at the next measured one.
    for (int other : others.getOrDefault(merge, List.of())) {
      int place = values.placeFrom(other);
      if (place < 1 || place >= values.size() || place == shift.at()) {
        continue;
      }
      LevelShift back = LevelShift.of(shift.segments(), place);
      if (isWayBack(values.step(place) / change)
          || isWayBack((back.after() - back.before()) / (shift.after() - shift.before()))) {
        wentBack.add(other);
      }
    }
    return wentBack;
  }

  private static boolean isWayBack(double share) {
    return share <= -NoiseRules.WAY_BACK && share >= -1 / NoiseRules.WAY_BACK;
  }

  /**
   * The announced reverts that the values confirm: a good part of what moved at the reverted merge
   * moved the other way at the reverting one. If nothing relevant is known of the former, because
   * it was not measured, the same is asked of what moved at the latter.
   */
  Reverts confirmed(Collection<SeenChange> changes) {
    Map<Integer, Integer> moved = new HashMap<>();
    Map<List<Integer>, Integer> wentBack = new HashMap<>();
    for (SeenChange change : changes) {
      if (change.series() != null && others.containsKey(change.merge())) {
        moved.merge(change.merge(), 1, Integer::sum);
        change
            .series()
            .wentBack()
            .forEach(other -> wentBack.merge(List.of(change.merge(), other), 1, Integer::sum));
      }
    }
    Map<Sha, Set<Sha>> confirmed = new TreeMap<>();
    announced
        .undoneBy()
        .forEach(
            (commit, undone) -> {
              Set<Sha> kept = new TreeSet<>(undone);
              kept.removeIf(
                  each -> {
                    Integer reverting = places.apply(commit);
                    Integer reverted = places.apply(each);
                    return reverting == null
                        || reverted == null
                        || !(moved.containsKey(reverted)
                            ? isGoodPart(moved, wentBack, reverted, reverting)
                            : isGoodPart(moved, wentBack, reverting, reverted));
                  });
              if (!kept.isEmpty()) {
                confirmed.put(commit, kept);
              }
            });
    return new Reverts(confirmed);
  }

  private static boolean isGoodPart(
      Map<Integer, Integer> moved, Map<List<Integer>, Integer> wentBack, int merge, int other) {
    int back = wentBack.getOrDefault(List.of(merge, other), 0);
    return back > 0 && back >= NoiseRules.GOOD_PART * moved.getOrDefault(merge, 0);
  }
}

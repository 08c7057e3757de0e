package dev.perftriage.analysis.noise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The merges that each merge reverts or is reverted by, by their indices in a series. */
final class RevertPairs {

  private final Map<Integer, List<Integer>> others = new HashMap<>();

  RevertPairs(Reverts reverts, MeasuredSeries series) {
    reverts
        .undoneBy()
        .forEach(
            (commit, undone) -> {
              Integer reverting = series.indexOf(commit);
              for (String each : undone) {
                Integer reverted = series.indexOf(each);
                if (reverting != null && reverted != null) {
                  others.computeIfAbsent(reverting, key -> new ArrayList<>()).add(reverted);
                  others.computeIfAbsent(reverted, key -> new ArrayList<>()).add(reverting);
                }
              }
            });
  }

  /**
   * The merge that undid a change, or that it undoes: the test case moved there, too, the other way
   * and about as far; -1 where there is none.
   */
  int otherOf(Movement movement, int merge) {
    CaseValues values = movement.values();
    double change = values.step(movement.at());
    // An unmeasured merge shows at the next measured one.
    for (int other : others.getOrDefault(merge, List.of())) {
      int found = values.placeOf(other);
      int place = found >= 0 ? found : -found - 1;
      if (place < 1 || place >= values.size() || place == movement.at()) {
        continue;
      }
      double share = values.step(place) / change;
      if (share <= -NoiseRules.JUMP && share >= -1 / NoiseRules.JUMP) {
        return other;
      }
    }
    return -1;
  }
}

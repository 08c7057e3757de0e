package dev.perftriage.analysis.noise;

import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The merges that each merge reverts or that revert it, by index in a series. */
final class RevertPairs {

  private final Map<Integer, List<Integer>> others = new HashMap<>();

  RevertPairs(Reverts reverts, MeasuredSeries series) {
    reverts
        .undoneBy()
        .forEach(
            (commit, undone) -> {
              Integer reverting = series.indexOf(commit);
              for (Sha each : undone) {
                Integer reverted = series.indexOf(each);
                if (reverting != null && reverted != null) {
                  others.computeIfAbsent(reverting, key -> new ArrayList<>()).add(reverted);
                  others.computeIfAbsent(reverted, key -> new ArrayList<>()).add(reverting);
                }
              }
            });
  }

  /**
   * The merge that reverts a change or is reverted by it, where the test case moved about as far in
   * the other direction; -1 if there is none.
   *
   * @param inGroup whether a group moved with it: then a return of the level suffices, or a revert
   *     so close that outliers would hide the return
   */
  int otherOf(LevelShift shift, int merge, boolean inGroup) {
    CaseValues values = shift.values();
    double change = values.step(shift.at());
    // An unmeasured merge takes effect at the next measured one.
    for (int other : others.getOrDefault(merge, List.of())) {
      int found = values.placeOf(other);
      int place = found >= 0 ? found : -found - 1;
      if (place < 1 || place >= values.size() || place == shift.at()) {
        continue;
      }
      double share = values.step(place) / change;
      if (isWayBack(share)
          || (inGroup
              && (Math.abs(place - shift.at()) <= NoiseRules.CLOSE
                  || isWayBack(
                      levelShift(values, place) / (Math.signum(change) * shift.size()))))) {
        return other;
      }
    }
    return -1;
  }

  private static boolean isWayBack(double share) {
    return share <= -NoiseRules.JUMP && share >= -1 / NoiseRules.JUMP;
  }

  /** The level shift at an index that is more than {@link NoiseRules#CLOSE} from the change. */
  private static double levelShift(CaseValues values, int place) {
    int from = Math.max(0, place - NoiseRules.LEVEL);
    int to = Math.min(values.size(), place + NoiseRules.LEVEL);
    return values.median(place, to) - values.median(from, place);
  }
}

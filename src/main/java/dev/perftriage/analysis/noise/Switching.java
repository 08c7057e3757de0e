package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Movement.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How a series jumps between the two levels of a change at other merges.
 *
 * @param jumps how many such jumps there are that no group of test cases took part in, single
 *     values that may as well be outliers left out
 * @param lasting how many of these lead from one longer stay to another
 * @param nearest the index of the merge of the one nearest to the change; -1 where there is none
 * @param cameBack whether it came back for longer to the level before, the same within the
 *     measurements' own error
 * @param wasThere whether it was for longer on the level after at another time, in the same sense
 */
record Switching(int jumps, int lasting, int nearest, boolean cameBack, boolean wasThere) {

  /**
   * Looks for jumps.
   *
   * @param explained whether a jump at the merge of that index has a cause of its own
   */
  static Switching of(Movement movement, IntPredicate explained) {
    List<Stay> stays = movement.stays();
    stays.removeIf(stay -> !tells(stay, movement));
    int lasting = 0;
    boolean cameBack = false;
    boolean wasThere = false;
    List<Integer> jumps = new ArrayList<>();
    for (int i = 1; i < stays.size(); i++) {
      Stay last = stays.get(i - 1);
      Stay stay = stays.get(i);
      int place = stay.begin();
      if (place == movement.at()
          || stay.after() == last.after()
          || !movement.jumpsAt(place)
          || explained.test(movement.values().merge(place))) {
        continue;
      }
      jumps.add(place);
      lasting += isLong(last, movement) && isLong(stay, movement) ? 1 : 0;
      boolean isLater = place > movement.at();
      cameBack |= isLater && !stay.after() && isSame(stay, movement);
      wasThere |= isSame(stay.after() ? stay : last, movement);
    }
    int at = movement.at();
    int nearest = -1;
    for (int place : jumps) {
      if (nearest < 0 || Math.abs(place - at) < Math.abs(nearest - at)) {
        nearest = place;
      }
    }
    return new Switching(
        jumps.size(),
        lasting,
        nearest < 0 ? -1 : movement.values().merge(nearest),
        cameBack,
        wasThere);
  }

  /** Whether a stay is more than outliers: too long for that, or too far from the other level. */
  private static boolean tells(Stay stay, Movement movement) {
    return stay.length() > NoiseRules.SHORT_STAY
        || movement.size() * stay.length() >= NoiseRules.OUTLIER_SPREADS * movement.spread()
        || stay.begin() == movement.at()
        || stay.end() == movement.at();
  }

  /** A longer stay, apart from the two that the change is between, on the very same level. */
  private static boolean isSame(Stay stay, Movement movement) {
    return stay.length() > NoiseRules.SHORT_STAY
        && stay.begin() != movement.at()
        && stay.end() != movement.at()
        && movement.isSameLevel(stay.after(), stay.begin(), stay.end());
  }

  /** A stay that no spike explains, or whose real length is not seen. */
  private static boolean isLong(Stay stay, Movement movement) {
    return stay.length() > NoiseRules.SHORT_STAY
        || stay.begin() == movement.from()
        || stay.end() == movement.to();
  }
}

package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.LevelShift.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The jumps of a series between the two levels of a change at other merges.
 *
 * @param jumps the number of jumps that are not part of a group's move and not possible single
 *     outliers
 * @param lasting the number of jumps from one longer segment to another
 * @param nearest the index of the merge of the nearest jump; -1 if there is none
 * @param cameBack whether a longer segment returned to the level before, within the standard error
 * @param wasThere whether another longer segment was on the level after, to the same precision
 */
record Switching(int jumps, int lasting, int nearest, boolean cameBack, boolean wasThere) {

  /** Finds the jumps, except at merges whose index {@code explained} accepts. */
  static Switching of(LevelShift shift, IntPredicate explained) {
    List<Segment> segments = shift.segments();
    segments.removeIf(segment -> !tells(segment, shift));
    int lasting = 0;
    boolean cameBack = false;
    boolean wasThere = false;
    List<Integer> jumps = new ArrayList<>();
    for (int i = 1; i < segments.size(); i++) {
      Segment last = segments.get(i - 1);
      Segment segment = segments.get(i);
      int place = segment.begin();
      if (place == shift.at()
          || segment.after() == last.after()
          || !shift.jumpsAt(place)
          || explained.test(shift.values().merge(place))) {
        continue;
      }
      jumps.add(place);
      lasting += isLong(last, shift) && isLong(segment, shift) ? 1 : 0;
      boolean isLater = place > shift.at();
      cameBack |= isLater && !segment.after() && isSame(segment, shift);
      wasThere |= isSame(segment.after() ? segment : last, shift);
    }
    int at = shift.at();
    int nearest =
        jumps.stream()
            .min(Comparator.comparingInt(place -> Math.abs(place - at)))
            .map(shift.values()::merge)
            .orElse(-1);
    return new Switching(jumps.size(), lasting, nearest, cameBack, wasThere);
  }

  /** Whether a segment is too long, or too far from the other level, to consist of outliers. */
  private static boolean tells(Segment segment, LevelShift shift) {
    return segment.length() > NoiseRules.SHORT_SEGMENT
        || shift.size() * segment.length() >= NoiseRules.OUTLIER_SPREADS * shift.spread()
        || segment.begin() == shift.at()
        || segment.end() == shift.at();
  }

  /** Whether a segment outlasts a spike, is on the same level and is not next to the change. */
  private static boolean isSame(Segment segment, LevelShift shift) {
    return segment.length() > NoiseRules.SHORT_SEGMENT
        && segment.begin() != shift.at()
        && segment.end() != shift.at()
        && shift.isSameLevel(segment.after(), segment.begin(), segment.end());
  }

  /** Whether a segment is longer than a spike or cut off by the window. */
  private static boolean isLong(Segment segment, LevelShift shift) {
    return segment.length() > NoiseRules.SHORT_SEGMENT
        || segment.begin() == shift.from()
        || segment.end() == shift.to();
  }
}

package dev.perftriage.analysis.noise;

import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change in its test case's own series: the levels on its two sides, and where else the series
 * jumps between them.
 *
 * @param values the measured values
 * @param at where the value after the change stands among them
 * @param from the first value of the window
 * @param to the end of the window, exclusive
 * @param levelBefore the median of the segment that ends with the change
 * @param levelAfter the median of the segment that begins with it
 * @param spread of single values around their level
 * @param segmentBefore how many values that segment has, at least 1
 * @param segmentAfter how many values this segment has, at least 1
 */
record LevelShift(
    CaseValues values,
    int at,
    int from,
    int to,
    double levelBefore,
    double levelAfter,
    double spread,
    int segmentBefore,
    int segmentAfter) {

  /** The movement at a merge; null where the series has no values for it. */
  static @Nullable LevelShift of(CaseValues values, int merge, TestResultComparison result) {
    int at = values.placeOf(merge);
    if (at < 1) {
      return null;
    }
    int from = Math.max(0, at - NoiseRules.WINDOW);
    int to = Math.min(values.size(), at + NoiseRules.WINDOW + 1);
    double spread = values.spread(from, to);
    double before = result.before();
    double after = result.after();
    int segmentBefore = 1;
    int segmentAfter = 1;
    // The second time with the levels of the segments instead of two single values.
    for (int round = 0; round < 2; round++) {
      double middle = (before + after) / 2;
      boolean rises = after > before;
      segmentBefore = 1;
      while (at - segmentBefore > from && values.value(at - segmentBefore - 1) < middle == rises) {
        segmentBefore++;
      }
      segmentAfter = 1;
      while (at + segmentAfter < to && values.value(at + segmentAfter) > middle == rises) {
        segmentAfter++;
      }
      before = values.median(Math.max(at - segmentBefore, at - NoiseRules.FAR), at);
      after = values.median(at, Math.min(at + segmentAfter, at + NoiseRules.FAR));
      if (rises != after > before) {
        break;
      }
    }
    return new LevelShift(values, at, from, to, before, after, spread, segmentBefore, segmentAfter);
  }

  /** The distance between the two levels, never negative. */
  double size() {
    return Math.abs(levelAfter - levelBefore);
  }

  /** How far from a level a value may be and still belong to it. */
  double tolerance() {
    return Math.min(
        Math.max(NoiseRules.LEVEL_TOLERANCE * size(), NoiseRules.LEVEL_SPREADS * spread),
        NoiseRules.WIDEST_TOLERANCE * size());
  }

  boolean isNear(double level, double value) {
    return Math.abs(value - level) <= tolerance();
  }

  /** How many values stand after the one that changed. */
  int valuesAfter() {
    return values.size() - 1 - at;
  }

  /** Whether most of the values of a stretch are near a level; false for an empty one. */
  private boolean isMostlyNear(double level, int begin, int end) {
    int near = 0;
    int first = Math.max(from, begin);
    int last = Math.min(to, end);
    for (int i = first; i < last; i++) {
      near += isNear(level, values.value(i)) ? 1 : 0;
    }
    return 2 * near > last - first;
  }

  /** Where the series was back at the level before, after a spike; -1 where it was not. */
  int backAfterSpike() {
    int back = at + segmentAfter;
    boolean isBack =
        segmentAfter <= NoiseRules.SHORT_SEGMENT
            && back < to
            && isMostlyNear(levelBefore, back, back + NoiseRules.NEAR - 1);
    return isBack ? back : -1;
  }

  /** Where the spike began whose way back this is; -1 where it is none. */
  int beginOfSpike() {
    int begin = at - segmentBefore;
    boolean wasThere =
        segmentBefore <= NoiseRules.SHORT_SEGMENT
            && begin > from
            && isMostlyNear(levelAfter, begin - NoiseRules.NEAR + 1, begin);
    return wasThere ? begin : -1;
  }

  /** Whether two levels are the same within the measurements' own error. */
  boolean isSameLevel(double one, int countOfOne, double other, int countOfOther) {
    double error =
        NoiseRules.MEDIAN_ERROR
            * spread
            * Math.sqrt(
                1.0 / Math.min(countOfOne, NoiseRules.FAR)
                    + 1.0 / Math.min(countOfOther, NoiseRules.FAR));
    double allowed = NoiseRules.SAME_LEVEL_ERRORS * error + NoiseRules.SAME_LEVEL_DRIFT * size();
    return Math.abs(one - other) <= Math.min(allowed, NoiseRules.SAME_LEVEL_WIDEST * size());
  }

  /** Whether the values of a stretch are on the level before, or else on the one after. */
  boolean isSameLevel(boolean levelAfterIsMeant, int begin, int end) {
    int first = Math.max(from, begin);
    int last = Math.min(to, end);
    return first < last
        && isSameLevel(
            values.median(first, last),
            last - first,
            levelAfterIsMeant ? levelAfter : levelBefore,
            levelAfterIsMeant ? segmentAfter : segmentBefore);
  }

  /**
   * How far the values around the change moved with it, as a part of it: those beside the two that
   * were compared, or with these where there are hardly others. With the standard error of that.
   */
  RemainingShift remains(int width) {
    double change = values.step(at);
    int first = Math.max(0, at - width);
    int last = Math.min(values.size(), at + width);
    int skipBefore = at - first > 3 ? 1 : 0;
    int skipAfter = last - at > 3 ? 1 : 0;
    double moved = values.median(at + skipAfter, last) - values.median(first, at - skipBefore);
    double error =
        NoiseRules.MEDIAN_ERROR
            * spread
            * Math.sqrt(1.0 / (last - at - skipAfter) + 1.0 / (at - skipBefore - first));
    return new RemainingShift(moved / change, error / Math.abs(change));
  }

  /**
   * What is left of a change a little further away from it, as a part of it.
   *
   * @param share 1 where all of it is left, 0 where nothing
   * @param error the standard error of the share
   */
  record RemainingShift(double share, double error) {}

  /**
   * The values in rows on one of the two levels, in order; a new row begins with the change.
   *
   * @return a list of the caller's own
   */
  List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    for (int i = from; i < to; i++) {
      double value = values.value(i);
      boolean after = isNear(levelAfter, value);
      if (after || isNear(levelBefore, value)) {
        Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last != null && last.after == after && i != at) {
          segments.set(segments.size() - 1, new Segment(after, last.begin, i + 1));
        } else {
          segments.add(new Segment(after, i, i + 1));
        }
      }
    }
    return segments;
  }

  /** Whether the series jumps at a place, by a good part of the change, and does not drift. */
  boolean jumpsAt(int place) {
    double step = values.step(place);
    return Math.abs(step) >= NoiseRules.JUMP * size();
  }

  /**
   * Values in a row on one of the two levels; what is on neither does not end it.
   *
   * @param after whether it is on the level after the change
   */
  record Segment(boolean after, int begin, int end) {

    int length() {
      return end - begin;
    }
  }
}

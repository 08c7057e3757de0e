package dev.perftriage.analysis.noise;

import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change in the series of its test case: the levels before and after it, and other jumps between
 * them.
 *
 * @param at the index of the value after the change
 * @param from the index of the first value of the window
 * @param to the end of the window, exclusive
 * @param levelBefore the median of the segment that ends with the change
 * @param levelAfter the median of the segment that begins with it
 * @param spread the typical distance of single values from their level
 * @param segmentBefore the length of the segment before, at least 1
 * @param segmentAfter the length of the segment after, at least 1
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

  /** The level shift at a merge; null if the series has no values for it. */
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
    // The second pass uses the levels of the segments instead of two single values.
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

  double size() {
    return Math.abs(levelAfter - levelBefore);
  }

  /** The maximum distance of a value from its level. */
  double tolerance() {
    return Math.min(
        Math.max(NoiseRules.LEVEL_TOLERANCE * size(), NoiseRules.LEVEL_SPREADS * spread),
        NoiseRules.WIDEST_TOLERANCE * size());
  }

  boolean isNear(double level, double value) {
    return Math.abs(value - level) <= tolerance();
  }

  int valuesAfter() {
    return values.size() - 1 - at;
  }

  /** Whether most values of an interval are near a level; false for an empty one. */
  private boolean isMostlyNear(double level, int begin, int end) {
    int near = 0;
    int first = Math.max(from, begin);
    int last = Math.min(to, end);
    for (int i = first; i < last; i++) {
      near += isNear(level, values.value(i)) ? 1 : 0;
    }
    return 2 * near > last - first;
  }

  /** The index at which the series returned to the level before after a spike; -1 if it did not. */
  int backAfterSpike() {
    int back = at + segmentAfter;
    boolean isBack =
        segmentAfter <= NoiseRules.SHORT_SEGMENT
            && back < to
            && isMostlyNear(levelBefore, back, back + NoiseRules.NEAR - 1);
    return isBack ? back : -1;
  }

  /** The index at which the spike that ends here began; -1 if there is none. */
  int beginOfSpike() {
    int begin = at - segmentBefore;
    boolean wasThere =
        segmentBefore <= NoiseRules.SHORT_SEGMENT
            && begin > from
            && isMostlyNear(levelAfter, begin - NoiseRules.NEAR + 1, begin);
    return wasThere ? begin : -1;
  }

  /** Whether two levels are equal within the standard error. */
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

  /** Whether the values of an interval are on the level before, or else on the level after. */
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
   * How far the surrounding values moved with the change, as a fraction of it, and the standard
   * error. The two compared values are excluded unless there are too few others.
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

  /** What share of a change remains in the surrounding values, with its standard error. */
  record RemainingShift(double share, double error) {}

  /** The segments of values on one of the two levels, in order; the change begins a new one. */
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

  /** Whether the series jumps at an index by a large fraction of the change, not just drifts. */
  boolean jumpsAt(int place) {
    double step = values.step(place);
    return Math.abs(step) >= NoiseRules.JUMP * size();
  }

  /**
   * Consecutive values on one of the two levels; a value on neither does not end the segment.
   *
   * @param after whether it is on the level after the change
   */
  record Segment(boolean after, int begin, int end) {

    int length() {
      return end - begin;
    }
  }
}

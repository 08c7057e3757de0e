package dev.perftriage.analysis.noise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * A series that leaves its level and comes back to it.
 *
 * @param out the index of the merge of the first value away from the level; -1 if there is none
 * @param back the index of the merge of the first value back on it; -1 if there is none
 * @param length how many measured values are away from it
 * @param isExact whether it comes back to the very level, as far as drift and chance allow
 * @param isEqual whether chance alone explains how far it comes back from that level
 */
record Excursion(int out, int back, int length, boolean isExact, boolean isEqual) {

  /** No excursion. */
  static final Excursion NONE = new Excursion(-1, -1, 0, false, false);

  /** The shorter one of the excursion that a change begins and the one that it ends. */
  static Excursion of(LevelShift shift) {
    if (!shift.isMove()) {
      return NONE;
    }
    Excursion begun = begunBy(shift);
    Excursion ended = endedBy(shift);
    if (begun.exists() && ended.exists()) {
      return begun.length <= ended.length ? begun : ended;
    }
    return begun.exists() ? begun : ended;
  }

  boolean exists() {
    return length > 0;
  }

  /** Whether it is as short as single measurements that went wrong. */
  boolean isShort() {
    return exists() && length <= NoiseRules.SHORT_EXCURSION;
  }

  boolean has(int merge) {
    return exists() && (merge == out || merge == back);
  }

  /** The index of the merge at its other end. */
  int otherThan(int merge) {
    return merge == out ? back : out;
  }

  /** The excursion that a move begins. */
  static Excursion begunBy(LevelShift shift) {
    List<Segment> all = shift.segments().all();
    int own = shift.segments().indexOf(shift.at());
    for (int i = own + 1; i < all.size(); i++) {
      Segment segment = all.get(i);
      int away = segment.begin() - shift.at();
      if (away > NoiseRules.LONGEST_EXCURSION) {
        return NONE;
      }
      if (shift.isNearBefore(segment)
          && isLasting(all.subList(i, all.size()), shift::isNearBefore, shift::isNearAfter, away)) {
        int first = i;
        while (first > own + 1 && !isAway(shift, all.get(first - 1), false)) {
          first--;
        }
        return between(shift, all.get(own - 1), shift.at(), all.get(first).begin(), segment);
      }
    }
    return NONE;
  }

  /** The excursion that a move ends. */
  static Excursion endedBy(LevelShift shift) {
    List<Segment> all = shift.segments().all();
    int own = shift.segments().indexOf(shift.at());
    for (int i = own - 2; i >= 0; i--) {
      Segment segment = all.get(i);
      int away = shift.at() - segment.end();
      if (away > NoiseRules.LONGEST_EXCURSION) {
        return NONE;
      }
      List<Segment> earlier = new ArrayList<>(all.subList(0, i + 1));
      Collections.reverse(earlier);
      if (shift.isNearAfter(segment)
          && isLasting(earlier, shift::isNearAfter, shift::isNearBefore, away)) {
        int last = i;
        while (last < own - 2 && !isAway(shift, all.get(last + 1), true)) {
          last++;
        }
        return between(shift, segment, all.get(last).end(), shift.at(), all.get(own));
      }
    }
    return NONE;
  }

  /** Whether a segment is nearer to the level away, which is the one before or after the change. */
  private static boolean isAway(LevelShift shift, Segment segment, boolean isBefore) {
    double middle = (shift.before() + shift.after()) / 2;
    return segment.level() < middle == (shift.isUp() == isBefore);
  }

  /**
   * Whether a series stays on a level for longer than a spike, or leaves it after some values for
   * another level than the one away. After a spike, it may do so after some more spikes, or for as
   * long as there are values.
   *
   * @param segments the segments from the first one on the level on, away from the excursion
   */
  private static boolean isLasting(
      List<Segment> segments, Predicate<Segment> isOn, Predicate<Segment> isAway, int away) {
    boolean isSpike = away <= NoiseRules.SHORT_EXCURSION;
    int stay = 0;
    int apart = 0;
    for (Segment segment : segments) {
      if (stay >= NoiseRules.VALUES_FOR_A_LEVEL
          && !isOn.test(segment)
          && !isAway.test(segment)
          && segment.length() > NoiseRules.SHORT_EXCURSION) {
        return true;
      }
      stay = isOn.test(segment) ? stay + segment.length() : 0;
      apart = isOn.test(segment) ? 0 : apart + segment.length();
      if (stay > NoiseRules.SHORT_EXCURSION) {
        return true;
      }
      if (apart > (isSpike ? NoiseRules.SHORT_EXCURSION : 0)) {
        return false;
      }
    }
    return isSpike && stay > 0;
  }

  private static Excursion between(
      LevelShift shift, Segment before, int out, int back, Segment after) {
    Segments segments = shift.segments();
    double byChance = NoiseRules.SAME_LEVEL_ERRORS * segments.errorOf(before, after);
    double apart = Math.abs(after.level() - before.level());
    return new Excursion(
        shift.values().merge(out),
        shift.values().merge(back),
        back - out,
        apart <= Math.max(byChance, NoiseRules.EXACT * shift.size()),
        apart <= byChance);
  }
}

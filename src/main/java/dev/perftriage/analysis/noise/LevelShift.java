package dev.perftriage.analysis.noise;

import java.util.List;

/**
 * A change in the series of its test case, with the levels on either side. A level is taken within
 * the segment next to the change and those beyond it on the same level, from at most {@link
 * NoiseRules#FAR} values.
 *
 * @param at the index of the value after the change
 * @param isMove whether a segment begins there; if not, both levels are that of one segment
 * @param before the level before it
 * @param after the level after it
 */
record LevelShift(Segments segments, int at, boolean isMove, double before, double after) {

  /** The change to the value at an index, which is at least 1. */
  static LevelShift of(Segments segments, int at) {
    List<Segment> all = segments.all();
    int index = segments.indexOf(at);
    Segment after = all.get(index);
    if (after.begin() != at) {
      return new LevelShift(segments, at, false, after.level(), after.level());
    }
    Segment before = all.get(index - 1);
    double near = NoiseRules.SAME_LEVEL * Math.abs(after.level() - before.level());
    int first = index - 1;
    while (first > 0 && Math.abs(all.get(first - 1).level() - before.level()) <= near) {
      first--;
    }
    int last = index;
    while (last + 1 < all.size() && Math.abs(all.get(last + 1).level() - after.level()) <= near) {
      last++;
    }
    CaseValues values = segments.values();
    return new LevelShift(
        segments,
        at,
        true,
        values.median(Math.max(all.get(first).begin(), at - NoiseRules.FAR), at),
        values.median(at, Math.min(all.get(last).end(), at + NoiseRules.FAR)));
  }

  CaseValues values() {
    return segments.values();
  }

  /** The distance of the two levels; 0 if it is no move. */
  double size() {
    return Math.abs(after - before);
  }

  boolean isUp() {
    return after > before;
  }

  /** How many measured values follow the one after the change. */
  int valuesAfter() {
    return values().size() - 1 - at;
  }

  /**
   * For how many values the level stayed nearer to the one after the change than to the one before,
   * short excursions aside as long as they are the smaller part; 1 or more.
   */
  int stayed() {
    List<Segment> all = segments.all();
    int index = segments.indexOf(at);
    int end = all.get(index).end();
    int away = 0;
    for (Segment segment : all.subList(index + 1, all.size())) {
      if ((segment.level() - (before + after) / 2) * (after - before) > 0) {
        end = segment.end();
      } else {
        away += segment.length();
        int near = segment.end() - at - away;
        if (segment.length() > NoiseRules.SHORT_EXCURSION || away >= near) {
          break;
        }
      }
    }
    return end - at;
  }

  boolean isNearBefore(Segment segment) {
    return Math.abs(segment.level() - before) <= NoiseRules.SAME_LEVEL * size();
  }

  boolean isNearAfter(Segment segment) {
    return Math.abs(segment.level() - after) <= NoiseRules.SAME_LEVEL * size();
  }
}

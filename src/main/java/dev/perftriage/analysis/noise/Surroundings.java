package dev.perftriage.analysis.noise;

import java.util.List;

/**
 * How far the values around a change moved with it.
 *
 * @param share the distance they moved as a fraction of the change; negative if they moved the
 *     other way
 * @param error the standard error of the share; 0 if it is that of clear levels
 */
record Surroundings(double share, double error) {

  /** All of them moved with it. */
  static final Surroundings MOVED = new Surroundings(1, 0);

  /**
   * What moved around a change. Beside a single value apart from the levels on either side, these
   * levels count; a change within a segment is compared with the values on either side of it.
   */
  static Surroundings of(LevelShift shift) {
    return shift.isMove() ? besideOutlier(shift) : withinSegment(shift);
  }

  private static Surroundings besideOutlier(LevelShift shift) {
    List<Segment> all = shift.segments().all();
    int index = shift.segments().indexOf(shift.at());
    double change = shift.after() - shift.before();
    boolean afterRecurs = index + 2 < all.size() && shift.isNearAfter(all.get(index + 2));
    if (all.get(index).length() == 1 && index + 1 < all.size() && !afterRecurs) {
      return new Surroundings((all.get(index + 1).level() - shift.before()) / change, 0);
    }
    boolean beforeRecurs = index >= 3 && shift.isNearBefore(all.get(index - 3));
    if (all.get(index - 1).length() == 1 && index >= 2 && !beforeRecurs) {
      return new Surroundings((shift.after() - all.get(index - 2).level()) / change, 0);
    }
    return MOVED;
  }

  private static Surroundings withinSegment(LevelShift shift) {
    CaseValues values = shift.values();
    int at = shift.at();
    double change = values.step(at);
    int before = at - 1;
    int after = values.size() - at - 1;
    if (before == 0 || after == 0) {
      return MOVED;
    }
    double moved =
        values.median(at + 1, Math.min(values.size(), at + 1 + NoiseRules.FAR))
            - values.median(Math.max(0, before - NoiseRules.FAR), before);
    return new Surroundings(
        moved / change, shift.segments().errorOf(before, after) / Math.abs(change));
  }
}

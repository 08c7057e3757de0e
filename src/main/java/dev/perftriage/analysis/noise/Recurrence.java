package dev.perftriage.analysis.noise;

import java.util.List;
import java.util.function.Predicate;

/**
 * Where else a series is on the levels of a change. Of an excursion, it is the level away that
 * counts; of a move that does not come back, it is each level on the other side of it.
 *
 * @param before whether it is there before the change and its excursion
 * @param after whether it is there after them
 * @param stays how many stays precede it on the level that it leaves, the last one included; of an
 *     excursion, on the level around it
 */
record Recurrence(boolean before, boolean after, int stays) {

  /** Nowhere. */
  static final Recurrence NONE = new Recurrence(false, false, 0);

  static Recurrence of(LevelShift shift, Excursion excursion) {
    if (!shift.isMove()) {
      return NONE;
    }
    Segments segments = shift.segments();
    int index = segments.indexOf(shift.at());
    if (!excursion.exists()) {
      return new Recurrence(
          isThere(segments.all().subList(0, index), shift::isNearAfter),
          isThere(tail(segments.all(), index + 1), shift::isNearBefore),
          stays(segments.all().subList(0, index), shift::isNearBefore));
    }
    boolean begins = excursion.out() == shift.values().merge(shift.at());
    Predicate<Segment> isAway = begins ? shift::isNearAfter : shift::isNearBefore;
    Predicate<Segment> isHome = begins ? shift::isNearBefore : shift::isNearAfter;
    int out = segments.indexOf(shift.values().placeOf(excursion.out()));
    int back = segments.indexOf(shift.values().placeOf(excursion.back()));
    return new Recurrence(
        isThere(segments.all().subList(0, out), isAway),
        isThere(tail(segments.all(), back), isAway),
        stays(segments.all().subList(0, out), isHome));
  }

  private static List<Segment> tail(List<Segment> all, int begin) {
    return all.subList(begin, all.size());
  }

  private static boolean isThere(List<Segment> some, Predicate<Segment> isOn) {
    return some.stream().anyMatch(isOn);
  }

  private static int stays(List<Segment> some, Predicate<Segment> isOn) {
    int stays = 0;
    boolean isThere = false;
    for (Segment segment : some) {
      stays += isOn.test(segment) && !isThere ? 1 : 0;
      isThere = isOn.test(segment);
    }
    return stays;
  }

  /** Whether it is there before and after. */
  boolean isOnBothSides() {
    return before && after;
  }

  /** Whether it is there at all. */
  boolean isAnywhere() {
    return before || after;
  }
}

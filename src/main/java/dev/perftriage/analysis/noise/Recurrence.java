package dev.perftriage.analysis.noise;

import java.util.List;
import java.util.function.Predicate;

/**
 * Where else a series is on the levels of a change. Of an excursion, it is the level away that
 * counts; of a move that does not come back, it is each level on the other side of it.
 *
 * @param before whether it is there before the change and its excursion
 * @param after whether it is there after them
 */
record Recurrence(boolean before, boolean after) {

  /** Nowhere. */
  static final Recurrence NONE = new Recurrence(false, false);

  static Recurrence of(LevelShift shift, Excursion excursion) {
    if (!shift.isMove()) {
      return NONE;
    }
    Segments segments = shift.segments();
    int index = segments.indexOf(shift.at());
    if (!excursion.exists()) {
      return of(segments.all(), index, shift::isNearAfter, index + 1, shift::isNearBefore);
    }
    boolean begins = excursion.out() == shift.values().merge(shift.at());
    Predicate<Segment> isAway = begins ? shift::isNearAfter : shift::isNearBefore;
    return of(
        segments.all(),
        segments.indexOf(shift.values().placeOf(excursion.out())),
        isAway,
        segments.indexOf(shift.values().placeOf(excursion.back())),
        isAway);
  }

  private static Recurrence of(
      List<Segment> all,
      int end,
      Predicate<Segment> isThereBefore,
      int begin,
      Predicate<Segment> isThereAfter) {
    return new Recurrence(
        all.subList(0, end).stream().anyMatch(isThereBefore),
        all.subList(begin, all.size()).stream().anyMatch(isThereAfter));
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

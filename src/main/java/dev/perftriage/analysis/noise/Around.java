package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;

/**
 * The values of a test case at the merges around the parent of a try build, and the build's own.
 *
 * @param level the level around the parent
 * @param value the build's value
 * @param merged what moved at each of the merges
 */
record Around(
    Segments segments,
    double level,
    double lowest,
    double highest,
    double value,
    double change,
    Habits habits,
    Company merged) {

  /** How far a single value may be from its level, in spreads. */
  private static final double SINGLE_VALUE_ERRORS = 4;

  /**
   * How far from its level a value must be to be believed, in spreads: of thousands of single
   * values, some are ten spreads away.
   */
  private static final double FAR_ERRORS = 12;

  /** The same where other test cases moved, too. */
  private static final double FAR_ERRORS_IN_COMPANY = 6;

  /** How much farther than the largest excursion it must be: rare values have heavy tails. */
  private static final double FARTHER = 3;

  /** The same where other test cases moved, too, for excursions that are not short. */
  private static final double FARTHER_IN_COMPANY = 1.5;

  /**
   * The values around the parent at an index, as far as they are on levels without later lasting
   * steps: what was merged later, such as the build's own change, says nothing of the parent.
   */
  static Around of(CaseValues all, int at, TestCaseChange change, Company merged) {
    CaseValues values = all.upTo(laterStep(Segments.of(all), at));
    Segments segments = Segments.of(values);
    double value = change.result().after();
    double moved = value - change.result().before();
    double level = level(segments, at, NoiseRules.SAME_LEVEL * Math.abs(moved));
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.size(); i++) {
      lowest = Math.min(lowest, values.value(i));
      highest = Math.max(highest, values.value(i));
    }
    Habits habits =
        Habits.of(
            segments.jumps(),
            values.merge(at),
            Math.abs(value - level),
            Excursion.NONE,
            merged::isGroup);
    return new Around(segments, level, lowest, highest, value, moved, habits, merged);
  }

  /** The index after the last value before the first step later than an index that stayed. */
  private static int laterStep(Segments segments, int at) {
    for (Segment segment : segments.all()) {
      if (segment.begin() > at) {
        LevelShift shift = LevelShift.of(segments, segment.begin());
        if (!Excursion.begunBy(shift).exists() && !Excursion.endedBy(shift).exists()) {
          return segment.begin();
        }
      }
    }
    return segments.values().size();
  }

  /** The parent's level, or that of most values around it if the parent's is a short excursion. */
  private static double level(Segments segments, int at, double near) {
    Segment own = segments.all().get(segments.indexOf(at));
    if (own.length() > NoiseRules.SHORT_EXCURSION) {
      return own.level();
    }
    double level = own.level();
    int most = 0;
    for (Segment segment : segments.all()) {
      int count = valuesOn(segment.level(), near, segments, at);
      if (count > most) {
        most = count;
        level = segment.level();
      }
    }
    return level;
  }

  /** How many values not far from an index are on a level. */
  private static int valuesOn(double level, double near, Segments segments, int at) {
    CaseValues values = segments.values();
    int count = 0;
    int last = Math.min(values.size() - 1, at + NoiseRules.FAR);
    for (int i = Math.max(0, at - NoiseRules.FAR); i <= last; i++) {
      count += Math.abs(values.value(i) - level) <= near ? 1 : 0;
    }
    return count;
  }

  /** Whether the build's value is on a level. */
  boolean isOn(double other) {
    return Math.abs(value - other)
        <= Math.max(
            SINGLE_VALUE_ERRORS * segments.spread(), NoiseRules.SAME_LEVEL * Math.abs(change));
  }

  /** The nearest level other than that around the parent that the value is on; NaN if none. */
  double known() {
    double nearest = Double.NaN;
    for (Segment segment : segments.all()) {
      boolean isNearer =
          Double.isNaN(nearest) || Math.abs(segment.level() - value) < Math.abs(nearest - value);
      if (isOn(segment.level()) && isNearer) {
        nearest = segment.level();
      }
    }
    return nearest;
  }

  boolean hasHabit() {
    return habits.areKnown();
  }

  /** How far the build's value is from the level, as a fraction of the change. */
  double share() {
    return Math.abs((value - level) / change);
  }

  /**
   * Whether the test case never went so far and came back, nor scatters so much, that one more
   * value may be that far away. In company, less is believed.
   */
  boolean isSteady(boolean inCompany) {
    double furthest = (inCompany ? FAR_ERRORS_IN_COMPANY : FAR_ERRORS) * segments.spread();
    for (Jump jump : segments.jumps()) {
      boolean isShort = jump.begun().isShort() || jump.ended().isShort();
      boolean isExcursion = jump.begun().exists() || jump.ended().exists();
      if (isExcursion && !merged.isGroup(jump.merge())) {
        double times = inCompany && !isShort ? FARTHER_IN_COMPANY : FARTHER;
        furthest = Math.max(furthest, times * jump.size());
      }
    }
    return Math.abs(value - level) >= furthest;
  }

  /** Whether the value is further out than all others, by a good part of the change. */
  boolean isBeyond() {
    double beyond = Math.max(value - highest, lowest - value);
    return beyond >= NoiseRules.MOVED * Math.abs(change);
  }
}

package dev.perftriage.analysis.noise;

import java.util.List;

/**
 * What the series of a test case alone says of a change. Values are in the metric's own unit.
 *
 * @param isMove whether the level changes there
 * @param before the level before
 * @param after the level after
 * @param later the latest level: the median of up to the last {@link NoiseRules#FAR} values
 * @param spread the typical distance of single values from their level
 * @param valuesAfter how many measured values follow the one after the change
 * @param stayed for how many values, the one after the change included, the level stayed nearer to
 *     the one after the change than to the one before
 * @param window how many values the series has so near that its habits count
 * @param first the index of the merge of its first value
 * @param excursion the excursion that the change begins or ends
 * @param recurrence where else the series is on its levels
 * @param surroundings how far the values around it moved with it
 * @param wentBack the merges, by index, that revert its merge or that it reverts by name, and at
 *     which the test case moved the other way
 * @param jumps all jumps of the series
 */
record SeenSeries(
    boolean isMove,
    double before,
    double after,
    double later,
    double spread,
    int valuesAfter,
    int stayed,
    int window,
    int first,
    Excursion excursion,
    Recurrence recurrence,
    Surroundings surroundings,
    List<Integer> wentBack,
    List<Jump> jumps) {

  SeenSeries {
    wentBack = List.copyOf(wentBack);
    jumps = List.copyOf(jumps);
  }

  static SeenSeries of(LevelShift shift, List<Jump> jumps, List<Integer> wentBack) {
    CaseValues values = shift.values();
    int merge = values.merge(shift.at());
    Excursion excursion = Excursion.of(shift);
    return new SeenSeries(
        shift.isMove(),
        shift.before(),
        shift.after(),
        values.median(Math.max(shift.at(), values.size() - NoiseRules.FAR), values.size()),
        shift.segments().spread(),
        shift.valuesAfter(),
        shift.stayed(),
        values.count(merge - NoiseRules.STORED_CONTEXT, merge + NoiseRules.HABIT_RANGE),
        values.merge(0),
        excursion,
        Recurrence.of(shift, excursion),
        Surroundings.of(shift),
        wentBack,
        jumps);
  }

  double size() {
    return Math.abs(after - before);
  }

  /** Whether the level rises at the change. */
  boolean isUp() {
    return after > before;
  }

  /** Whether it is so small beside its scatter that single values may explain it. */
  boolean isSlight() {
    return size() < NoiseRules.SLIGHT * spread;
  }

  /** Whether enough values follow to say that a change stayed. */
  boolean tells() {
    return valuesAfter >= NoiseRules.MERGES_TO_TELL;
  }
}

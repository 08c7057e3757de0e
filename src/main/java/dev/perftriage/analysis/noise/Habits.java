package dev.perftriage.analysis.noise;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * How often a test case leaves its level and comes back elsewhere in its series, about as far as by
 * a change.
 *
 * @param before how many jumps of such excursions precede the change and its own excursion, by at
 *     most {@link NoiseRules#HABIT_RANGE} merges
 * @param after how many follow within as many merges
 * @param lasting how many of all these belong to excursions that are not short
 * @param earlier how many precede those before, by at most {@link NoiseRules#STORED_CONTEXT} merges
 * @param earlierLasting how many of the earlier ones belong to excursions that are not short
 * @param known the number of merges that the series goes back before those before; 0 or more
 */
record Habits(int before, int after, int lasting, int earlier, int earlierLasting, int known) {

  /**
   * Counts the jumps, without those of the excursion that the change belongs to.
   *
   * @param seen what the series of the test case says of the change
   * @param merge the index of the change's merge
   * @param explained the merges, by index, at which a group moved: they are no habit
   */
  static Habits of(SeenSeries seen, int merge, IntPredicate explained) {
    Excursion own = seen.excursion();
    int begin = own.exists() ? own.out() : merge;
    int before = 0;
    int after = 0;
    int lasting = 0;
    int earlier = 0;
    int earlierLasting = 0;
    for (Jump jump : seen.jumps()) {
      if (merge - jump.merge() > NoiseRules.STORED_CONTEXT
          || jump.merge() - merge > NoiseRules.HABIT_RANGE
          || own.has(jump.merge())
          || !isAlike(jump.size() / seen.size())
          || explained.test(jump.merge())) {
        continue;
      }
      List<Excursion> others = elsewhere(jump, merge);
      if (others.isEmpty()) {
        continue;
      }
      int isLasting = others.stream().allMatch(Excursion::isShort) ? 0 : 1;
      if (merge - jump.merge() > NoiseRules.HABIT_RANGE) {
        earlier++;
        earlierLasting += isLasting;
      } else {
        before += jump.merge() < begin ? 1 : 0;
        after += jump.merge() < begin ? 0 : 1;
        lasting += isLasting;
      }
    }
    int known = Math.max(0, merge - seen.first() - NoiseRules.HABIT_RANGE);
    return new Habits(before, after, lasting, earlier, earlierLasting, known);
  }

  /** The excursions that a jump begins or ends, without those of the change. */
  private static List<Excursion> elsewhere(Jump jump, int merge) {
    return Stream.of(jump.begun(), jump.ended())
        .filter(excursion -> excursion.exists() && !excursion.has(merge))
        .toList();
  }

  private static boolean isAlike(double ratio) {
    return ratio >= NoiseRules.ALIKE && ratio <= 1 / NoiseRules.ALIKE;
  }

  /** How many jumps of excursions there are around it. */
  int jumps() {
    return before + after;
  }

  /** How many there are at all. */
  int all() {
    return earlier + jumps();
  }

  /** Whether the test case went there and back around it. */
  boolean areKnown() {
    return jumps() >= NoiseRules.THERE_AND_BACK;
  }

  /** Whether it stays away for long around it, or leaves its level often. */
  boolean areLasting() {
    return areKnown() && (lasting > 0 || jumps() >= 2 * NoiseRules.THERE_AND_BACK);
  }

  /** Whether it went there and back earlier, for a few values only. */
  boolean wereShort() {
    return earlier >= NoiseRules.OLD_HABIT && earlierLasting < NoiseRules.THERE_AND_BACK;
  }

  /** Whether it stayed away for long earlier. */
  boolean wereLasting() {
    return earlierLasting >= NoiseRules.OLD_HABIT;
  }

  /** Whether it did so earlier, for short or for long, so often that it is no coincidence. */
  boolean wereFrequent() {
    return earlier >= 2 * NoiseRules.OLD_HABIT;
  }

  /** Whether there are hardly any, though they would be known. */
  boolean areNone() {
    return isLongKnown() && all() < NoiseRules.OLD_HABIT;
  }

  /** Whether there are so few that they may be coincidences, though more would be known. */
  boolean areFew() {
    return isLongKnown() && all() < 2 * NoiseRules.OLD_HABIT;
  }

  /** Whether it stayed away for long only lately: earlier it did not, though that is known. */
  boolean areNew() {
    return isLongKnown() && earlierLasting < NoiseRules.THERE_AND_BACK;
  }

  private boolean isLongKnown() {
    return known >= NoiseRules.HABIT_RANGE;
  }
}

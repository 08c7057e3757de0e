package dev.perftriage.analysis.noise;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * How often a test case leaves its level and comes back elsewhere in its series, about as far as by
 * a change.
 *
 * @param before how many jumps of such excursions precede the change and its own excursion
 * @param after how many follow
 * @param lasting how many of all these belong to excursions that are not short
 */
record Habits(int before, int after, int lasting) {

  /**
   * Counts the jumps, without those of the excursion that the change belongs to.
   *
   * @param jumps all jumps of the series
   * @param merge the index of the change's merge
   * @param size the distance of its levels
   * @param own the excursion that it belongs to
   * @param explained the merges, by index, at which a group moved: they are no habit
   */
  static Habits of(
      List<Jump> jumps, int merge, double size, Excursion own, IntPredicate explained) {
    int before = 0;
    int after = 0;
    int lasting = 0;
    for (Jump jump : jumps) {
      double ratio = jump.size() / size;
      if (jump.merge() == merge
          || Math.abs(jump.merge() - merge) > NoiseRules.HABIT_RANGE
          || own.has(jump.merge())
          || ratio < NoiseRules.ALIKE
          || ratio > 1 / NoiseRules.ALIKE
          || explained.test(jump.merge())) {
        continue;
      }
      List<Excursion> others =
          Stream.of(jump.begun(), jump.ended())
              .filter(other -> other.exists() && !other.has(merge))
              .toList();
      if (others.isEmpty()) {
        continue;
      }
      if (jump.merge() < (own.exists() ? own.out() : merge)) {
        before++;
      } else {
        after++;
      }
      lasting += others.stream().allMatch(Excursion::isShort) ? 0 : 1;
    }
    return new Habits(before, after, lasting);
  }

  /** How many jumps of excursions there are elsewhere. */
  int jumps() {
    return before + after;
  }

  /** Whether the test case went there and back elsewhere. */
  boolean areKnown() {
    return jumps() >= NoiseRules.THERE_AND_BACK;
  }

  /** Whether it stays away for long elsewhere, or leaves its level often. */
  boolean areLasting() {
    return areKnown() && (lasting > 0 || jumps() >= 2 * NoiseRules.THERE_AND_BACK);
  }
}

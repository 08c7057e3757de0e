package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Company.Direction;
import dev.perftriage.analysis.noise.Episodes.Extent;

/**
 * Everything that the rules know of a change.
 *
 * @param merge the index of its merge
 * @param series what its own series says
 * @param habits what the test case does elsewhere
 * @param reverted the merge, by index, that reverts its merge or that it reverts, confirmed by the
 *     values, and at which the test case moved the other way; -1 if there is none
 * @param companions what moved with it
 * @param atOtherEnd in which direction a group moved at the other end of its excursion
 * @param extent how many test cases share its excursion
 */
record Evidence(
    int merge,
    SeenSeries series,
    Habits habits,
    int reverted,
    Companions companions,
    Direction atOtherEnd,
    Extent extent) {

  Direction company() {
    return companions.direction();
  }

  /** Whether other test cases of its benchmark moved with it. */
  boolean hasSiblings() {
    return companions.siblings() > 0;
  }

  /** How many other benchmarks moved with it. */
  int otherBenchmarks() {
    return companions.otherBenchmarks();
  }

  /** Whether others moved with it, in whichever direction. */
  boolean hasCompany() {
    return company() != Direction.NONE;
  }

  /** Whether a group moved at the other end of its excursion, in whichever direction. */
  boolean endHasGroup() {
    return atOtherEnd != Direction.NONE;
  }

  Excursion excursion() {
    return series.excursion();
  }

  /** The index of the merge at the other end of the excursion; -1 without an excursion. */
  int otherEnd() {
    return excursion().exists() ? excursion().otherThan(merge) : -1;
  }
}

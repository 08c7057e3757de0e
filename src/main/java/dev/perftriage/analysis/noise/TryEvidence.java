package dev.perftriage.analysis.noise;

/**
 * The evidence behind a verdict on a try build's change. Values are in the metric's own unit. The
 * neighbours are the values of merges around the parent, as they would be at the parent: without
 * the steps of groups of test cases in between, and up to a step of the test case alone that
 * stayed.
 *
 * @param window how many neighbours there are; without a verdict, how many values
 * @param level the level of most neighbours; NaN without a verdict
 * @param lowest the lowest neighbour; NaN without a verdict
 * @param highest the highest neighbour; NaN without a verdict
 * @param value the build's value; NaN without a verdict
 * @param about how many neighbours are about where the build's value is
 * @param aboutBefore how many values before a step of the test case alone that stayed are
 * @param movedTogether how many other test cases of the build moved in the same direction, to where
 *     they never were
 */
public record TryEvidence(
    int window,
    double level,
    double lowest,
    double highest,
    double value,
    int about,
    int aboutBefore,
    int movedTogether) {

  /** Whether the build's value is beyond all neighbours. */
  public boolean isBeyond() {
    return value > highest || value < lowest;
  }

  /** Whether the build's value is where the test case was before a step, and never after it. */
  boolean isBefore() {
    return about == 0 && aboutBefore > 0;
  }
}

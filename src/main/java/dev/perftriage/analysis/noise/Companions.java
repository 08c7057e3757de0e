package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Company.Direction;

/**
 * What moved at a merge with a test case.
 *
 * @param siblings how many other test cases of its benchmark moved the same way
 * @param otherBenchmarks how many other benchmarks moved the same way
 * @param group in which direction a group moved
 */
record Companions(int siblings, int otherBenchmarks, Direction group) {

  /** Nothing, or nothing known. */
  static final Companions NONE = new Companions(0, 0, Direction.NONE);

  /** In which direction a group moved, or along if so many of its own benchmark did. */
  Direction direction() {
    return siblings >= NoiseRules.SIBLINGS - 1 ? Direction.ALONG : group;
  }
}

package dev.perftriage.analysis.noise;

/** The rules of {@link NoiseRules}, in order of application. */
public enum NoiseRule {
  /** One of two merges reverts the other, and the test case moved at both. */
  REVERT,
  /** Many test cases moved together, and went back together. */
  UNDONE_TOGETHER,
  /** The change begins or ends an excursion of a few merges. */
  SPIKE,
  /** The test case jumps between the same two levels elsewhere. */
  SWITCHING,
  /** The values around the compared ones are on one level. */
  NO_MOVE,
  /** No sign of noise: the number of later values decides. */
  STAY
}

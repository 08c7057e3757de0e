package dev.perftriage.analysis.noise;

/** The rules of {@link NoiseRules}, in order of application. */
public enum NoiseRule {
  /** One of two merges reverts the other, and the test case moved at both. */
  REVERT,
  /** The level did not change with the two compared values. */
  NO_MOVE,
  /** Several benchmarks moved together, and went back together. */
  UNDONE_TOGETHER,
  /** The change begins or ends an excursion of a few measurements. */
  SPIKE,
  /** The test case leaves its level and comes back elsewhere, too. */
  SWITCHING,
  /** The test case left its level once, and came back. */
  WENT_BACK,
  /** No sign of noise: the number of later values decides. */
  STAY
}

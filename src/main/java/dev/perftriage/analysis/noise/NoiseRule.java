package dev.perftriage.analysis.noise;

/** The rules of {@link NoiseRules}, in the order in which they are asked. */
public enum NoiseRule {
  /** One of two merges reverts the other, and the test case moved at both. */
  REVERT,
  /** Many test cases moved together, and together back. */
  UNDONE_TOGETHER,
  /** The change begins or ends a departure of a few merges. */
  SPIKE,
  /** The test case jumps between the same two levels elsewhere. */
  SWITCHING,
  /** The values around those that were compared are on one level. */
  NO_MOVE,
  /** Nothing speaks against the change: it depends on how much came after it. */
  STAY
}

package dev.perftriage.analysis.noise;

/** What a change in a labelled series is made of, for the most part. */
enum Cause {
  /** A lasting step of ten or more test cases. */
  LARGE_GROUP_STEP(true),
  /** A lasting step of two to nine. */
  SMALL_GROUP_STEP(true),
  /** A lasting step of the test cases of one benchmark. */
  BENCHMARK_STEP(true),
  /** A lasting step of a single test case. */
  SINGLE_STEP(true),
  /** A step that a revert undoes, and the revert. */
  REVERTED_STEP(true),
  /** Into a spike. */
  SPIKE(false),
  /** Out of one. */
  WAY_BACK(false),
  /** From one of two levels to the other. */
  SWITCH(false),
  /** Measurement noise. */
  MEASUREMENT(false);

  private final boolean real;

  Cause(boolean real) {
    this.real = real;
  }

  /** Whether a merge caused it. */
  boolean isReal() {
    return real;
  }
}

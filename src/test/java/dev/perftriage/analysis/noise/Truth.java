package dev.perftriage.analysis.noise;

/** Why a value of a {@link NoiseFamily} changed, for the most part. */
enum Truth {
  /** A lasting step of test cases of three benchmarks or more. */
  GROUP_STEP(true),
  /** A lasting step of test cases of one benchmark. */
  BENCHMARK_STEP(true),
  /** A lasting step of a single test case. */
  SINGLE_STEP(true),
  /** A step that is wholly undone without a word, and what undoes it. */
  SILENT_FIX(true),
  /** A step of which a part is undone soon, and what undoes it. */
  PARTIAL_FIX(true),
  /** A step that a revert undoes by name, and the revert. */
  REVERT(true),
  /** A step of nearly all test cases that stays. */
  COLLECTOR_CHANGE(true),
  /** Scatter of single measurements. */
  MEASUREMENT(false),
  /** To or from an excursion of one to three measurements that a test case makes now and then. */
  RARE_MODE_OF_CASE(false),
  /** The same, of all test cases of a benchmark together. */
  RARE_MODE_OF_BENCHMARK(false),
  /** Between two levels of a test case. */
  TWO_LEVELS_OF_CASE(false),
  /** Between two levels of all test cases of a benchmark together. */
  TWO_LEVELS_OF_BENCHMARK(false),
  /** Among three levels of a test case. */
  THREE_LEVELS(false),
  /** A day on which the machine was slower, and its end: neither real nor noise of a test case. */
  MACHINE_DAY(false);

  private final boolean real;

  Truth(boolean real) {
    this.real = real;
  }

  /** Whether a merge caused it. */
  boolean isReal() {
    return real;
  }
}

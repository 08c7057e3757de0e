package dev.perftriage.analysis.noise;

/**
 * What a labelled series is made of. Rates are per merge over all test cases, sizes are relative.
 *
 * @param weeks how many weeks there are
 * @param mergesPerWeek how many merges each has
 * @param benchmarks how many benchmarks there are; each has {@link #CASES_PER_BENCHMARK} test cases
 * @param noiseFrom the smallest spread of measurements
 * @param noiseTo the largest
 * @param tails the degrees of freedom of the measurements' t distribution; 0 for a normal one
 * @param stepFrom the smallest step
 * @param stepTo the largest
 * @param groupSteps how often a group of 2 to {@code largestGroup} test cases steps
 * @param largestGroup the largest group
 * @param benchmarkSteps how often all test cases of a benchmark do
 * @param singleSteps how often a single test case does
 * @param reverted the share of steps that is undone by a revert
 * @param spikes how often a spike begins
 * @param spikeCases the most test cases that a spike hits
 * @param spikeTo the largest spike and the largest distance of two levels
 * @param switching the share of test cases that switches
 * @param switchFrom the smallest rate of switching
 * @param switchTo the largest
 * @param drifting the share of test cases that drifts
 * @param drift the largest drift a merge
 */
record SeriesShape(
    int weeks,
    int mergesPerWeek,
    int benchmarks,
    double noiseFrom,
    double noiseTo,
    int tails,
    double stepFrom,
    double stepTo,
    double groupSteps,
    int largestGroup,
    double benchmarkSteps,
    double singleSteps,
    double reverted,
    double spikes,
    int spikeCases,
    double spikeTo,
    double switching,
    double switchFrom,
    double switchTo,
    double drifting,
    double drift) {

  static final int CASES_PER_BENCHMARK = 20;

  /** Twenty weeks as they are: 900 test cases, 42 merges a week. */
  static final SeriesShape USUAL =
      new SeriesShape(
          20, 42, 45, 2e-4, 5e-3, 3, 2e-3, 5e-2, 0.06, 500, 0.04, 0.1, 0.2, 0.5, 1, 0.05, 0.04,
          0.06, 0.18, 0.1, 1e-4);

  /** Little else than noise; eight weeks, as all that follow. */
  static final SeriesShape QUIET =
      new SeriesShape(
          8, 42, 45, 2e-4, 2e-3, 5, 2e-3, 2e-2, 0.01, 60, 0.01, 0.05, 0.2, 0.3, 3, 0.02, 0.03, 0.06,
          0.1, 0.1, 5e-5);

  /** Spread up to 1 %, the heaviest tails, spikes that hit several test cases. */
  static final SeriesShape NOISY =
      new SeriesShape(
          8, 42, 45, 1e-3, 1e-2, 2, 2e-3, 1e-1, 0.06, 300, 0.04, 0.1, 0.3, 1, 6, 0.1, 0.08, 0.06,
          0.18, 0.2, 2e-4);

  /** Many merges that move many test cases. */
  static final SeriesShape BUSY =
      new SeriesShape(
          8, 42, 45, 2e-4, 1e-2, 3, 2e-3, 3e-2, 0.12, 500, 0.08, 0.2, 0.25, 0.5, 2, 0.03, 0.06,
          0.06, 0.18, 0.1, 1e-4);

  /** Real changes of single test cases, hardly ever of more, among those that switch. */
  static final SeriesShape LONELY =
      new SeriesShape(
          8, 42, 45, 2e-4, 3e-3, 3, 2e-3, 5e-2, 0.01, 20, 0.02, 1, 0.05, 0.5, 1, 0.05, 0.08, 0.06,
          0.18, 0.1, 1e-4);

  int cases() {
    return benchmarks * CASES_PER_BENCHMARK;
  }
}

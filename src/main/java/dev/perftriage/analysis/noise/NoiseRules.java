package dev.perftriage.analysis.noise;

/**
 * The rules that separate relevant changes from noise, with the rationale of each threshold and
 * window.
 *
 * <p>A change is judged in the series of its test case: the {@link #WINDOW} measured values on
 * either side. The level before it is the median of the segment that ends with it, the level after
 * it the median of the segment that begins with it; a <em>segment</em> is an unbroken run of values
 * on one side of the midpoint. The first rule that fires decides, in this order:
 *
 * <ol>
 *   <li><b>revert</b>: the merge reverts an earlier one in the range, or is reverted by a later
 *       one, and the test case moved at both in opposite directions: {@code reverted}.
 *   <li><b>undone together</b>: {@link #GROUP} or more test cases that moved at this merge went
 *       back together at one other merge, or had moved the other way there: {@code reverted}. A
 *       group that large has a common cause, whatever the titles say.
 *   <li><b>spike</b>: the series was back at the level before within {@link #SHORT_SEGMENT} values,
 *       or was at the level after until {@link #SHORT_SEGMENT} values ago: {@code returned}.
 *   <li><b>switching</b>: elsewhere in the window the series jumps between the same two levels:
 *       {@code flip-flop}.
 *   <li><b>no move</b>: the values around the two compared ones are on one level: {@code returned}.
 *   <li><b>stay</b>: {@link #MERGES_TO_TELL} or more values follow the change: {@code persistent};
 *       fewer: {@code pending}.
 * </ol>
 *
 * <p>The number of test cases that move together at a merge determines how far single-series rules
 * apply. A jump at a merge where {@link #GROUP} or more moved and stayed has its own cause and is
 * no evidence of switching elsewhere. At such a merge, switching requires levels that agree within
 * the standard error before and after, and that recur; the rule <b>no move</b> does not apply.
 *
 * <p>Only one value is measured per side and merge, so there are no p-values.
 */
public final class NoiseRules {

  /**
   * The number of merges before a range that verdicts need as context: the site's thresholds use as
   * many, and a test case that switches at one merge in ten does so in nine of ten such windows.
   */
  public static final int CONTEXT = 30;

  /**
   * The number of measured values used on either side: a usual week and its context. Other changes
   * have made older values obsolete.
   */
  static final int WINDOW = 72;

  /**
   * The longest spike, in measured values. Noise lasts one to three merges; a longer excursion is
   * either reverted or a switch between levels.
   */
  static final int SHORT_SEGMENT = 3;

  /**
   * The number of measured values after a change that make it persistent: longer than a spike, plus
   * one to confirm.
   */
  static final int MERGES_TO_TELL = 5;

  /** The number of values on either side of a change from which the short view takes its levels. */
  static final int NEAR = 6;

  /** Changes smaller than this many spreads are invisible in the short view. */
  static final double HIDDEN_SPREADS = 6;

  /**
   * The number of values from which a level is taken if the spread hides the change in the short
   * view.
   */
  static final int FAR = 15;

  /**
   * The maximum distance of a value from its level, as a fraction of the change: a quarter, so that
   * values between the levels belong to neither.
   */
  static final double LEVEL_TOLERANCE = 0.25;

  /** The same in spreads: with heavy tails, one value in a hundred is farther away. */
  static final double LEVEL_SPREADS = 3;

  /** The maximum width of a level, as a fraction of the change: where two levels meet. */
  static final double WIDEST_TOLERANCE = 0.5;

  /** The smallest jump between levels, as a fraction of the change; less is drift. */
  static final double JUMP = 0.5;

  /**
   * The number of test cases moving together and staying that proves a common cause: switching and
   * spikes of unrelated test cases do not coincide in such numbers.
   */
  static final int GROUP = 10;

  /**
   * The distance, in spreads, beyond which a single value is not an outlier of a heavy-tailed
   * measurement; for each of two in a row, half of it suffices.
   */
  static final double OUTLIER_SPREADS = 20;

  /**
   * The number of jumps between the same two levels that counts as switching even if each segment
   * is as short as a spike: two spikes of the same height in addition to the change.
   */
  static final int MANY_JUMPS = 4;

  /**
   * The fraction of a group that must move in the same direction to have gone back together:
   * outliers of unrelated test cases coincide too, but in both directions.
   */
  static final double SAME_WAY = 0.85;

  /** The minimum number of benchmarks in a group: test cases of one benchmark share noise. */
  static final int BENCHMARKS = 3;

  /**
   * The minimum number of a group's test cases outside its largest benchmark: stray outliers may
   * coincide with a benchmark's noise.
   */
  static final int ELSEWHERE = 5;

  /**
   * The fraction of a group moving in one direction above which it also supports changes in the
   * other: one cause may do both, while coincident noise goes either way.
   */
  static final double EITHER_WAY = 0.25;

  /**
   * The number of values, outliers included, from which the level beside a group's return is taken.
   */
  static final int LEVEL = 5;

  /**
   * The distance in merges within which a group's revert leaves too few values to see a single test
   * case return.
   */
  static final int CLOSE = 4;

  /** The number of returning test cases that makes a distant single return a coincidence. */
  static final int SMALL_GROUP = 3;

  /**
   * The maximum distance between two equal levels where a group moved, in standard errors of their
   * difference.
   */
  static final double SAME_LEVEL_ERRORS = 3;

  /** The additional tolerance for drift, as a fraction of the change. */
  static final double SAME_LEVEL_DRIFT = 0.02;

  /**
   * The maximum of that tolerance, as a fraction of the change: if the spread makes it wider, too
   * many levels are equal by chance.
   */
  static final double SAME_LEVEL_WIDEST = 0.1;

  /** The fraction of the change that the surrounding values must show: less is no move. */
  static final double MOVED = 0.35;

  /** The standard error of a median of n values is this times spread / √n. */
  static final double MEDIAN_ERROR = 1.25;

  /** Turns the median size of differences between neighbours into the spread of single values. */
  static final double SPREAD_OF_DIFFERENCES = 1.4826 / Math.sqrt(2);

  private NoiseRules() {}
}

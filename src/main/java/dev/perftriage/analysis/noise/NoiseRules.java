package dev.perftriage.analysis.noise;

/**
 * The rule by which a relevant change is told from noise, its thresholds and windows, and why each
 * is what it is.
 *
 * <p>A change is looked at in its test case's own series: the {@link #WINDOW} measured values on
 * either side. The level before it is the median of the stay that ends with it, the level after it
 * that of the stay that it begins; a <em>stay</em> is an unbroken run of values on one side of the
 * middle between the two. In this order, the first rule that fires decides:
 *
 * <ol>
 *   <li><b>revert</b>: the merge reverts an earlier one of the range, or is reverted by a later
 *       one, and the test case moved at both, the one way and the other: {@code reverted}.
 *   <li><b>undone together</b>: {@link #GROUP} or more test cases that moved at this merge went
 *       back together at one other, or came from there: {@code reverted}. So many have a cause,
 *       whatever the titles say.
 *   <li><b>spike</b>: the series was back at the level before within {@link #SHORT_SEGMENT} values,
 *       or was at the level after until {@link #SHORT_SEGMENT} values ago: {@code returned}.
 *   <li><b>switching</b>: elsewhere in the window the series jumps between the same two levels:
 *       {@code flip-flop}.
 *   <li><b>no move</b>: the values around those two that were compared are on one level: {@code
 *       returned}.
 *   <li><b>stay</b>: {@link #MERGES_TO_TELL} values stand after the change: {@code persistent};
 *       fewer: {@code pending}.
 * </ol>
 *
 * <p>How many test cases move together at one merge decides how much the rules of a single series
 * are worth. A jump at a merge where {@link #GROUP} or more moved and stayed has a cause of its own
 * and is no evidence of switching elsewhere; and there, switching has to be seen at levels that
 * agree within the measurements' own error, before and after, and come back, and no change is
 * called no move.
 *
 * <p>One value a side and merge is measured: there is no p-value in any of this.
 */
public final class NoiseRules {

  /**
   * Merges of context before a range's start that verdicts need: the site's own thresholds look at
   * as many, and a test case that switches at one merge in ten does so in nine windows of ten.
   */
  public static final int CONTEXT = 30;

  /**
   * How many measured values on either side are looked at: a usual week and its context. Older ones
   * have been left behind by other changes.
   */
  static final int WINDOW = 72;

  /**
   * The longest excursion that is a spike, in measured values. Noise lasts one to three merges;
   * what lasts longer and comes back is either undone by somebody or switches.
   */
  static final int SHORT_SEGMENT = 3;

  /**
   * How many measured values after a change tell that it stays: more than a spike lasts, and one
   * that confirms.
   */
  static final int MERGES_TO_TELL = 5;

  /** How many values around a change, on either side, the levels of a short view are taken from. */
  static final int NEAR = 6;

  /** Changes of fewer spreads than this hide in a short view. */
  static final double HIDDEN_SPREADS = 6;

  /** How many values a level is taken from where spread hides the change in a short view. */
  static final int FAR = 15;

  /**
   * How close to a level a value belongs to it, as a part of the change: a quarter, so that what is
   * between the levels belongs to neither.
   */
  static final double LEVEL_TOLERANCE = 0.25;

  /** The same in spreads: with heavy tails, one value in a hundred is further off. */
  static final double LEVEL_SPREADS = 3;

  /** The widest that a level can be, as a part of the change: where two levels meet. */
  static final double WIDEST_TOLERANCE = 0.5;

  /** The smallest part of the change that is a jump between its levels; less is drift. */
  static final double JUMP = 0.5;

  /**
   * How many test cases that move together and stay speak for a cause by themselves: switching and
   * spikes of unrelated test cases do not meet in such numbers.
   */
  static final int GROUP = 10;

  /**
   * How far off, in spreads, a single value is no outlier of a measurement with heavy tails; of two
   * in a row, each need only be half as far off.
   */
  static final double OUTLIER_SPREADS = 20;

  /**
   * How many jumps between the same two levels are switching even if each stay is as short as a
   * spike: two spikes of the same height besides the change.
   */
  static final int MANY_JUMPS = 4;

  /**
   * The part of a group that has to go the same way for it to have gone back together: outliers of
   * unrelated test cases meet, too, but go both ways.
   */
  static final double SAME_WAY = 0.85;

  /** From how many benchmarks it has to be: those of one benchmark share their noise. */
  static final int BENCHMARKS = 3;

  /** And how many test cases of it outside the one with most: stray outliers join a benchmark's. */
  static final int ELSEWHERE = 5;

  /**
   * From which part of a group on those that went one way count for those that went the other: a
   * cause may well do both, while unrelated noise that meets a group goes either way.
   */
  static final double EITHER_WAY = 0.25;

  /** At how many values the level beside a group's way back is read, outliers among them. */
  static final int LEVEL = 5;

  /** Within how many merges a group's revert leaves too few values to see a test case go back. */
  static final int CLOSE = 4;

  /** How many that do so make a single way back, far off, a coincidence. */
  static final int SMALL_GROUP = 3;

  /**
   * How far apart two levels may be and be the same one where a group moved, in standard errors of
   * their difference.
   */
  static final double SAME_LEVEL_ERRORS = 3;

  /** The part of the change that is allowed for besides, for drift. */
  static final double SAME_LEVEL_DRIFT = 0.02;

  /**
   * The widest that this may be, as a part of the change: where spread makes it wider, that two
   * levels are the same cannot be seen, and by chance too many are.
   */
  static final double SAME_LEVEL_WIDEST = 0.1;

  /** The part of the change that has to remain of it in the values around: less is no move. */
  static final double MOVED = 0.35;

  /** The standard error of a median of n values is this times spread / √n. */
  static final double MEDIAN_ERROR = 1.25;

  /** Turns the median size of differences between neighbours into the spread of single values. */
  static final double SPREAD_OF_DIFFERENCES = 1.4826 / Math.sqrt(2);

  private NoiseRules() {}
}

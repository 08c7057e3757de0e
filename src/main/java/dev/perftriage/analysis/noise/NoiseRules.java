package dev.perftriage.analysis.noise;

/**
 * The rules that separate relevant changes from noise, with the rationale of each threshold.
 *
 * <p>The series of each test case is divided into <em>segments</em>, between which its level
 * changes. A change at the beginning of a segment is a move from the level before to the level
 * after. An <em>excursion</em> is a series that leaves its level and comes back to it within {@link
 * #LONGEST_EXCURSION} values; a <em>habit</em> is that the test case did so elsewhere, about as
 * far, and not with a group. Excursions with the same way out, way back and direction are one
 * <em>episode</em>. The first rule that fires decides, in this order:
 *
 * <ol>
 *   <li><b>revert</b>: one of two merges reverts the other by name, a good part of what moved at
 *       one moved the other way at the other, and so did the test case: {@code reverted}.
 *   <li><b>no move</b>: the level did not change with the two compared values: {@code returned}.
 *       {@code unclear} if the values around them moved nevertheless, and others with them; or if
 *       the level moved so little, and without company, that single values may explain it.
 *   <li><b>undone together</b>: {@link #GROUP} or more benchmarks went there and back together,
 *       more than coincide at this rate: {@code undone}; {@code environment} if most test cases of
 *       every profile did.
 *   <li><b>spike</b>: an excursion of at most {@link #SHORT_EXCURSION} values is {@code returned}
 *       if the test case made one elsewhere, or was on that level; if it made several earlier; or
 *       if it is so brief that it may be the first one. It is {@code unclear} otherwise, where test
 *       cases of its benchmark moved with it, and where groups may explain both ends.
 *   <li><b>switching</b>: a test case with a habit of leaving its level for longer: {@code
 *       flip-flop} if it was on the level away before, or comes back to the very level as it did
 *       before, or had such a habit earlier; otherwise {@code unclear}. The first one is no habit,
 *       and few are none of a test case that is known for long.
 *   <li><b>went back</b>: a longer excursion without a habit: {@code undone}; {@code unclear} if it
 *       is so small that single values may explain it.
 *   <li><b>stay</b>: {@link #MERGES_TO_TELL} or more values follow the change: {@code persistent};
 *       fewer: {@code pending}.
 * </ol>
 *
 * <p>The series of the test case decides before its company does: company only leaves open what
 * would be noise, and proves that what went back together has a cause. One other test case of its
 * benchmark that moved without a habit is company, as is a group of benchmarks. Benchmarks count,
 * not test cases, since test cases of one benchmark share their noise.
 *
 * <p>{@code src/docs/noise-evidence.md} says how often verdicts were right on drawn series.
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
   * The number of merges before a range that verdicts use if they cost nothing, because their
   * comparisons are stored: in so many, even a test case that switches rarely did so several times.
   * In more, alike jumps are found by chance.
   */
  public static final int STORED_CONTEXT = 200;

  /**
   * The longest excursion that may be single wrong measurements: noise lasts one to three merges.
   */
  static final int SHORT_EXCURSION = 3;

  /**
   * The longest excursion of a test case that made none before that is noise: of those that last
   * longer, one in twenty is a change and its fix.
   */
  static final int BRIEF_EXCURSION = 2;

  /**
   * The longest excursion, in values: most reverts come within forty merges, and after more, a
   * level that is the same again is a coincidence.
   */
  static final int LONGEST_EXCURSION = 50;

  /**
   * The number of measured values after a change that make it persistent: longer than a spike, plus
   * one to confirm.
   */
  static final int MERGES_TO_TELL = 5;

  /** The number of values that make a level. */
  static final int VALUES_FOR_A_LEVEL = 2;

  /** The number of values from which a level is taken at most: older ones may have drifted. */
  static final int FAR = 15;

  /**
   * The distance of two neighbouring segments' means, in standard errors, at which chance no longer
   * explains it: among thousands of values, three errors still occur.
   */
  static final int SEGMENT_ERRORS = 4;

  /**
   * The smallest spread of single values, as a fraction of them: what was equal so far need not be
   * exact.
   */
  static final double LEAST_SPREAD = 1e-5;

  /**
   * The maximum distance of two values on the same level, as a fraction of the change: so that what
   * is halfway between two levels is on neither.
   */
  static final double SAME_LEVEL = 0.3;

  /** The maximum distance of two equal levels, in standard errors of their difference. */
  static final double SAME_LEVEL_ERRORS = 3;

  /** The additional tolerance of equal levels for drift, as a fraction of the change. */
  static final double EXACT = 0.1;

  /**
   * The smallest ratio of two jumps that are alike. Three levels differ in their distances, and a
   * real step of another size is no habit.
   */
  static final double ALIKE = 0.6;

  /**
   * The number of merges before and after a change in which a habit counts. Among more, two alike
   * excursions are found by chance.
   */
  static final int HABIT_RANGE = 2 * CONTEXT;

  /**
   * The number of earlier jumps, beyond {@link #HABIT_RANGE}, that make a habit: one more than an
   * excursion has, since two alike are found by chance there. Twice as many are no chance.
   */
  static final int OLD_HABIT = 3;

  /** The number of jumps of an excursion. */
  static final int THERE_AND_BACK = 2;

  /**
   * The fraction of a change by which a revert by name moves a test case back at least, and its
   * inverse at most: other changes of the two merges add to it.
   */
  static final double WAY_BACK = 0.3;

  /**
   * The part of the test cases that moved at a merge that must move back at its revert: a revert of
   * one member of a rollup moves some, and a coincidence hardly any.
   */
  static final double GOOD_PART = 0.25;

  /**
   * The number of benchmarks moving together that is no coincidence, if it is more than usual. It
   * is low, since benchmarks have no noise in common.
   */
  static final int GROUP = 3;

  /**
   * The number of test cases of one benchmark moving together that is no coincidence: two that have
   * no habit of it hardly ever do so by chance.
   */
  static final int SIBLINGS = 2;

  /** The fraction of every profile's test cases that makes a cause look like the machine. */
  static final double MOST = 0.5;

  /**
   * The number of standard deviations by which a count must exceed the usual one: counts of rare
   * coincidences have heavier tails than normal ones.
   */
  static final double MORE_THAN_CHANCE = 4;

  /** The fraction of the change that the surrounding values must show: less is no move. */
  static final double MOVED = 0.35;

  /**
   * The fraction of the change that the levels beyond a single value must show to leave no doubt:
   * with less, five in six are that single value alone.
   */
  static final double MOVED_FOR_THE_MOST_PART = 0.6;

  /**
   * The size of a move, in spreads of single values, below which they may explain it: of such moves
   * of one test case, four in five are none.
   */
  static final double SLIGHT = 5;

  /**
   * The fraction of the change below which the levels beyond a single value are the same: more may
   * be a smaller step beside it.
   */
  static final double HARDLY_MOVED = 0.2;

  /** The same where others moved too: less is needed to believe it. */
  static final double MOVED_IN_COMPANY = 0.15;

  /** The standard error of a median of n values is this times spread / √n. */
  static final double MEDIAN_ERROR = 1.25;

  /** Turns the median size of differences between neighbours into the spread of single values. */
  static final double SPREAD_OF_DIFFERENCES = 1.4826 / Math.sqrt(2);

  private NoiseRules() {}

  /**
   * Whether so many are more than coincide by chance.
   *
   * @param usual how many coincide on average
   */
  static boolean isMoreThanChance(int count, double usual) {
    return count >= 1 + usual + MORE_THAN_CHANCE * Math.sqrt(usual);
  }
}

package dev.perftriage.model;

/**
 * A test case's measured values before and after, with the site's significance threshold.
 *
 * @param before the value at the earlier artifact, in the metric's own unit; NaN if the site had no
 *     number
 * @param after the value at the later artifact, in the same unit; NaN if the site had no number
 * @param significanceThreshold the smallest change that the site calls significant, as a fraction
 *     (0.002 is 0.2 %); NaN if the site had no number
 * @param significanceFactor the change as a multiple of the threshold; NaN if the site had no
 *     number
 * @param relevantOnSite whether the site calls the change relevant
 */
public record TestResultComparison(
    double before,
    double after,
    double significanceThreshold,
    double significanceFactor,
    boolean relevantOnSite) {

  /**
   * The relative change, as a fraction of {@code before}; negative is an improvement. Infinite from
   * zero to anything else; NaN from zero to zero, and if a value is NaN.
   */
  public double change() {
    // Adding zero makes a negative zero positive, so that growth from it is infinite growth.
    return (after - before) / (before + 0.0);
  }

  /** Whether {@link #change()} can be judged, and if it is no finite number, why. */
  public Comparability comparability() {
    if (Double.isNaN(before) || Double.isNaN(after) || Double.isNaN(significanceThreshold)) {
      return Comparability.NOT_A_NUMBER;
    }
    if (before == 0 && after == 0) {
      return Comparability.STAYS_ZERO;
    }
    if (before == 0) {
      return Double.isFinite(after) ? Comparability.ZERO_BASELINE : Comparability.NOT_A_NUMBER;
    }
    return Double.isFinite(change()) ? Comparability.COMPARABLE : Comparability.NOT_A_NUMBER;
  }

  /** Whether the site's rules can judge the change, by {@link Comparability#isJudged}. */
  public boolean isJudged() {
    return comparability().isJudged();
  }

  /** Whether two measured values have a relative change. */
  public enum Comparability {
    /** They have one, which is finite. */
    COMPARABLE,
    /**
     * The value before is zero, the one after is not: the change is infinite. As on the site, it is
     * relevant, of the largest magnitude, counted and listed; unlike there, it has no part in means
     * and ranges.
     */
    ZERO_BASELINE,
    /** Both values are zero, so nothing changed; counted nowhere. */
    STAYS_ZERO,
    /**
     * A value or the threshold is NaN, or a value or the change is beyond all numbers. The site has
     * no threshold for a test case whose history is all zeros.
     */
    NOT_A_NUMBER;

    /** Whether there is a change to judge: a finite one, or an infinite one from zero. */
    public boolean isJudged() {
      return this == COMPARABLE || this == ZERO_BASELINE;
    }
  }
}

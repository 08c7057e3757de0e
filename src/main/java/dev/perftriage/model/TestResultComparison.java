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
   * The relative change, as a fraction of {@code before}; negative is an improvement. Finite unless
   * before is zero or a value is not a finite number.
   */
  public double change() {
    return (after - before) / before;
  }

  /** Whether {@link #change()} is usable, and if not, why. */
  public Comparability comparability() {
    if (Double.isNaN(before) || Double.isNaN(after) || Double.isNaN(significanceThreshold)) {
      return Comparability.NOT_A_NUMBER;
    }
    if (before == 0) {
      return Comparability.ZERO_BASELINE;
    }
    return Double.isFinite(change()) ? Comparability.COMPARABLE : Comparability.NOT_A_NUMBER;
  }

  /** Whether two measured values have a relative change. */
  public enum Comparability {
    /** They have one. */
    COMPARABLE,
    /** The value before is zero: there is no relative change. */
    ZERO_BASELINE,
    /** A value or the threshold is NaN, or the change is not finite. */
    NOT_A_NUMBER
  }
}

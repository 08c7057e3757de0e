package dev.perftriage.analysis.attribution;

import dev.perftriage.model.Merge;

/**
 * A merge whose regressions went back, wholly or partly, at a later merge that mentions it.
 *
 * @param fixed the merge with the regressions
 * @param by the later merge
 * @param wentBack how many of the regressions, noise aside, went back by at least half, in
 *     logarithms
 * @param regressions how many there are
 */
public record Fix(Merge fixed, Merge by, int wentBack, int regressions) {

  /** Fewer may go back by chance. */
  static final double PARTLY = 0.25;

  private static final double MOSTLY = 0.5;
  private static final double WHOLLY = 0.9;

  /** How much went back. */
  public Extent extent() {
    double part = (double) wentBack / regressions;
    if (part >= WHOLLY) {
      return Extent.WHOLLY;
    }
    return part >= MOSTLY ? Extent.MOSTLY : Extent.PARTLY;
  }

  boolean isEnough() {
    return wentBack > 0 && wentBack >= PARTLY * regressions;
  }

  /** The part of the regressions that went back. */
  public enum Extent {
    /** At least nine of ten. */
    WHOLLY,
    /** At least half. */
    MOSTLY,
    /** At least a quarter. */
    PARTLY
  }
}

package dev.perftriage.analysis.noise;

import java.util.Locale;

/** The verdict on a relevant change. */
public enum NoiseVerdict {
  /** The level moved and stayed. */
  PERSISTENT,
  /** A revert that names it undid it, or it is itself the effect of a revert. */
  REVERTED,
  /** It went back, or is itself the way back, and nobody says why. Not noise. */
  UNDONE,
  /** Most test cases moved and went back together: it looks like the machine. Not noise. */
  ENVIRONMENT,
  /** The level did not change, or only for a few measurements. */
  RETURNED,
  /** The test case switches between levels. */
  FLIP_FLOP,
  /** The evidence carries neither noise nor a cause. */
  UNCLEAR,
  /** Too recent to judge. */
  PENDING;

  /** Its name in reports and data formats. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the change is noise, not caused by a merge. */
  public boolean isNoise() {
    return this == RETURNED || this == FLIP_FLOP;
  }

  /** Whether nothing is decided yet. */
  public boolean isOpen() {
    return this == UNCLEAR || this == PENDING;
  }
}

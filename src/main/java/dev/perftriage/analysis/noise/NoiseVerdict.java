package dev.perftriage.analysis.noise;

import java.util.Locale;

/** The verdict on a relevant change. */
public enum NoiseVerdict {
  /** The level moved and stayed. */
  PERSISTENT,
  /** A revert undid it, or it is itself the effect of a revert. */
  REVERTED,
  /** It returned without a revert within a few merges, or is itself the return. */
  RETURNED,
  /** The test case switches between two levels. */
  FLIP_FLOP,
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
}

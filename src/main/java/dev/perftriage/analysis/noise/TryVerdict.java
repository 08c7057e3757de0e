package dev.perftriage.analysis.noise;

import java.util.Locale;

/** The verdict on a relevant change of a try build, which has no merges after it. */
public enum TryVerdict {
  /** The test case is on a level that it visits without the change, or only its parent was off. */
  NOISE,
  /** The value is beyond what the merges around the parent ever were. */
  REAL,
  /** The evidence carries neither. */
  UNCLEAR;

  /** Whether the change is noise, not caused by the build. */
  public boolean isNoise() {
    return this == NOISE;
  }

  /** Its name in reports and data formats. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.perftriage.analysis.noise;

/** The verdict on a relevant change. */
public enum NoiseVerdict {
  /** The level moved and stayed. */
  PERSISTENT("persistent"),
  /** A revert undid it, or it is itself the effect of a revert. */
  REVERTED("reverted"),
  /** It returned without a revert within a few merges, or is itself the return. */
  RETURNED("returned"),
  /** The test case switches between two levels. */
  FLIP_FLOP("flip-flop"),
  /** Too recent to judge. */
  PENDING("pending");

  private final String label;

  NoiseVerdict(String label) {
    this.label = label;
  }

  /** Its name in reports and data formats. */
  public String label() {
    return label;
  }

  /** Whether the change is noise, not caused by a merge. */
  public boolean isNoise() {
    return this == RETURNED || this == FLIP_FLOP;
  }
}

package dev.perftriage.analysis.noise;

/** What became of a relevant change. */
public enum NoiseVerdict {
  /** The level moved and stayed. */
  PERSISTENT("persistent"),
  /** It was undone by a merge that reverts, or is that merge's own undoing of another. */
  REVERTED("reverted"),
  /** It went back by itself within a few merges, or is itself the way back. */
  RETURNED("returned"),
  /** The test case switches between two levels. */
  FLIP_FLOP("flip-flop"),
  /** Too few merges after it to tell. */
  PENDING("pending");

  private final String label;

  NoiseVerdict(String label) {
    this.label = label;
  }

  /** The word used in reports and data formats. */
  public String label() {
    return label;
  }

  /** Whether no merge caused the change. */
  public boolean isNoise() {
    return this == RETURNED || this == FLIP_FLOP;
  }
}

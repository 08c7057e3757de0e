package dev.perftriage.analysis;

import java.util.Locale;

/** The direction of a comparison or of one of its categories. */
public enum Direction {
  /** Nothing relevant happened. */
  NONE,
  /** It got worse. */
  REGRESSION,
  /** It got better. */
  IMPROVEMENT,
  /** It got worse in some test cases and better in others. */
  MIXED;

  /** Combines two directions: {@link #NONE} is neutral, equal ones stay, others are mixed. */
  Direction and(Direction other) {
    if (this == NONE || this == other) {
      return other;
    }
    return other == NONE ? this : MIXED;
  }

  /** Its name in data formats. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

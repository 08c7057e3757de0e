package dev.perftriage.analysis;

/** Which way a comparison, or a category of it, went. */
public enum Direction {
  /** Nothing relevant happened. */
  NONE("none"),
  /** It got worse. */
  REGRESSION("regression"),
  /** It got better. */
  IMPROVEMENT("improvement"),
  /** It got worse here and better there. */
  MIXED("mixed");

  private final String label;

  Direction(String label) {
    this.label = label;
  }

  /** The join of two directions: {@link #NONE} is neutral, equal ones stay, others are mixed. */
  Direction and(Direction other) {
    if (this == NONE || this == other) {
      return other;
    }
    return other == NONE ? this : MIXED;
  }

  /** The word used in data formats. */
  public String label() {
    return label;
  }
}

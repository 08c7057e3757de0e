package dev.perftriage.analysis;

/** The direction of a comparison or of one of its categories. */
public enum Direction {
  /** Nothing relevant happened. */
  NONE("none"),
  /** It got worse. */
  REGRESSION("regression"),
  /** It got better. */
  IMPROVEMENT("improvement"),
  /** It got worse in some test cases and better in others. */
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

  /** Its name in data formats. */
  public String label() {
    return label;
  }
}

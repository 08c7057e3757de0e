package dev.perftriage.model;

/** How much a benchmark counts in triage. */
public enum Category {
  /** Benchmarks of real-world crates. */
  PRIMARY("primary"),
  /** Stress tests and everything else, whatever name the site has for it. */
  SECONDARY("secondary");

  private final String label;

  Category(String label) {
    this.label = label;
  }

  /** The category that a name in the site's benchmark metadata counts as. */
  public static Category ofMetadata(String name) {
    return name.equals(PRIMARY.label) ? PRIMARY : SECONDARY;
  }

  /** The word used in tables and data formats. */
  public String label() {
    return label;
  }
}

package dev.perftriage.model;

import java.util.Locale;

/** A benchmark's weight in triage. */
public enum Category {
  /** Benchmarks of real-world crates. */
  PRIMARY,
  /** Stress tests and all other benchmarks, whatever the site calls their category. */
  SECONDARY;

  /** The category for a name in the site's benchmark metadata. */
  public static Category ofMetadata(String name) {
    return name.equals(PRIMARY.label()) ? PRIMARY : SECONDARY;
  }

  /** Its name in tables and data formats. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

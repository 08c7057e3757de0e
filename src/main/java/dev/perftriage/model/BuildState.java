package dev.perftriage.model;

import java.util.Locale;

/** Whether a rollup's member was built on its own. */
public enum BuildState {
  /** It was, which does not mean that it was measured. */
  BUILT,
  /** The build failed. */
  FAILED,
  /** It conflicts with the commit it was to be merged onto. */
  CONFLICTS,
  /** No build is listed, or the listed one cannot be read. */
  UNKNOWN;

  /** Its name in reports and data formats. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

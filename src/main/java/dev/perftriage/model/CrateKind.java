package dev.perftriage.model;

import java.util.Locale;

/** The kind of crate that a benchmark compiles to. */
public enum CrateKind {
  BINARY,
  LIBRARY;

  /** Its name on the command line and in data formats. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

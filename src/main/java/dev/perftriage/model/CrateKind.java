package dev.perftriage.model;

import java.util.Locale;

/** What a benchmark is compiled to. */
public enum CrateKind {
  BINARY,
  LIBRARY;

  /** Its name on the command line and in data formats. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

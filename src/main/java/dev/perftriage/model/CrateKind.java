package dev.perftriage.model;

/** What a benchmark is compiled to. */
public enum CrateKind {
  /** A program. */
  BINARY("binary"),
  /** A library. */
  LIBRARY("library");

  private final String label;

  CrateKind(String label) {
    this.label = label;
  }

  /** Its name on the command line and in data formats. */
  public String label() {
    return label;
  }
}

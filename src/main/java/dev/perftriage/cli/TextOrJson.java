package dev.perftriage.cli;

/** Formats of a short result. */
enum TextOrJson {
  /** A line each. */
  TEXT,
  /** For programs. */
  JSON
}

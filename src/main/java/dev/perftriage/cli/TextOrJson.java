package dev.perftriage.cli;

/** The formats of short results. */
enum TextOrJson {
  /** One line per result. */
  TEXT,
  /** For programs. */
  JSON
}

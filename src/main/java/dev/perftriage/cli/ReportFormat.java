package dev.perftriage.cli;

/** What a report can be. */
enum ReportFormat {
  /** To be edited and published. */
  MARKDOWN,
  /** To be looked at. */
  HTML,
  /** For programs. */
  JSON
}

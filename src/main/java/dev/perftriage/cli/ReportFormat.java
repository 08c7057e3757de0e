package dev.perftriage.cli;

import java.util.Locale;

/** What a report can be. */
enum ReportFormat {
  /** To be edited and published. */
  MARKDOWN,
  /** To be looked at. */
  HTML;

  /** The word of the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

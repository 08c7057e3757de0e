package dev.perftriage.log;

import java.util.List;

/**
 * A part of a log under a heading of its own.
 *
 * @param kind what belongs there
 * @param heading the heading's words
 * @param entries the merges it lists
 * @param start the offset of the heading
 */
public record LogSection(SectionKind kind, String heading, List<LogEntry> entries, int start) {

  /** Copies the entries. */
  public LogSection {
    entries = List.copyOf(entries);
  }
}

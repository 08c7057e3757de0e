package dev.perftriage.log;

import java.util.List;

/**
 * A part of a log under a heading of its own.
 *
 * @param kind what belongs there
 * @param heading the heading's words
 * @param entries the merges it lists
 * @param start the offset of the heading
 * @param end the offset of what comes behind it: the next heading, or the log's end
 * @param line the line of the heading, from 1
 */
public record LogSection(
    SectionKind kind, String heading, List<LogEntry> entries, int start, int end, int line) {

  /** Copies the entries. */
  public LogSection {
    entries = List.copyOf(entries);
  }
}

package dev.perftriage.log;

import java.util.List;

/**
 * A section of a log.
 *
 * @param kind its kind, as given by its heading
 * @param heading the text of its heading
 * @param entries its entries, in document order
 * @param start the offset of its heading's line
 */
public record LogSection(SectionKind kind, String heading, List<LogEntry> entries, int start) {

  /** Copies the entries. */
  public LogSection {
    entries = List.copyOf(entries);
  }
}

package dev.perftriage.log;

import java.util.List;

/**
 * A section of a log.
 *
 * @param kind its kind, as given by its heading
 * @param heading the text of its heading
 * @param texts its text before its first entry, block by block
 * @param entries its entries, in document order
 * @param start the offset of its heading's line
 */
public record LogSection(
    SectionKind kind, String heading, List<SectionText> texts, List<LogEntry> entries, int start) {

  /** Copies the lists. */
  public LogSection {
    texts = List.copyOf(texts);
    entries = List.copyOf(entries);
  }
}

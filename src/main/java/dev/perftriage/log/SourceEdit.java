package dev.perftriage.log;

/**
 * A change to one place of a log.
 *
 * @param start the offset of the first character to replace
 * @param end the offset after the last one; the same as {@code start} for an insertion
 * @param replacement the new text
 */
public record SourceEdit(int start, int end, String replacement) {

  public SourceEdit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("an edit from " + start + " to " + end);
    }
  }
}

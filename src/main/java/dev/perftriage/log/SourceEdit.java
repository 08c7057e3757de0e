package dev.perftriage.log;

import java.util.Comparator;

/**
 * A change of one place of a log.
 *
 * @param start the offset of the first character that goes
 * @param end the offset behind the last one
 * @param replacement what stands there instead
 */
public record SourceEdit(int start, int end, String replacement) {

  static final Comparator<SourceEdit> LAST_FIRST =
      Comparator.comparingInt(SourceEdit::start).reversed();

  public SourceEdit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("an edit from " + start + " to " + end);
    }
  }
}

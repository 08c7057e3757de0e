package dev.perftriage.log.check;

import dev.perftriage.log.SourceEdit;
import java.util.List;

/**
 * Something wrong with a log.
 *
 * @param line where, from 1
 * @param message what
 * @param repair the edits that put it right; none where only a person can
 */
record Violation(int line, String message, List<SourceEdit> repair) {

  Violation {
    repair = List.copyOf(repair);
  }

  Violation(int line, String message) {
    this(line, message, List.of());
  }
}

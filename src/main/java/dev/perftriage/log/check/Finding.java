package dev.perftriage.log.check;

import dev.perftriage.log.SourceEdit;
import java.util.List;

/**
 * Something that a rule finds wrong with a log.
 *
 * @param rule the rule
 * @param line where, from 1
 * @param message what is wrong
 * @param repair the edits that put it right; none where only a person can
 */
public record Finding(LogRule rule, int line, String message, List<SourceEdit> repair) {

  /** Copies the edits. */
  public Finding {
    repair = List.copyOf(repair);
  }

  /** Whether it has one right answer. */
  public boolean isRepairable() {
    return !repair.isEmpty();
  }
}

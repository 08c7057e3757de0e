package dev.perftriage.log.check;

import dev.perftriage.log.TriageLog;
import java.util.List;
import java.util.Optional;

/**
 * What a log is checked against besides itself.
 *
 * @param previous the log before it; empty where that is not at hand
 * @param chain the merges of its range, oldest first, the start of the range first; empty where the
 *     list of merges is not at hand
 */
public record CheckContext(Optional<TriageLog> previous, Optional<List<String>> chain) {

  /** Nothing but the log itself. */
  public static final CheckContext NONE = new CheckContext(Optional.empty(), Optional.empty());

  /** Copies the list. */
  public CheckContext {
    chain = chain.map(List::copyOf);
  }
}

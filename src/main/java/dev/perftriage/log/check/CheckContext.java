package dev.perftriage.log.check;

import dev.perftriage.log.TriageLog;
import java.util.List;
import java.util.Optional;

/**
 * What a log is checked against, besides itself.
 *
 * @param previous the log before it; empty where that is not known
 * @param chain the commits of its range, from its start on, oldest first; empty where the list of
 *     merges is not known
 */
public record CheckContext(Optional<TriageLog> previous, Optional<List<String>> chain) {

  /** No further data: the log is only checked against itself. */
  public static final CheckContext NONE = new CheckContext(Optional.empty(), Optional.empty());

  /** Copies the list. */
  public CheckContext {
    chain = chain.map(List::copyOf);
  }
}

package dev.perftriage.log.check;

import dev.perftriage.log.TriageLog;
import java.util.List;
import java.util.Optional;

/**
 * The data that a log is checked against.
 *
 * @param previous the previous log; empty if unknown
 * @param chain the commits of its range, oldest first, start included; empty if the list of merges
 *     is unavailable
 */
public record CheckContext(Optional<TriageLog> previous, Optional<List<String>> chain) {

  /** No further data: the log is only checked against itself. */
  public static final CheckContext NONE = new CheckContext(Optional.empty(), Optional.empty());

  /** Copies the list. */
  public CheckContext {
    chain = chain.map(List::copyOf);
  }
}

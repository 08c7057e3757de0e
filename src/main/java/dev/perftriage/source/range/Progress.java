package dev.perftriage.source.range;

import dev.perftriage.model.Sha;

/** Receives the progress of a walk; called by several threads. */
public interface Progress extends AutoCloseable {

  /** Ignores all progress. */
  Progress SILENT = (done, total, commit) -> {};

  /**
   * Called after {@code done} of {@code total} comparisons; the last one ends at {@code commit}.
   */
  void on(int done, int total, Sha commit);

  @Override
  default void close() {}
}

package dev.perftriage.source.range;

import dev.perftriage.model.Sha;

/** Hears how a walk gets on; called by several threads. */
public interface Progress extends AutoCloseable {

  Progress SILENT = (done, total, commit) -> {};

  /** So many comparisons of those known of are done, the last one up to this commit. */
  void on(int done, int total, Sha commit);

  @Override
  default void close() {}
}

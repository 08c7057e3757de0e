package dev.perftriage.source.range;

import dev.perftriage.model.Sha;

/** Hears how a walk gets on; called by several threads. */
public interface Progress extends AutoCloseable {

  /** Hears nothing. */
  Progress SILENT = (done, total, commit) -> {};

  /**
   * Another comparison is there, or is given up.
   *
   * @param done how many are
   * @param total how many there will be, as far as is known
   * @param commit the merge it is about
   */
  void on(int done, int total, Sha commit);

  /** Nothing more is fetched. */
  @Override
  default void close() {}
}

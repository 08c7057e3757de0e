package dev.perftriage.app;

import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.io.Advice;
import dev.perftriage.source.store.Store;
import dev.perftriage.source.store.StoreMaintenance;
import dev.perftriage.source.store.StoreMaintenance.Contents;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks after the store in a folder. */
public final class StoreUpkeep {

  private StoreUpkeep() {}

  /** What the store holds. */
  public static Contents contents(Path folder) {
    return maintenance(folder).contents();
  }

  /** Removes all comparisons; the bytes that this freed. */
  public static long clear(Path folder) {
    return maintenance(folder).clear();
  }

  /** Removes the oldest comparisons until no more than so many bytes are left; the bytes freed. */
  public static long trim(Path folder, long mostBytes) {
    return maintenance(folder).trim(mostBytes);
  }

  /**
   * The merges of a range by the store's list, the start first; empty where it lacks an end.
   *
   * @param advice what messages advise
   * @throws DataException where the store has no list of merges
   */
  public static Optional<List<String>> chain(Path folder, String start, String end, Advice advice) {
    return DataSources.offline(new Store(folder), advice)
        .merges()
        .get()
        .chain(new Sha(start), new Sha(end))
        .map(merges -> merges.stream().map(merge -> merge.sha().text()).toList());
  }

  private static StoreMaintenance maintenance(Path folder) {
    return new StoreMaintenance(new Store(folder));
  }
}

package dev.perftriage.app;

import dev.perftriage.source.store.Store;
import dev.perftriage.source.store.StoreMaintenance;
import dev.perftriage.source.store.StoreMaintenance.Contents;
import java.nio.file.Path;

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

  private static StoreMaintenance maintenance(Path folder) {
    return new StoreMaintenance(new Store(folder));
  }
}

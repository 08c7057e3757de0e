package dev.perftriage.app;

import dev.perftriage.source.store.Store;
import dev.perftriage.source.store.Store.Contents;
import java.nio.file.Path;

/** Looks after the store in a folder. */
public final class StoreUpkeep {

  private StoreUpkeep() {}

  /** What the store holds. */
  public static Contents contents(Path folder) {
    return new Store(folder).contents();
  }

  /**
   * Removes the oldest comparisons until no more than so many bytes are left, and everything where
   * none may be; the bytes freed.
   */
  public static long clean(Path folder, long mostBytes) {
    Store store = new Store(folder);
    return mostBytes == 0 ? store.clear() : store.trim(mostBytes);
  }
}

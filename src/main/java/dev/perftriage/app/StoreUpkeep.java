package dev.perftriage.app;

import dev.perftriage.source.store.Store;
import dev.perftriage.source.store.Store.Contents;
import java.nio.file.Path;

/** Inspects and cleans the store in a folder. */
public final class StoreUpkeep {

  private StoreUpkeep() {}

  /** The contents of the store. */
  public static Contents contents(Path folder) {
    return new Store(folder).contents();
  }

  /**
   * Removes the oldest comparisons until at most {@code mostBytes} bytes are left, or everything if
   * that is 0. Returns the number of bytes freed.
   */
  public static long clean(Path folder, long mostBytes) {
    Store store = new Store(folder);
    return mostBytes == 0 ? store.clear() : store.trim(mostBytes);
  }
}

package dev.perftriage.source.store;

import dev.perftriage.source.store.StoreLayout.Part;
import java.util.List;
import java.util.SortedSet;

/**
 * Looks after the size of a store. Its methods throw a {@code DataException} where a folder cannot
 * be read or a file cannot be removed.
 */
public final class StoreMaintenance {

  private final Store store;

  /** The maintenance of a store. */
  public StoreMaintenance(Store store) {
    this.store = store;
  }

  /** What the store holds. */
  public Contents contents() {
    List<StoredFile> files = files();
    return new Contents(
        count(files, Part.COMPARISONS), count(files, Part.PULLS), bytes(files), store.metrics());
  }

  /**
   * Removes the comparisons that were kept longest until the store is small enough.
   *
   * @param maxBytes how large it may stay
   * @return how many bytes were freed
   */
  public long trim(long maxBytes) {
    List<StoredFile> files = files();
    long excess = bytes(files) - maxBytes;
    long freed = 0;
    for (StoredFile file : files) {
      if (freed >= excess) {
        break;
      }
      if (file.part() == Part.COMPARISONS) {
        file.remove();
        freed += file.bytes();
      }
    }
    return freed;
  }

  /**
   * Removes every payload, and nothing else that may lie in the folder.
   *
   * @return how many bytes were freed
   */
  public long clear() {
    List<StoredFile> files = files();
    files.forEach(StoredFile::remove);
    return bytes(files);
  }

  private List<StoredFile> files() {
    return StoredFile.in(store.folder());
  }

  private static int count(List<StoredFile> files, Part part) {
    return (int) files.stream().filter(file -> file.part() == part).count();
  }

  private static long bytes(List<StoredFile> files) {
    return files.stream().mapToLong(StoredFile::bytes).sum();
  }

  /**
   * What a store holds.
   *
   * @param comparisons how many comparisons
   * @param pulls how many pull requests
   * @param bytes the size of all its files
   * @param metrics the names of the metrics of its comparisons, in alphabetical order
   */
  public record Contents(int comparisons, int pulls, long bytes, SortedSet<String> metrics) {}
}

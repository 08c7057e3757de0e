package dev.perftriage.source.wire;

import java.util.Arrays;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Values by bytes of a payload, which are neither copied nor decoded to look one up. May be used by
 * several threads: reads take no lock; a miss is checked again with one.
 */
final class ByteKeyTable<V> {

  private static final int FIRST_CAPACITY = 1024;

  /** Open addressing, at most half full. */
  private volatile @Nullable Entry<V>[] table = entries(FIRST_CAPACITY);

  private int size;

  /** The value for the bytes in a range; null if none was added. */
  @Nullable V get(byte[] bytes, int from, int length) {
    Entry<V> entry = find(table, hash(bytes, from, length), bytes, from, length);
    return entry == null ? null : entry.value;
  }

  /** The same; if none was added, the value that a function makes of a copy of the bytes. */
  V computeIfAbsent(byte[] bytes, int from, int length, Function<byte[], V> value) {
    int hash = hash(bytes, from, length);
    Entry<V> entry = find(table, hash, bytes, from, length);
    return entry == null ? added(hash, bytes, from, length, value) : entry.value;
  }

  private synchronized V added(
      int hash, byte[] bytes, int from, int length, Function<byte[], V> value) {
    Entry<V> known = find(table, hash, bytes, from, length);
    if (known != null) {
      return known.value;
    }
    if (2 * size >= table.length) {
      grow();
    }
    byte[] key = Arrays.copyOfRange(bytes, from, from + length);
    Entry<V> entry = new Entry<>(hash, key, value.apply(key));
    put(table, entry);
    size++;
    return entry.value;
  }

  private void grow() {
    @Nullable Entry<V>[] larger = entries(2 * table.length);
    for (Entry<V> entry : table) {
      if (entry != null) {
        put(larger, entry);
      }
    }
    table = larger;
  }

  private static <V> void put(@Nullable Entry<V>[] table, Entry<V> entry) {
    int at = entry.hash & (table.length - 1);
    while (table[at] != null) {
      at = (at + 1) & (table.length - 1);
    }
    table[at] = entry;
  }

  private static <V> @Nullable Entry<V> find(
      @Nullable Entry<V>[] table, int hash, byte[] bytes, int from, int length) {
    int at = hash & (table.length - 1);
    while (true) {
      Entry<V> entry = table[at];
      if (entry == null || (entry.hash == hash && entry.has(bytes, from, length))) {
        return entry;
      }
      at = (at + 1) & (table.length - 1);
    }
  }

  /** CRC-32, which Java computes with the processor's own instructions. */
  private static int hash(byte[] bytes, int from, int length) {
    CRC32 hash = new CRC32();
    hash.update(bytes, from, length);
    return (int) hash.getValue();
  }

  @SuppressWarnings("unchecked") // Java has no generic arrays
  private static <V> @Nullable Entry<V>[] entries(int capacity) {
    return (@Nullable Entry<V>[]) new Entry<?>[capacity];
  }

  /** Its fields are final so that a thread that sees it sees all of it. */
  private static final class Entry<V> {

    private final int hash;
    private final byte[] key;
    private final V value;

    Entry(int hash, byte[] key, V value) {
      this.hash = hash;
      this.key = key;
      this.value = value;
    }

    private boolean has(byte[] bytes, int from, int length) {
      return key.length == length && Arrays.equals(key, 0, length, bytes, from, from + length);
    }
  }
}

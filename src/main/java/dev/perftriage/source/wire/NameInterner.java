package dev.perftriage.source.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One string for each name, found by its bytes: a name that was seen before is not decoded again.
 * May be asked by several threads.
 */
final class NameInterner {

  private static final int FIRST_CAPACITY = 1024;

  /** Open addressing, at most half full. Read without a lock: a name that is missed is sought. */
  private volatile @Nullable Name[] table = new Name[FIRST_CAPACITY];

  private int size;

  /** A name, by the bytes of its UTF-8. */
  String shared(byte[] bytes, int from, int length) {
    return name(bytes, from, length).text;
  }

  /** A name that was decoded already. */
  String shared(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return shared(bytes, 0, bytes.length);
  }

  /** Names that stand one after another; for one thread. */
  NameSequence sequence() {
    return new NameSequence();
  }

  private Name name(byte[] bytes, int from, int length) {
    int hash = hash(bytes, from, length);
    Name known = find(table, hash, bytes, from, length);
    return known != null ? known : added(hash, bytes, from, length);
  }

  private synchronized Name added(int hash, byte[] bytes, int from, int length) {
    Name known = find(table, hash, bytes, from, length);
    if (known != null) {
      return known;
    }
    if (2 * size >= table.length) {
      grow();
    }
    Name name = new Name(hash, Arrays.copyOfRange(bytes, from, from + length));
    put(table, name);
    size++;
    return name;
  }

  private void grow() {
    @Nullable Name[] larger = new Name[2 * table.length];
    for (Name name : table) {
      if (name != null) {
        put(larger, name);
      }
    }
    table = larger;
  }

  private static void put(@Nullable Name[] table, Name name) {
    int at = name.hash & (table.length - 1);
    while (table[at] != null) {
      at = (at + 1) & (table.length - 1);
    }
    table[at] = name;
  }

  private static @Nullable Name find(
      @Nullable Name[] table, int hash, byte[] bytes, int from, int length) {
    int at = hash & (table.length - 1);
    while (true) {
      Name name = table[at];
      if (name == null || (name.hash == hash && name.is(bytes, from, length))) {
        return name;
      }
      at = (at + 1) & (table.length - 1);
    }
  }

  private static int hash(byte[] bytes, int from, int length) {
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ (hash >>> 16);
  }

  /** Names in the order of an answer. What follows a name mostly does so again. */
  final class NameSequence {

    private @Nullable Name last;

    /** The next name, as {@link NameInterner#shared(byte[], int, int)} has it. */
    String next(byte[] bytes, int from, int length) {
      Name before = last;
      Name guess = before == null ? null : before.follower;
      Name name =
          guess != null && guess.is(bytes, from, length) ? guess : name(bytes, from, length);
      // Only once: threads that keep changing what others read slow each other down.
      if (before != null && guess == null) {
        before.follower = name;
      }
      last = name;
      return name.text;
    }
  }

  /** A name; final fields, so that a thread that sees it sees all of it. */
  private static final class Name {

    private final int hash;
    private final byte[] utf8;
    private final String text;

    /** What followed it first; no more than a guess, whichever thread makes it. */
    private @Nullable Name follower;

    Name(int hash, byte[] utf8) {
      this.hash = hash;
      this.utf8 = utf8;
      // Interned, so that comparing a field's name to a literal ends at once.
      this.text = new String(utf8, StandardCharsets.UTF_8).intern();
    }

    private boolean is(byte[] bytes, int from, int length) {
      return utf8.length == length && Arrays.equals(utf8, 0, length, bytes, from, from + length);
    }
  }
}

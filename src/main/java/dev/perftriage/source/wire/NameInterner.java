package dev.perftriage.source.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePack.Code;

/**
 * Keeps one string for each name, found by its bytes: a known name is not decoded again. May be
 * used by several threads.
 */
final class NameInterner {

  private static final int FIRST_CAPACITY = 1024;

  /** The length in bytes up to which MessagePack puts a string's length into one byte of header. */
  private static final int LONGEST_SHORT = 31;

  /** Open addressing, at most half full. Reads take no lock; a miss is checked again with one. */
  private volatile @Nullable Name[] table = new Name[FIRST_CAPACITY];

  private int size;

  /** The shared string for a name in UTF-8. */
  String shared(byte[] bytes, int from, int length) {
    return name(bytes, from, length).text;
  }

  /** The shared string for a decoded name. */
  String shared(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return shared(bytes, 0, bytes.length);
  }

  /** A sequence of names, for use by one thread. */
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

  /** Names in the order of a payload. A name is mostly followed by the same one as before. */
  final class NameSequence {

    private @Nullable Name last;

    /**
     * The name that followed the last one before, if it is the next one here, too: it must stand at
     * an index of a MessagePack payload, with its header. Null otherwise.
     */
    @Nullable String expected(byte[] bytes, int at) {
      Name guess = last == null ? null : last.follower;
      if (guess == null || !guess.isPackedAt(bytes, at)) {
        return null;
      }
      last = guess;
      return guess.text;
    }

    /** The next name, shared as by {@link NameInterner#shared(byte[], int, int)}. */
    String next(byte[] bytes, int from, int length) {
      Name before = last;
      Name guess = before == null ? null : before.follower;
      Name name =
          guess != null && guess.is(bytes, from, length) ? guess : name(bytes, from, length);
      // Written only once: threads that keep changing what others read slow each other down.
      if (before != null && guess == null) {
        before.follower = name;
      }
      last = name;
      return name.text;
    }
  }

  /** A name. Its fields are final so that a thread that sees it sees all of it. */
  private static final class Name {

    private final int hash;
    private final byte[] utf8;
    private final String text;

    /** The name that first followed it: only a guess, so races are harmless. */
    private @Nullable Name follower;

    Name(int hash, byte[] utf8) {
      this.hash = hash;
      this.utf8 = utf8;
      // Interned, so that comparing a field name with a literal is fast.
      this.text = new String(utf8, StandardCharsets.UTF_8).intern();
    }

    /** Whether it stands at an index in MessagePack's form for short strings. */
    private boolean isPackedAt(byte[] bytes, int at) {
      return utf8.length <= LONGEST_SHORT
          && at + utf8.length < bytes.length
          && bytes[at] == (byte) (Code.FIXSTR_PREFIX | utf8.length)
          && Arrays.equals(utf8, 0, utf8.length, bytes, at + 1, at + 1 + utf8.length);
    }

    private boolean is(byte[] bytes, int from, int length) {
      return utf8.length == length && Arrays.equals(utf8, 0, length, bytes, from, from + length);
    }
  }
}

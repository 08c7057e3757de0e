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

  /** The length in bytes up to which MessagePack puts a string's length into one byte of header. */
  private static final int LONGEST_SHORT = 31;

  private final ByteKeyTable<Name> table = new ByteKeyTable<>();

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
    return table.computeIfAbsent(bytes, from, length, Name::new);
  }

  /** Names in the order of a payload. A name is mostly followed by the same one as before. */
  final class NameSequence {

    private @Nullable Name last;
    private @Nullable Name skippedTo;

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

    /** Goes on after a name that was not asked for, though it was next. */
    void skipTo(String name) {
      if (skippedTo == null || !skippedTo.text.equals(name)) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        skippedTo = name(bytes, 0, bytes.length);
      }
      last = skippedTo;
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

    private final byte[] utf8;
    private final String text;

    /** The name that first followed it: only a guess, so races are harmless. */
    private @Nullable Name follower;

    Name(byte[] utf8) {
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

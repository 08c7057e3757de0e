package dev.perftriage.source.wire;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessageIntegerOverflowException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePack.Code;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/** A payload in MessagePack. */
final class MessagePackInput extends WireInput {

  private static final int FIXED_MAP_SIZE = 0x0f;
  private static final int FIXED_STRING_SIZE = 0x1f;

  private final byte[] bytes;
  private final MessageUnpacker in;
  private final NameInterner.NameSequence names;

  /** How many entries each open map or array has left, by depth. */
  private final int[] left = new int[WirePath.DEEPEST];

  /** Where the object begins that was last sought, and its length as below. */
  private int object;

  private int lengthBeforeLast;

  /** Takes what is skipped. A longer object is not recalled. */
  private final byte[] skipped = new byte[512];

  MessagePackInput(byte[] bytes, String origin, String meaning, NameInterner names) {
    super(new WirePath(origin, meaning, "MessagePack"));
    this.bytes = bytes;
    this.in = MessagePack.newDefaultUnpacker(bytes);
    this.names = names.sequence();
  }

  @Override
  boolean opensObject() throws IOException {
    return isThere(ValueType.MAP, "an object") && opened(in.unpackMapHeader());
  }

  @Override
  boolean opensList() throws IOException {
    return isThere(ValueType.ARRAY, "a list") && opened(in.unpackArrayHeader());
  }

  private boolean opened(int entries) {
    left[path.depth() + 1] = entries;
    return true;
  }

  @Override
  @Nullable String fieldName() throws IOException {
    while (hasElement()) {
      String expected = expectedName();
      if (expected != null) {
        return expected;
      }
      if (type() == ValueType.STRING) {
        return presentName();
      }
      // No known field has a key that is not a string.
      in.skipValue(2);
    }
    return null;
  }

  @Override
  boolean hasElement() {
    return left[path.depth()]-- > 0;
  }

  @Override
  @Nullable String text() throws IOException {
    return isThere(ValueType.STRING, "a string") ? in.unpackString() : null;
  }

  @Override
  @Nullable String name() throws IOException {
    String expected = expectedName();
    if (expected != null) {
      return expected;
    }
    return isThere(ValueType.STRING, "a string") ? presentName() : null;
  }

  /** The name that is next in most payloads, recognised without a look at its type. */
  private @Nullable String expectedName() throws IOException {
    String expected = names.expected(bytes, position());
    if (expected != null) {
      in.skipValue();
    }
    return expected;
  }

  @Override
  @Nullable String scalar() throws IOException {
    MessageFormat format = in.getNextFormat();
    return switch (format.getValueType()) {
      case STRING -> presentName();
      case BOOLEAN -> String.valueOf(in.unpackBoolean());
      case INTEGER -> in.unpackBigInteger().toString();
      case FLOAT ->
          format == MessageFormat.FLOAT32
              ? NumberOutput.toString(in.unpackFloat(), true)
              : NumberOutput.toString(in.unpackDouble(), true);
      default -> {
        in.skipValue();
        yield null;
      }
    };
  }

  /** Looked up by its bytes, so that a known name is neither copied nor decoded again. */
  private String presentName() throws IOException {
    int start = position();
    in.skipValue();
    int from = start + headerOfText(bytes[start]);
    return names.next(bytes, from, position() - from);
  }

  @Override
  <V> @Nullable V recalled(ByteKeyTable<V> meanings, String lastField) throws IOException {
    object = position();
    lengthBeforeLast = lengthBeforeLast(object);
    V meaning = meanings.get(bytes, object, lengthBeforeLast);
    if (meaning != null) {
      in.readPayload(skipped, 0, lengthBeforeLast);
      path.enter();
      path.toField(lastField);
      names.skipTo(lastField);
      left[path.depth()] = 0;
    }
    return meaning;
  }

  @Override
  <V> void memorize(ByteKeyTable<V> meanings, V meaning) {
    if (lengthBeforeLast > 0) {
      meanings.computeIfAbsent(bytes, object, lengthBeforeLast, key -> meaning);
    }
  }

  /**
   * The length in bytes of an object before the value of its last field, if all that stands there
   * is short strings; 0 otherwise.
   */
  private int lengthBeforeLast(int start) {
    if (start >= bytes.length || !Code.isFixedMap(bytes[start])) {
      return 0;
    }
    int at = start + 1;
    for (int strings = 2 * (bytes[start] & FIXED_MAP_SIZE) - 1; strings > 0; strings--) {
      if (at + 1 >= bytes.length) {
        return 0;
      }
      byte first = bytes[at];
      if (Code.isFixStr(first)) {
        at += 1 + (first & FIXED_STRING_SIZE);
      } else if (first == Code.STR8) {
        at += 2 + Byte.toUnsignedInt(bytes[at + 1]);
      } else {
        return 0;
      }
    }
    return at < bytes.length && at - start <= skipped.length ? at - start : 0;
  }

  private int position() {
    return (int) in.getTotalReadBytes();
  }

  /** The size of a string's header in bytes, which its first byte says. */
  private static int headerOfText(byte first) {
    return switch (first) {
      case Code.STR8 -> 2;
      case Code.STR16 -> 3;
      case Code.STR32 -> 5;
      default -> 1;
    };
  }

  @Override
  @Nullable Boolean flag() throws IOException {
    return isThere(ValueType.BOOLEAN, "true or false") ? in.unpackBoolean() : null;
  }

  @Override
  @Nullable Long whole() throws IOException {
    try {
      return isThere(ValueType.INTEGER, "a whole number") ? in.unpackLong() : null;
    } catch (MessageIntegerOverflowException e) {
      throw tooLarge();
    }
  }

  @Override
  double number() throws IOException {
    return switch (in.getNextFormat()) {
      case FLOAT64, FLOAT32 -> in.unpackDouble();
      case UINT64 -> in.unpackBigInteger().doubleValue();
      case POSFIXINT, NEGFIXINT, UINT8, UINT16, UINT32, INT8, INT16, INT32, INT64 ->
          in.unpackLong();
      default -> {
        requireNil("a number");
        yield Double.NaN;
      }
    };
  }

  @Override
  void skip() throws IOException {
    in.skipValue();
  }

  @Override
  boolean atEnd() throws IOException {
    return !in.hasNext();
  }

  private ValueType type() throws IOException {
    return in.getNextFormat().getValueType();
  }

  private boolean isThere(ValueType wanted, String name) throws IOException {
    boolean there = type() == wanted;
    if (!there) {
      requireNil(name);
    }
    return there;
  }

  private void requireNil(String wanted) throws IOException {
    if (!in.tryUnpackNil()) {
      throw path.wrong(wanted);
    }
  }
}

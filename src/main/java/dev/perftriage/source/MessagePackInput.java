package dev.perftriage.source;

import static dev.perftriage.source.MessagePackFormat.ARRAY_16;
import static dev.perftriage.source.MessagePackFormat.ARRAY_32;
import static dev.perftriage.source.MessagePackFormat.FALSE;
import static dev.perftriage.source.MessagePackFormat.FLOAT_32;
import static dev.perftriage.source.MessagePackFormat.FLOAT_64;
import static dev.perftriage.source.MessagePackFormat.MAP_16;
import static dev.perftriage.source.MessagePackFormat.MAP_32;
import static dev.perftriage.source.MessagePackFormat.NIL;
import static dev.perftriage.source.MessagePackFormat.TRUE;
import static dev.perftriage.source.MessagePackFormat.UINT_64;
import static dev.perftriage.source.MessagePackFormat.isFixArray;
import static dev.perftriage.source.MessagePackFormat.isFixMap;
import static dev.perftriage.source.MessagePackFormat.isWhole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An answer in MessagePack, as the specification on msgpack.org has it. Its own reader, because a
 * general one takes longer to start than all the rest of reading an answer.
 */
final class MessagePackInput extends WireInput {

  private final byte[] bytes;
  private final MessagePackBytes in;
  private final SharedNames names;

  /** How many entries each open map or array has left; by depth. */
  private final long[] left = new long[DEEPEST];

  MessagePackInput(byte[] bytes, String origin, String meaning, SharedNames names) {
    super(origin, meaning);
    this.bytes = bytes;
    this.in = new MessagePackBytes(bytes);
    this.names = names;
  }

  @Override
  boolean opensObject() {
    int code = in.uint8();
    if (isFixMap(code)) {
      return opened(code & 0x0F);
    }
    return switch (code) {
      case MAP_16 -> opened(in.uint16());
      case MAP_32 -> opened(in.uint32());
      case NIL -> false;
      default -> throw wrong("an object");
    };
  }

  @Override
  boolean opensList() {
    int code = in.uint8();
    if (isFixArray(code)) {
      return opened(code & 0x0F);
    }
    return switch (code) {
      case ARRAY_16 -> opened(in.uint16());
      case ARRAY_32 -> opened(in.uint32());
      case NIL -> false;
      default -> throw wrong("a list");
    };
  }

  private boolean opened(long entries) {
    left[depth() + 1] = entries;
    return true;
  }

  @Override
  @Nullable String fieldName() throws IOException {
    while (hasElement()) {
      int code = in.uint8();
      long length = in.textLength(code);
      if (length >= 0) {
        return names.shared(bytes, in.passed(length), (int) length);
      }
      // A key that is no text names nothing that is asked for.
      in.skip(code);
      skip();
    }
    return null;
  }

  @Override
  boolean hasElement() {
    return left[depth()]-- > 0;
  }

  @Override
  @Nullable String text() {
    int code = in.uint8();
    long length = in.textLength(code);
    if (length >= 0) {
      return new String(bytes, in.passed(length), (int) length, StandardCharsets.UTF_8);
    }
    requireNil(code, "a text");
    return null;
  }

  @Override
  @Nullable String name() {
    int code = in.uint8();
    long length = in.textLength(code);
    if (length >= 0) {
      return names.shared(bytes, in.passed(length), (int) length);
    }
    requireNil(code, "a text");
    return null;
  }

  @Override
  @Nullable Boolean flag() {
    int code = in.uint8();
    if (code != TRUE && code != FALSE) {
      requireNil(code, "true or false");
      return null;
    }
    return code == TRUE;
  }

  @Override
  @Nullable Long whole() {
    int code = in.uint8();
    if (!isWhole(code)) {
      requireNil(code, "a whole number");
      return null;
    }
    long number = in.whole(code);
    if (code == UINT_64 && number < 0) {
      throw tooLarge();
    }
    return number;
  }

  @Override
  double number() {
    int code = in.uint8();
    if (code == FLOAT_64) {
      return in.float64();
    }
    if (code == FLOAT_32) {
      return in.float32();
    }
    if (code == NIL) {
      return Double.NaN;
    }
    if (!isWhole(code)) {
      throw wrong("a number");
    }
    long number = in.whole(code);
    // Beyond a long's range: half of it, where the lost bit still counts in rounding, twice.
    return code == UINT_64 && number < 0 ? 2.0 * ((number >>> 1) | (number & 1)) : number;
  }

  @Override
  void skip() {
    in.skip(in.uint8());
  }

  @Override
  boolean atEnd() {
    return in.atEnd();
  }

  @Override
  String form() {
    return "MessagePack";
  }

  @Override
  String place(Exception error) {
    return "";
  }

  private void requireNil(int code, String wanted) {
    if (code != NIL) {
      throw wrong(wanted);
    }
  }
}

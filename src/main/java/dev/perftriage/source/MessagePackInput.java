package dev.perftriage.source;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An answer in MessagePack, as the specification on msgpack.org has it. Its own reader, because a
 * general one takes longer to start than all the rest of reading an answer.
 *
 * <p>Nothing is set aside for a length that an answer claims: what is read must be there. The
 * buffer throws {@link BufferUnderflowException} where it is not.
 */
final class MessagePackInput extends WireInput {

  private static final int NIL = 0xC0;
  private static final int FALSE = 0xC2;
  private static final int TRUE = 0xC3;
  private static final int BIN_8 = 0xC4;
  private static final int BIN_16 = 0xC5;
  private static final int BIN_32 = 0xC6;
  private static final int EXT_8 = 0xC7;
  private static final int EXT_16 = 0xC8;
  private static final int EXT_32 = 0xC9;
  private static final int FLOAT_32 = 0xCA;
  private static final int FLOAT_64 = 0xCB;
  private static final int UINT_8 = 0xCC;
  private static final int UINT_16 = 0xCD;
  private static final int UINT_32 = 0xCE;
  private static final int UINT_64 = 0xCF;
  private static final int INT_8 = 0xD0;
  private static final int INT_16 = 0xD1;
  private static final int INT_32 = 0xD2;
  private static final int INT_64 = 0xD3;
  private static final int FIXEXT_1 = 0xD4;
  private static final int FIXEXT_16 = 0xD8;
  private static final int STR_8 = 0xD9;
  private static final int STR_16 = 0xDA;
  private static final int STR_32 = 0xDB;
  private static final int ARRAY_16 = 0xDC;
  private static final int ARRAY_32 = 0xDD;
  private static final int MAP_16 = 0xDE;
  private static final int MAP_32 = 0xDF;

  private final byte[] bytes;
  private final ByteBuffer in;
  private final SharedNames names;

  /** How many entries each open map or array has left; by depth. */
  private final long[] left = new long[DEEPEST];

  MessagePackInput(byte[] bytes, String origin, String meaning, SharedNames names) {
    super(origin, meaning);
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes);
    this.names = names;
  }

  @Override
  boolean opensObject() {
    int code = uint8();
    if (isFixMap(code)) {
      return opened(code & 0x0F);
    }
    return switch (code) {
      case MAP_16 -> opened(uint16());
      case MAP_32 -> opened(uint32());
      case NIL -> false;
      default -> throw wrong("an object");
    };
  }

  @Override
  boolean opensList() {
    int code = uint8();
    if (isFixArray(code)) {
      return opened(code & 0x0F);
    }
    return switch (code) {
      case ARRAY_16 -> opened(uint16());
      case ARRAY_32 -> opened(uint32());
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
      int start = in.position();
      long length = textLength(uint8());
      if (length >= 0) {
        return names.shared(bytes, passed(length), (int) length);
      }
      // A key that is no text names nothing that is asked for.
      in.position(start);
      skip();
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
    int code = uint8();
    long length = textLength(code);
    if (length >= 0) {
      return new String(bytes, passed(length), (int) length, StandardCharsets.UTF_8);
    }
    requireNil(code, "a text");
    return null;
  }

  @Override
  @Nullable String name() {
    int code = uint8();
    long length = textLength(code);
    if (length >= 0) {
      return names.shared(bytes, passed(length), (int) length);
    }
    requireNil(code, "a text");
    return null;
  }

  @Override
  @Nullable Boolean flag() {
    int code = uint8();
    if (code != TRUE && code != FALSE) {
      requireNil(code, "true or false");
      return null;
    }
    return code == TRUE;
  }

  @Override
  @Nullable Long whole() {
    int code = uint8();
    if (!isWhole(code)) {
      requireNil(code, "a whole number");
      return null;
    }
    long number = whole(code);
    if (code == UINT_64 && number < 0) {
      throw tooLarge();
    }
    return number;
  }

  @Override
  double number() {
    int code = uint8();
    if (code == FLOAT_64) {
      return in.getDouble();
    }
    if (code == FLOAT_32) {
      return in.getFloat();
    }
    if (code == NIL) {
      return Double.NaN;
    }
    if (!isWhole(code)) {
      throw wrong("a number");
    }
    long number = whole(code);
    // Beyond a long's range: half of it, where the lost bit still counts in rounding, twice.
    return code == UINT_64 && number < 0 ? 2.0 * ((number >>> 1) | (number & 1)) : number;
  }

  @Override
  void skip() {
    long values = 1;
    while (values > 0) {
      values += inside(uint8()) - 1;
    }
  }

  /** Passes over the rest of a value, except for the values in it, whose number is returned. */
  private long inside(int code) {
    if (isFixMap(code)) {
      return 2L * (code & 0x0F);
    }
    if (isFixArray(code)) {
      return code & 0x0F;
    }
    return switch (code) {
      case MAP_16 -> 2L * uint16();
      case MAP_32 -> 2 * uint32();
      case ARRAY_16 -> uint16();
      case ARRAY_32 -> uint32();
      default -> {
        passed(sizeOfRest(code));
        yield 0;
      }
    };
  }

  /** How many bytes follow the first one of a value that holds no others. */
  private long sizeOfRest(int code) {
    if (isFixInt(code)) {
      return 0;
    }
    if (isFixText(code)) {
      return code & 0x1F;
    }
    if (code >= FIXEXT_1 && code <= FIXEXT_16) {
      return 1L + (1L << (code - FIXEXT_1));
    }
    return switch (code) {
      case NIL, FALSE, TRUE -> 0;
      case UINT_8, INT_8 -> 1;
      case UINT_16, INT_16 -> 2;
      case UINT_32, INT_32, FLOAT_32 -> 4;
      case UINT_64, INT_64, FLOAT_64 -> 8;
      case STR_8, BIN_8 -> uint8();
      case STR_16, BIN_16 -> uint16();
      case STR_32, BIN_32 -> uint32();
      case EXT_8 -> 1 + uint8();
      case EXT_16 -> 1 + uint16();
      case EXT_32 -> 1 + uint32();
      // The one first byte that the format leaves without a meaning.
      default -> throw new BufferUnderflowException();
    };
  }

  @Override
  boolean atEnd() {
    return !in.hasRemaining();
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

  /** The length of a text in bytes; negative where the value is no text. */
  private long textLength(int code) {
    if (isFixText(code)) {
      return code & 0x1F;
    }
    return switch (code) {
      case STR_8 -> uint8();
      case STR_16 -> uint16();
      case STR_32 -> uint32();
      default -> -1;
    };
  }

  private long whole(int code) {
    return switch (code) {
      case UINT_8 -> uint8();
      case UINT_16 -> uint16();
      case UINT_32 -> uint32();
      case INT_8 -> in.get();
      case INT_16 -> in.getShort();
      case INT_32 -> in.getInt();
      case UINT_64, INT_64 -> in.getLong();
      default -> (byte) code;
    };
  }

  /** Passes over bytes and says where they began. */
  private int passed(long length) {
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    int from = in.position();
    in.position(from + (int) length);
    return from;
  }

  private int uint8() {
    return in.get() & 0xFF;
  }

  private int uint16() {
    return in.getShort() & 0xFFFF;
  }

  private long uint32() {
    return in.getInt() & 0xFFFF_FFFFL;
  }

  private static boolean isFixMap(int code) {
    return (code & 0xF0) == 0x80;
  }

  private static boolean isFixArray(int code) {
    return (code & 0xF0) == 0x90;
  }

  private static boolean isFixText(int code) {
    return (code & 0xE0) == 0xA0;
  }

  private static boolean isFixInt(int code) {
    return code < 0x80 || code >= 0xE0;
  }

  private static boolean isWhole(int code) {
    return isFixInt(code) || (code >= UINT_8 && code <= INT_64);
  }
}

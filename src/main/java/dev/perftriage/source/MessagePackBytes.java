package dev.perftriage.source;

import static dev.perftriage.source.MessagePackFormat.ARRAY_16;
import static dev.perftriage.source.MessagePackFormat.ARRAY_32;
import static dev.perftriage.source.MessagePackFormat.BIN_16;
import static dev.perftriage.source.MessagePackFormat.BIN_32;
import static dev.perftriage.source.MessagePackFormat.BIN_8;
import static dev.perftriage.source.MessagePackFormat.EXT_16;
import static dev.perftriage.source.MessagePackFormat.EXT_32;
import static dev.perftriage.source.MessagePackFormat.EXT_8;
import static dev.perftriage.source.MessagePackFormat.FALSE;
import static dev.perftriage.source.MessagePackFormat.FIXEXT_1;
import static dev.perftriage.source.MessagePackFormat.FIXEXT_16;
import static dev.perftriage.source.MessagePackFormat.FLOAT_32;
import static dev.perftriage.source.MessagePackFormat.FLOAT_64;
import static dev.perftriage.source.MessagePackFormat.INT_16;
import static dev.perftriage.source.MessagePackFormat.INT_32;
import static dev.perftriage.source.MessagePackFormat.INT_64;
import static dev.perftriage.source.MessagePackFormat.INT_8;
import static dev.perftriage.source.MessagePackFormat.MAP_16;
import static dev.perftriage.source.MessagePackFormat.MAP_32;
import static dev.perftriage.source.MessagePackFormat.NIL;
import static dev.perftriage.source.MessagePackFormat.STR_16;
import static dev.perftriage.source.MessagePackFormat.STR_32;
import static dev.perftriage.source.MessagePackFormat.STR_8;
import static dev.perftriage.source.MessagePackFormat.TRUE;
import static dev.perftriage.source.MessagePackFormat.UINT_16;
import static dev.perftriage.source.MessagePackFormat.UINT_32;
import static dev.perftriage.source.MessagePackFormat.UINT_64;
import static dev.perftriage.source.MessagePackFormat.UINT_8;
import static dev.perftriage.source.MessagePackFormat.isFixArray;
import static dev.perftriage.source.MessagePackFormat.isFixInt;
import static dev.perftriage.source.MessagePackFormat.isFixMap;
import static dev.perftriage.source.MessagePackFormat.isFixText;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The bytes of MessagePack from first to last. Nothing is set aside for a length that they claim:
 * what is read or passed over must be there, with {@link BufferUnderflowException} where it is not.
 */
final class MessagePackBytes {

  private final ByteBuffer in;

  MessagePackBytes(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  /** Whether all bytes were read. */
  boolean atEnd() {
    return !in.hasRemaining();
  }

  /**
   * Passes over a value of any kind, with all that is in it.
   *
   * @param code its first byte, which was read
   */
  void skip(int code) {
    long values = inside(code);
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

  /** The length of a text in bytes; negative where the value is no text. */
  long textLength(int code) {
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

  /**
   * A whole number.
   *
   * @param code its first byte
   * @return for an unsigned number beyond a long, the long of the same bits
   */
  long whole(int code) {
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
  int passed(long length) {
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    int from = in.position();
    in.position(from + (int) length);
    return from;
  }

  int uint8() {
    return in.get() & 0xFF;
  }

  int uint16() {
    return in.getShort() & 0xFFFF;
  }

  long uint32() {
    return in.getInt() & 0xFFFF_FFFFL;
  }

  float float32() {
    return in.getFloat();
  }

  double float64() {
    return in.getDouble();
  }
}

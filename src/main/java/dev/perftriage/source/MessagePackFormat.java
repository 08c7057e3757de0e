package dev.perftriage.source;

/** What the first byte of a MessagePack value says, as the specification on msgpack.org has it. */
final class MessagePackFormat {

  static final int NIL = 0xC0;
  static final int FALSE = 0xC2;
  static final int TRUE = 0xC3;
  static final int BIN_8 = 0xC4;
  static final int BIN_16 = 0xC5;
  static final int BIN_32 = 0xC6;
  static final int EXT_8 = 0xC7;
  static final int EXT_16 = 0xC8;
  static final int EXT_32 = 0xC9;
  static final int FLOAT_32 = 0xCA;
  static final int FLOAT_64 = 0xCB;
  static final int UINT_8 = 0xCC;
  static final int UINT_16 = 0xCD;
  static final int UINT_32 = 0xCE;
  static final int UINT_64 = 0xCF;
  static final int INT_8 = 0xD0;
  static final int INT_16 = 0xD1;
  static final int INT_32 = 0xD2;
  static final int INT_64 = 0xD3;
  static final int FIXEXT_1 = 0xD4;
  static final int FIXEXT_16 = 0xD8;
  static final int STR_8 = 0xD9;
  static final int STR_16 = 0xDA;
  static final int STR_32 = 0xDB;
  static final int ARRAY_16 = 0xDC;
  static final int ARRAY_32 = 0xDD;
  static final int MAP_16 = 0xDE;
  static final int MAP_32 = 0xDF;

  private MessagePackFormat() {}

  /** A map whose size is in the lower four bits. */
  static boolean isFixMap(int code) {
    return (code & 0xF0) == 0x80;
  }

  /** An array whose size is in the lower four bits. */
  static boolean isFixArray(int code) {
    return (code & 0xF0) == 0x90;
  }

  /** A text whose length is in the lower five bits. */
  static boolean isFixText(int code) {
    return (code & 0xE0) == 0xA0;
  }

  /** A small whole number, the byte itself. */
  static boolean isFixInt(int code) {
    return code < 0x80 || code >= 0xE0;
  }

  /** A whole number of any size. */
  static boolean isWhole(int code) {
    return isFixInt(code) || (code >= UINT_8 && code <= INT_64);
  }
}

package dev.perftriage.source.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The format of a payload, judging by its beginning. */
public enum PayloadForm {
  /** A JSON object or list, perhaps after a byte order mark and white space. */
  JSON,
  /** A MessagePack map or array. */
  MESSAGE_PACK,
  /** Anything else, such as an error message. */
  OTHER;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int EXCERPT_LENGTH = 120;
  private static final String NOT_READY = "no data yet";

  /** The form of some bytes. */
  public static PayloadForm of(byte[] bytes) {
    int first = firstSign(bytes);
    if (first == '{' || first == '[') {
      return JSON;
    }
    return isMessagePackCollection(bytes) ? MESSAGE_PACK : OTHER;
  }

  /** Whether it is what the site answers while it is starting. */
  public static boolean isNotReady(byte[] bytes) {
    return of(bytes) == OTHER
        && new String(bytes, StandardCharsets.UTF_8).strip().startsWith(NOT_READY);
  }

  /** Describes bytes of no known form, for the end of a message. */
  static String describe(byte[] bytes) {
    if (bytes.length == 0) {
      return "it is empty";
    }
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    String excerpt = TextExcerpt.of(text, EXCERPT_LENGTH);
    if (isNotReady(bytes)) {
      return "the site has " + excerpt + "; try again in a few minutes";
    }
    if (text.startsWith("<")) {
      return "it is an HTML page, perhaps of a proxy or an error";
    }
    boolean printable = text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    return printable && text.indexOf('\uFFFD') < 0
        ? "it is the text \"" + excerpt + "\""
        : "it is neither MessagePack nor JSON";
  }

  private static int firstSign(byte[] bytes) {
    boolean marked = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3);
    int at = marked ? BYTE_ORDER_MARK.length : 0;
    while (at < bytes.length && " \t\r\n".indexOf(bytes[at]) >= 0) {
      at++;
    }
    return at < bytes.length ? bytes[at] & 0xFF : -1;
  }

  /** Whether it is a map or an array: text cannot begin with the first byte of either. */
  private static boolean isMessagePackCollection(byte[] bytes) {
    int first = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
    return (first >= 0x80 && first <= 0x9F) || (first >= 0xDC && first <= 0xDF);
  }
}

package dev.perftriage.source.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How an answer is written, as far as its beginning tells. */
public enum PayloadForm {
  /** An object or a list as text, perhaps after a byte order mark and white space. */
  JSON,
  /** A MessagePack map or array. */
  MESSAGE_PACK,
  /** Something else, such as a message for people. */
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

  /** What bytes of no known form are, for the end of a message. */
  static String describe(byte[] bytes) {
    if (bytes.length == 0) {
      return "it is empty";
    }
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    String excerpt = TextExcerpt.of(text, EXCERPT_LENGTH);
    if (text.startsWith(NOT_READY)) {
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

  /** A map or an array: the first byte of neither is a sign that text can begin with. */
  private static boolean isMessagePackCollection(byte[] bytes) {
    int first = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
    return (first >= 0x80 && first <= 0x9F) || (first >= 0xDC && first <= 0xDF);
  }
}

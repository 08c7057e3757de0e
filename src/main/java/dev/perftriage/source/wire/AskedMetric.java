package dev.perftriage.source.wire;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.perftriage.model.Metric;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the metric that was asked for with a comparison. The site's response does not contain it,
 * so a stored one could be renamed to another metric unnoticed. The metric becomes one more field
 * of the outermost object, which every reader of the site's responses skips.
 */
public final class AskedMetric {

  /** The name of the field. */
  static final String FIELD = "asked_metric";

  private static final int FIXMAP = 0x80;
  private static final int LARGEST_FIXMAP = 0x8F;
  private static final int MAP_16 = 0xDE;
  private static final int MAP_32 = 0xDF;
  private static final int STR_16 = 0xDA;
  private static final int MOST_16 = 0xFFFF;

  private AskedMetric() {}

  /**
   * A comparison with its metric.
   *
   * @param answer a response that has been read as a comparison
   * @return the response itself if the field cannot be added, which no response of the site needs
   */
  public static Payload added(Payload answer, Metric metric) {
    byte[] bytes = answer.bytes();
    return switch (PayloadForm.of(bytes)) {
      case JSON -> new Payload(json(bytes, metric.name()), answer.origin());
      case MESSAGE_PACK -> new Payload(messagePack(bytes, metric.name()), answer.origin());
      case OTHER -> answer;
    };
  }

  /** Whether a response has been kept with its metric. */
  public static boolean isIn(Payload answer) {
    return WireInput.read(
        answer,
        "a comparison",
        new NameInterner(),
        in -> {
          boolean isIn = false;
          in.beginRequiredObject();
          for (String field = in.nextField(); field != null; field = in.nextField()) {
            isIn |= field.equals(FIELD);
            in.skip();
          }
          return isIn;
        });
  }

  /** Puts the field first: an object that has been read has others after it. */
  private static byte[] json(byte[] bytes, String metric) {
    int brace = 0;
    while (bytes[brace] != '{') {
      brace++;
    }
    // UTF-16 and UTF-32, which JSON allows, have a zero byte beside each ASCII character.
    if (bytes[brace + 1] == 0) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, brace + 1);
    String field = "\"" + FIELD + "\":" + TextNode.valueOf(metric) + ",";
    out.writeBytes(field.getBytes(StandardCharsets.UTF_8));
    out.write(bytes, brace + 1, bytes.length - brace - 1);
    return out.toByteArray();
  }

  /** Puts the field last, and counts it in the header of the map. */
  private static byte[] messagePack(byte[] bytes, String metric) {
    int first = bytes[0] & 0xFF;
    int headerBytes = first == MAP_16 ? 3 : first == MAP_32 ? 5 : 1;
    int fields = first & 0x0F;
    if (first > LARGEST_FIXMAP) {
      fields = 0;
      for (int at = 1; at < headerBytes; at++) {
        fields = (fields << Byte.SIZE) | (bytes[at] & 0xFF);
      }
    }
    byte[] value = metric.getBytes(StandardCharsets.UTF_8);
    if (fields >= MOST_16 || value.length > MOST_16) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (fields + 1 <= (LARGEST_FIXMAP ^ FIXMAP)) {
      out.write(FIXMAP | (fields + 1));
    } else {
      out.write(MAP_16);
      writeShort(out, fields + 1);
    }
    out.write(bytes, headerBytes, bytes.length - headerBytes);
    writeString(out, FIELD.getBytes(StandardCharsets.UTF_8));
    writeString(out, value);
    return out.toByteArray();
  }

  private static void writeString(ByteArrayOutputStream out, byte[] text) {
    out.write(STR_16);
    writeShort(out, text.length);
    out.writeBytes(text);
  }

  private static void writeShort(ByteArrayOutputStream out, int number) {
    out.write(number >> Byte.SIZE);
    out.write(number);
  }
}

package dev.perftriage.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.msgpack.core.MessagePackException;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/** Reads wire records from MessagePack or JSON, whichever the bytes are. */
final class WireReader {

  private static final ObjectMapper JSON =
      configured(
          new JsonFactory().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature()));
  private static final ObjectMapper MESSAGE_PACK = configured(new MessagePackFactory());

  private static final int EXCERPT_LENGTH = 120;
  private static final String NOT_READY = "no data yet";
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private WireReader() {}

  /**
   * Reads one record, or an array of them.
   *
   * @param answer MessagePack or JSON
   * @param type the record's class
   * @param meaning what the answer should be, with its article, for the message of an error
   * @throws DataException where the answer is something else
   */
  static <T> T read(Answer answer, Class<T> type, String meaning) {
    byte[] bytes = answer.bytes();
    boolean json = isJson(bytes);
    if (!json && !isMessagePackCollection(bytes)) {
      throw new DataException(answer.origin() + " is not " + meaning + ": " + describe(bytes));
    }
    try {
      return (json ? JSON : MESSAGE_PACK).readValue(bytes, type);
    } catch (MismatchedInputException e) {
      throw new DataException(answer.origin() + ": " + mismatch(e, meaning), e);
    } catch (JsonMappingException e) {
      String path = path(e.getPath());
      throw new DataException(
          answer.origin()
              + ": "
              + (e.getCause() instanceof InputCoercionException
                  ? "field " + path + " is a number too large for what it should be"
                  : broken(e, json)),
          e);
    } catch (IOException | MessagePackException e) {
      throw new DataException(answer.origin() + ": " + broken(e, json), e);
    }
  }

  /** Whether the bytes are JSON text, as far as their beginning tells. */
  static boolean isJson(byte[] bytes) {
    int first = firstSign(bytes);
    return first == '{' || first == '[';
  }

  private static String mismatch(MismatchedInputException e, String meaning) {
    String path = path(e.getPath());
    Class<?> expected = e.getTargetType();
    String wanted =
        expected == null ? "of another type" : "not " + nameOf(expected) + " as it should be";
    return path.isEmpty()
        ? "not " + meaning + ": the whole is " + wanted
        : "field " + path + " is " + wanted;
  }

  private static String broken(Exception e, boolean json) {
    String where = "";
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      where = " at field " + path(mapping.getPath());
    }
    String format = json ? "JSON" : "MessagePack";
    String detail =
        e instanceof JsonProcessingException parse && parse.getLocation() != null && json
            ? String.format(
                Locale.ROOT,
                " (line %s, column %s)",
                parse.getLocation().getLineNr(),
                parse.getLocation().getColumnNr())
            : "";
    return "the " + format + " is cut short or damaged" + where + detail;
  }

  private static String nameOf(Class<?> type) {
    if (type == String.class) {
      return "a text";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    if (type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type == Double.class) {
      return "a number";
    }
    return List.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String path(List<JsonMappingException.Reference> path) {
    return path.stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String describe(byte[] bytes) {
    if (bytes.length == 0) {
      return "it is empty";
    }
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    String excerpt = Excerpts.of(text, EXCERPT_LENGTH);
    if (text.startsWith(NOT_READY)) {
      return "the site has " + excerpt + "; try again in a few minutes";
    }
    if (text.startsWith("<")) {
      return "it is an HTML page, as a proxy or an error page would be";
    }
    boolean printable = text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    return printable && text.indexOf('\uFFFD') < 0
        ? "it is the text \"" + excerpt + "\""
        : "it is neither MessagePack nor JSON";
  }

  private static int firstSign(byte[] bytes) {
    int at = 0;
    if (bytes.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
      at = BYTE_ORDER_MARK.length;
    }
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

  private static ObjectMapper configured(JsonFactory factory) {
    MapperBuilder<?, ?> builder =
        JsonMapper.builder(factory)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // The MessagePack parser takes the end of its input for an error when asked for more.
            .configure(
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                factory.getFormatName().equals(JsonFactory.FORMAT_NAME_JSON));
    for (CoercionInputShape shape :
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      builder.withCoercionConfig(
          LogicalType.Textual, config -> config.setCoercion(shape, CoercionAction.Fail));
    }
    builder.withCoercionConfig(
        LogicalType.Boolean,
        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail));
    return builder.build();
  }
}

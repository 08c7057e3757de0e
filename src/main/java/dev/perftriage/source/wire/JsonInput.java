package dev.perftriage.source.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.perftriage.model.DataException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A payload in JSON. */
final class JsonInput extends WireInput {

  private static final JsonFactory FACTORY =
      new JsonFactory().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature());

  private final JsonParser parser;
  private final NameInterner names;

  JsonInput(byte[] bytes, String origin, String meaning, NameInterner names) {
    super(new WirePath(origin, meaning, "JSON"));
    this.names = names;
    try {
      this.parser = FACTORY.createParser(bytes);
    } catch (IOException e) {
      throw new DataException(origin + ": unknown JSON encoding", e);
    }
  }

  @Override
  <V> @Nullable V recalled(ByteKeyTable<V> meanings, String lastField) {
    return null;
  }

  @Override
  <V> void memorize(ByteKeyTable<V> meanings, V meaning) {
    // The service answers in MessagePack: JSON need not be fast.
  }

  @Override
  boolean opensObject() throws IOException {
    return isThere(JsonToken.START_OBJECT, "an object");
  }

  @Override
  boolean opensList() throws IOException {
    return isThere(JsonToken.START_ARRAY, "a list");
  }

  @Override
  @Nullable String fieldName() throws IOException {
    if (parser.nextToken() != JsonToken.FIELD_NAME) {
      return null;
    }
    String name = parser.currentName();
    parser.nextToken();
    return name;
  }

  @Override
  boolean hasElement() throws IOException {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  @Override
  @Nullable String text() throws IOException {
    return isThere(JsonToken.VALUE_STRING, "a string") ? parser.getText() : null;
  }

  @Override
  @Nullable String name() throws IOException {
    String text = text();
    return text == null ? null : names.shared(text);
  }

  @Override
  @Nullable String scalar() throws IOException {
    return switch (token()) {
      case VALUE_STRING -> names.shared(parser.getText());
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      case VALUE_NUMBER_INT -> parser.getBigIntegerValue().toString();
      case VALUE_NUMBER_FLOAT -> NumberOutput.toString(parser.getDoubleValue(), true);
      default -> {
        parser.skipChildren();
        yield null;
      }
    };
  }

  @Override
  @Nullable Boolean flag() throws IOException {
    return token() == JsonToken.VALUE_FALSE
        ? Boolean.FALSE
        : isThere(JsonToken.VALUE_TRUE, "true or false") ? Boolean.TRUE : null;
  }

  @Override
  @Nullable Long whole() throws IOException {
    try {
      return isThere(JsonToken.VALUE_NUMBER_INT, "a whole number") ? parser.getLongValue() : null;
    } catch (InputCoercionException e) {
      throw tooLarge();
    }
  }

  @Override
  double number() throws IOException {
    return switch (token()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_NULL -> Double.NaN;
      case VALUE_STRING -> quotedNumber(parser.getText());
      default -> throw path.wrong("a number");
    };
  }

  /** Numbers that JSON cannot express are often written as strings. */
  private double quotedNumber(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity", "INF" -> Double.POSITIVE_INFINITY;
      case "-Infinity", "-INF" -> Double.NEGATIVE_INFINITY;
      default -> throw path.wrong("a number");
    };
  }

  @Override
  void skip() throws IOException {
    parser.skipChildren();
  }

  @Override
  boolean atEnd() throws IOException {
    return parser.nextToken() == null;
  }

  @Override
  String place(Exception error) {
    if (error instanceof JsonProcessingException parsing && parsing.getLocation() != null) {
      JsonLocation location = parsing.getLocation();
      return " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
    return "";
  }

  private boolean isThere(JsonToken wanted, String name) throws IOException {
    JsonToken token = token();
    if (token != wanted && token != JsonToken.VALUE_NULL) {
      throw path.wrong(name);
    }
    return token == wanted;
  }

  private JsonToken token() throws IOException {
    JsonToken token = parser.currentToken();
    return token == null ? parser.nextToken() : token;
  }
}

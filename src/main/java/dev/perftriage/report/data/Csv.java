package dev.perftriage.report.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CSV as in RFC 4180, with a header line. Null is an empty cell. Numbers that are not finite are
 * {@code NaN}, {@code Infinity} or {@code -Infinity}.
 *
 * <p>Text that a spreadsheet could run as a formula, or that begins with an apostrophe, gets a
 * leading apostrophe, which readers should remove.
 */
public final class Csv {

  private static final CsvMapper MAPPER =
      new CsvMapper(
          CsvFactory.builder()
              .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
              // Double.toString changed in JDK 19; Jackson's own writer is the same on all.
              .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
              .build());

  /** The characters that start a formula, including full-width forms, and what may precede them. */
  private static final Pattern NEEDS_APOSTROPHE =
      Pattern.compile("(?s)('|[\\s\\p{Cntrl}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\\t\\r\\n]).*");

  private Csv() {}

  /**
   * A header line and a line for each row, each ending with CRLF.
   *
   * @param columns the column names, in the order of the cells; the fields of objects follow, named
   *     {@code column.field} and sorted
   * @param rows texts, numbers and objects of these by column name; an absent one is an empty cell
   * @throws IllegalStateException if a row has a name that is not a column
   */
  public static String render(List<String> columns, List<ObjectNode> rows) {
    List<String> all =
        Stream.concat(
                columns.stream(), rows.stream().flatMap(Csv::fieldsOfObjects).distinct().sorted())
            .toList();
    return write(schema(all).withHeader(), rows);
  }

  /** The header line, for rows that {@link #lines} renders in parts. */
  static String header(List<String> columns) {
    return write(schema(columns).withHeader(), List.of());
  }

  /**
   * Lines without a header.
   *
   * @param columns the column names, with those of objects' fields
   */
  static String lines(List<String> columns, List<ObjectNode> rows) {
    return write(schema(columns), rows);
  }

  private static CsvSchema schema(List<String> columns) {
    CsvSchema.Builder schema = CsvSchema.builder();
    columns.forEach(schema::addColumn);
    return schema.build().withLineSeparator("\r\n");
  }

  private static String write(CsvSchema schema, List<ObjectNode> rows) {
    ArrayNode safe = Json.array(rows.stream().map(Csv::safe));
    try {
      return MAPPER.writer(schema).writeValueAsString(safe);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of plain values cannot fail to be written", e);
    }
  }

  private static Stream<String> fieldsOfObjects(ObjectNode row) {
    return row.properties().stream()
        .filter(cell -> cell.getValue().isObject())
        .flatMap(
            object ->
                object.getValue().properties().stream()
                    .map(field -> object.getKey() + "." + field.getKey()));
  }

  /** The row with safe texts, and with the fields of objects as cells. */
  private static ObjectNode safe(ObjectNode row) {
    ObjectNode safe = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> cell : row.properties()) {
      if (cell.getValue().isObject()) {
        cell.getValue()
            .properties()
            .forEach(
                field -> safe.set(cell.getKey() + "." + field.getKey(), safe(field.getValue())));
      } else {
        safe.set(cell.getKey(), safe(cell.getValue()));
      }
    }
    return safe;
  }

  private static JsonNode safe(JsonNode value) {
    return value.isTextual() && NEEDS_APOSTROPHE.matcher(value.textValue()).matches()
        ? new TextNode("'" + value.textValue())
        : value;
  }
}

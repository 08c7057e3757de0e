package dev.perftriage.report.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.List;
import java.util.regex.Pattern;

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
   * @param columns the column names, in the order of the cells
   * @param rows texts and numbers by column name; an absent one is an empty cell
   * @throws IllegalStateException if a row has a name that is not a column
   */
  public static String render(List<String> columns, List<ObjectNode> rows) {
    CsvSchema.Builder schema = CsvSchema.builder();
    columns.forEach(schema::addColumn);
    ArrayNode safe = Json.array(rows.stream().map(Csv::safe));
    try {
      return MAPPER
          .writer(schema.build().withHeader().withLineSeparator("\r\n"))
          .writeValueAsString(safe);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of plain values cannot fail to be written", e);
    }
  }

  private static ObjectNode safe(ObjectNode row) {
    ObjectNode safe = row.deepCopy();
    row.properties().stream()
        .filter(cell -> cell.getValue().isTextual())
        .filter(cell -> NEEDS_APOSTROPHE.matcher(cell.getValue().textValue()).matches())
        .forEach(cell -> safe.put(cell.getKey(), "'" + cell.getValue().textValue()));
    return safe;
  }
}

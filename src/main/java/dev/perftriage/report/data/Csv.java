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
 * CSV by RFC 4180, with a line of names. What is null has an empty cell. Numbers that are not
 * finite are {@code NaN}, {@code Infinity} and {@code -Infinity}.
 *
 * <p>A text that a spreadsheet could take for a formula, and one that begins with an apostrophe,
 * gets an apostrophe in front: whoever reads the file takes one away and has the text again.
 */
public final class Csv {

  private static final CsvMapper MAPPER =
      new CsvMapper(
          CsvFactory.builder()
              .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
              // Double.toString changed in JDK 19; Jackson's own writer is the same on all.
              .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
              .build());

  /** What spreadsheets look for, the full-width forms included, and what they skip before it. */
  private static final Pattern NEEDS_APOSTROPHE =
      Pattern.compile("(?s)('|[\\s\\p{Cntrl}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\\t\\r\\n]).*");

  private Csv() {}

  /**
   * The names and a line for each row, every line ending with CRLF.
   *
   * @param columns the names, in the order of the cells
   * @param rows texts and numbers by name; a cell is empty where a row has nothing of its name
   * @throws IllegalStateException where a row has a name that no column has
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

package dev.perftriage.report.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON that is the same on every system and on every JDK. */
public final class Json {

  private static final ObjectWriter COMPACT =
      new ObjectMapper(
              // Double.toString changed in JDK 19; Jackson's own writer is the same on all.
              JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build())
          .writer();
  private static final ObjectWriter INDENTED =
      COMPACT.with(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  /** A document, indented, ending with a newline. */
  public static String document(JsonNode node) {
    return render(INDENTED, node);
  }

  /** One line, ending with a newline. */
  static String line(JsonNode node) {
    return render(COMPACT, node);
  }

  /** The same object with {@code null} for every number that is not finite: JSON has no such. */
  static ObjectNode finite(ObjectNode node) {
    ObjectNode copy = node.deepCopy();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isDouble() && !Double.isFinite(field.getValue().doubleValue())) {
        copy.putNull(field.getKey());
      }
    }
    return copy;
  }

  private static String render(ObjectWriter writer, JsonNode node) {
    try {
      return writer.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
    }
  }
}

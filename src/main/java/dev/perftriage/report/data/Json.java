package dev.perftriage.report.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * JSON that is the same on every system and JDK. A number that is not finite becomes {@code null},
 * because JSON has no notation for it.
 */
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

  /** One object per line; empty without objects. */
  static String lines(Stream<ObjectNode> nodes) {
    return nodes.map(node -> render(COMPACT, node)).collect(Collectors.joining());
  }

  static ArrayNode array(Stream<ObjectNode> nodes) {
    return JsonNodeFactory.instance.arrayNode().addAll(nodes.toList());
  }

  private static String render(ObjectWriter writer, JsonNode node) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new FiniteNumbers(writer.createGenerator(text))) {
      writer.writeValue(json, node);
    } catch (IOException e) {
      throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
    }
    return text + "\n";
  }

  private static final class FiniteNumbers extends JsonGeneratorDelegate {
    private FiniteNumbers(JsonGenerator json) {
      super(json);
    }

    @Override
    public void writeNumber(double number) throws IOException {
      if (Double.isFinite(number)) {
        super.writeNumber(number);
      } else {
        writeNull();
      }
    }
  }
}

package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.jackson.dataformat.MessagePackFactory;

class AskedMetricTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());
  private static final Metric METRIC = new Metric("size:linked_\"artifact\\");

  /** The numbers of fields at which MessagePack writes the header of a map differently. */
  static IntStream fields() {
    return IntStream.of(3, 13, 14, 15, 16, 17, 65_533, 65_534, 65_535, 65_536);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void messagePackKeepsItsFieldsAndGetsOneMore(int fields) throws IOException {
    ObjectNode comparison = comparison(fields);
    Payload added =
        AskedMetric.added(new Payload(MESSAGE_PACK.writeValueAsBytes(comparison), "test"), METRIC);

    ObjectNode read = (ObjectNode) MESSAGE_PACK.readTree(added.bytes());
    if (fields < 65_535) {
      comparison.put("asked_metric", METRIC.name());
    }
    assertThat(read).isEqualTo(comparison);
    assertThat(read(added, METRIC)).isEqualTo(new Sha("b"));
  }

  @Test
  void theLongestHeaderOfAMapIsReadToo() throws IOException {
    byte[] small = MESSAGE_PACK.writeValueAsBytes(comparison(3));
    byte[] large = new byte[small.length + 4];
    System.arraycopy(small, 1, large, 5, small.length - 1);
    large[0] = (byte) 0xDF;
    large[4] = 3;

    assertThat(MESSAGE_PACK.readTree(AskedMetric.added(new Payload(large, ""), METRIC).bytes()))
        .isEqualTo(comparison(3).put("asked_metric", METRIC.name()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", " \n"})
  void jsonKeepsItsFieldsAndGetsOneMore(String before) throws IOException {
    String json = before + JSON.writeValueAsString(comparison(3));
    Payload added = AskedMetric.added(payload(json), METRIC);

    assertThat(new String(added.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            before
                + JSON.writeValueAsString(
                    JSON.createObjectNode()
                        .put("asked_metric", METRIC.name())
                        .setAll(comparison(3))));
    assertThat(read(added, METRIC)).isEqualTo(new Sha("b"));
  }

  @Test
  void anAnswerByAnotherMetricIsNone() throws JsonProcessingException {
    Payload added = AskedMetric.added(payload(JSON.writeValueAsString(comparison(3))), METRIC);

    assertThatThrownBy(() -> read(added, new Metric("max-rss")))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("test: field asked_metric is " + METRIC.name() + ", but max-rss was asked for");
  }

  private static Sha read(Payload answer, Metric metric) {
    return ComparisonReader.read(answer, metric, new TestCaseInterner()).after().commit();
  }

  private static Payload payload(String json) {
    return new Payload(json.getBytes(StandardCharsets.UTF_8), "test");
  }

  private static ObjectNode comparison(int fields) {
    ObjectNode comparison = JSON.createObjectNode();
    comparison.putObject("a").put("commit", "a");
    comparison.putObject("b").put("commit", "b");
    comparison.putArray("compile_comparisons");
    for (int more = 3; more < fields; more++) {
      comparison.put("field" + more, true);
    }
    return comparison;
  }
}

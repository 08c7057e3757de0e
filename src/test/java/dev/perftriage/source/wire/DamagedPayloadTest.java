package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/** Whatever the bytes are, they are a comparison or an error that says what is wrong with them. */
class DamagedPayloadTest {

  private static final int DEEP = 1_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());
  private static final String START =
      "{\"a\": {\"commit\": \"a\"}, \"b\": {\"commit\": \"b\"}, \"compile_comparisons\": [";
  private static final String SMALL =
      START
          + """
           {"benchmark": "serde", "profile": "check", "scenario": "full", "backend": null,
            "comparison": {"is_relevant": true, "significance_threshold": 0.002,
                           "significance_factor": 1.5, "statistics": [1000, 1003.5]}}],
          "new_errors": [["helloworld", "it fails"]],
          "compile_benchmark_metadata": [{"name": "serde", "category": "primary"}]}\
          """;

  @ParameterizedTest
  @CsvSource({
    // A map, a list, a text, binary data and an extension of 2^32 - 1 entries or bytes each.
    "DFFFFFFFFF, cut short or damaged",
    "DDFFFFFFFF, the whole is not an object",
    "81A178DDFFFFFFFF, cut short or damaged at field x",
    "81A178DFFFFFFFFF, cut short or damaged at field x",
    "81A178DBFFFFFFFF, cut short or damaged at field x",
    "81A178C6FFFFFFFF, cut short or damaged at field x",
    "81A178C9FFFFFFFF01, cut short or damaged at field x",
    "81DBFFFFFFFF78, cut short or damaged",
    "81A470726576DBFFFFFFFF78, cut short or damaged at field prev",
    "81A470726576DB7FFFFFFF78, cut short or damaged at field prev",
    "81AA6E65775F6572726F7273DDFFFFFFFF, cut short or damaged at field new_errors",
    "81A161DFFFFFFFFF, cut short or damaged at field a",
    // The byte that the format gives no meaning.
    "81A178C1, cut short or damaged at field x",
  })
  void aLengthThatIsClaimedNeedsNoMemory(String hex, String message) {
    assertThatThrownBy(() -> read(HexFormat.of().parseHex(hex)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("test: ")
        .hasMessageEndingWith(message);
  }

  @Test
  void whatIsNotAskedForMayLieAsDeepAsItWill() throws IOException {
    // Four fields: an unknown one, and those of the answer without the byte that counts them.
    byte[] answer = MESSAGE_PACK.writeValueAsBytes(JSON.readTree(START + "]}"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HexFormat.of().parseHex("84A178"));
    for (int i = 0; i < DEEP; i++) {
      bytes.write(0x91);
    }
    bytes.write(0xC0);
    bytes.write(answer, 1, answer.length - 1);
    byte[] nested = bytes.toByteArray();

    assertThat(read(nested).before().commit()).isEqualTo(new Sha("a"));
    assertThatThrownBy(() -> read(Arrays.copyOf(nested, DEEP)))
        .isInstanceOf(DataException.class)
        .hasMessage("test: the MessagePack is cut short or damaged at field x");
  }

  @Test
  void jsonThatIsNestedTooDeeplyIsAnError() {
    assertThatThrownBy(() -> read(("{\"x\": " + "[".repeat(DEEP)).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(DataException.class)
        .hasMessage("test: the JSON is cut short or damaged at field x");
  }

  @Test
  void whatFollowsAnAnswerIsDamage() throws IOException {
    byte[] packed = Arrays.copyOf(packed(), packed().length + 1);

    assertThatThrownBy(() -> read(packed))
        .isInstanceOf(DataException.class)
        .hasMessage("test: the MessagePack is cut short or damaged: trailing data");
    assertThatThrownBy(() -> read((SMALL + " {}").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(DataException.class)
        .hasMessage("test: the JSON is cut short or damaged: trailing data");
    assertThat(read((SMALL + " \n").getBytes(StandardCharsets.UTF_8)).compile()).hasSize(1);
  }

  @Test
  void everyPrefixIsAnError() throws IOException {
    for (byte[] whole : new byte[][] {packed(), SMALL.getBytes(StandardCharsets.UTF_8)}) {
      assertThat(read(whole).compile()).hasSize(1);
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> read(cut))
            .isInstanceOf(DataException.class)
            .hasMessageStartingWith("test");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noDamageIsAnotherException(long seed) throws IOException {
    Random random = new Random(seed);
    for (byte[] whole : new byte[][] {packed(), SMALL.getBytes(StandardCharsets.UTF_8)}) {
      int errors = 0;
      for (int i = 0; i < 5_000; i++) {
        try {
          read(damaged(whole, random));
        } catch (DataException e) {
          errors++;
          assertThat(e).hasMessageStartingWith("test");
        }
      }
      assertThat(errors).isPositive();
    }
  }

  /** Some bytes replaced, and sometimes some left out or repeated. */
  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    int from = random.nextInt(bytes.length);
    int to = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : from;
    ByteArrayOutputStream damaged = new ByteArrayOutputStream();
    damaged.write(bytes, 0, from);
    damaged.write(bytes, to, bytes.length - to);
    return damaged.toByteArray();
  }

  private static byte[] packed() throws IOException {
    return MESSAGE_PACK.writeValueAsBytes(JSON.readTree(SMALL));
  }

  private static ArtifactComparison read(byte[] bytes) {
    return ComparisonReader.read(
        new Payload(bytes, "test"), Metric.INSTRUCTIONS, new TestCaseInterner());
  }
}

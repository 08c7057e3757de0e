package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.CrateKind;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.source.io.SizeLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.jackson.dataformat.MessagePackFactory;

class ComparisonReaderTest {

  private static final SizeLimit LARGEST = new SizeLimit(SizeLimit.LARGEST, "");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());

  private static final String WHOLE =
      """
      {"prev": "p", "next": null, "is_contiguous": true, "added in 2027": {"x": [1]},
       "a": {"commit": "aaa", "date": "2025-11-02T19:27:34+02:00", "pr": 1, "type": "master",
             "bootstrap": {"rustc_middle": 90127247599}, "bootstrap_total": 774198339439,
             "component_sizes": {"rustc": 11136}},
       "b": {"commit": "1.91.0", "date": null, "pr": null, "type": "release",
             "bootstrap": {}, "bootstrap_total": 0, "component_sizes": {}},
       "compile_comparisons": [
         {"benchmark": "serde", "profile": "a profile of 2027", "scenario": "full",
          "backend": "cranelift", "target": "aarch64-unknown-linux-gnu", "unknown": 1,
          "comparison": {"is_relevant": true, "significance_threshold": 0.002,
                         "significance_factor": 1.5, "statistics": [1000, 1003.5]}}],
       "runtime_comparisons": [
         {"benchmark": "bufreader", "target": "x86_64-unknown-linux-gnu",
          "comparison": {"is_relevant": false, "significance_threshold": 0.01,
                         "significance_factor": 0.1, "statistics": [1.0, 1.0]}}],
       "new_errors": [["helloworld", "it\\nfails"]],
       "compile_benchmark_metadata": [
         {"name": "serde", "category": "primary", "binary": false, "iterations": null,
          "release_profile": null, "dev_profile": {"debug": null}}]}
      """;

  @Test
  void readsEverythingThatAnAnswerSays() {
    ArtifactComparison comparison = read(WHOLE);

    assertThat(comparison.before().commit()).isEqualTo(new Sha("aaa"));
    assertThat(comparison.before().date()).isEqualTo(Instant.parse("2025-11-02T17:27:34Z"));
    assertThat(comparison.before().pr()).isEqualTo(1);
    assertThat(comparison.before().bootstrapTotal()).isEqualTo(774198339439L);
    assertThat(comparison.before().componentSizes()).containsEntry("rustc", 11136L);
    assertThat(comparison.after().date()).isNull();
    assertThat(comparison.after().type()).isEqualTo("release");
    assertThat(comparison.previousCommit()).isEqualTo(new Sha("p"));
    assertThat(comparison.nextCommit()).isNull();
    assertThat(comparison.contiguous()).isTrue();
    assertThat(comparison.compile().get(0).testCase())
        .isEqualTo(
            new TestCase(
                "serde",
                "a profile of 2027",
                "full",
                "cranelift",
                "aarch64-unknown-linux-gnu",
                Map.of("unknown", "1")));
    assertThat(comparison.compile().get(0).result())
        .isEqualTo(new TestResultComparison(1000, 1003.5, 0.002, 1.5, true));
    assertThat(comparison.runtime().get(0).testCase().benchmark()).isEqualTo("bufreader");
    assertThat(comparison.newErrors().get(0).message()).isEqualTo("it\nfails");
    assertThat(comparison.categoryOf("serde")).isEqualTo(Category.PRIMARY);
    assertThat(comparison.crateKindOf("serde")).contains(CrateKind.LIBRARY);
    assertThat(comparison.crateKindOf("unknown")).isEmpty();
  }

  @Test
  void readsTheSameFromMessagePackAsFromJson() throws IOException {
    byte[] packed = MESSAGE_PACK.writeValueAsBytes(JSON.readTree(WHOLE));

    assertThat(
            ComparisonReader.read(
                new Payload(packed, "test"), Metric.INSTRUCTIONS, new TestCaseInterner()))
        .isEqualTo(read(WHOLE));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void fieldsMayComeInAnyOrder(long seed) throws IOException {
    JsonNode shuffled = shuffled(JSON.readTree(WHOLE), new Random(seed));

    assertThat(read(shuffled.toString())).isEqualTo(read(WHOLE));
    assertThat(
            ComparisonReader.read(
                new Payload(MESSAGE_PACK.writeValueAsBytes(shuffled), "test"),
                Metric.INSTRUCTIONS,
                new TestCaseInterner()))
        .isEqualTo(read(WHOLE));
  }

  private static JsonNode shuffled(JsonNode node, Random random) {
    if (node.isArray()) {
      ArrayNode list = JSON.createArrayNode();
      node.forEach(element -> list.add(shuffled(element, random)));
      return list;
    }
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    Collections.shuffle(names, random);
    ObjectNode object = JSON.createObjectNode();
    names.forEach(name -> object.set(name, shuffled(node.path(name), random)));
    return node.isObject() ? object : node;
  }

  @Test
  void theLastOfTwoFieldsOfOneNameCounts() {
    ArtifactComparison comparison =
        read(
            WHOLE
                .replace("\"pr\": 1,", "\"pr\": 2, \"pr\": 1,")
                .replace("{\"prev\"", "{\"compile_comparisons\": [], \"new_errors\": [], \"prev\"")
                .replace("\"scenario\"", "\"scenario\": null, \"scenario\""));

    assertThat(comparison).isEqualTo(read(WHOLE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"four\" | four",
        "4 | 4",
        "-3 | -3",
        "18446744073709551615 | 18446744073709551615",
        "0.5 | 0.5",
        "2.0E-3 | 0.002",
        "4.0 | 4.0",
        "true | true",
        "false | false",
        "null |",
        "[4] |",
        "{\"a\": 4} |",
      })
  void anUnknownScalarIsPartOfATestCasesIdentity(String written, String text) throws IOException {
    String json = WHOLE.replace("\"unknown\": 1", "\"unknown\": " + written);
    Map<String, String> further = text == null ? Map.of() : Map.of("unknown", text);

    assertThat(read(json).compile().get(0).testCase().further()).isEqualTo(further);
    byte[] packed = MESSAGE_PACK.writeValueAsBytes(JSON.readTree(json));
    assertThat(
            ComparisonReader.read(
                    new Payload(packed, "test"), Metric.INSTRUCTIONS, new TestCaseInterner())
                .compile()
                .get(0)
                .testCase()
                .further())
        .isEqualTo(further);
  }

  @Test
  void aRuntimeBenchmarkHasFurtherFieldsToo() {
    String json =
        WHOLE.replace("\"benchmark\": \"bufreader\"", "\"benchmark\": \"bufreader\", \"n\": 2");

    assertThat(read(json).runtime().get(0).testCase()).hasToString("bufreader n=2");
  }

  @Test
  void comparisonsShareTheirTestCasesAndNames() throws IOException {
    TestCaseInterner pool = new TestCaseInterner();
    byte[] json = WHOLE.getBytes(StandardCharsets.UTF_8);
    byte[] packed = MESSAGE_PACK.writeValueAsBytes(JSON.readTree(WHOLE));
    ArtifactComparison first =
        ComparisonReader.read(new Payload(json, "test"), Metric.INSTRUCTIONS, pool);
    ArtifactComparison second =
        ComparisonReader.read(new Payload(packed, "test"), Metric.INSTRUCTIONS, pool);

    assertThat(second.compile().get(0).testCase()).isSameAs(first.compile().get(0).testCase());
    assertThat(second.runtime().get(0).testCase().benchmark())
        .isSameAs(first.runtime().get(0).testCase().benchmark());
  }

  @Test
  void goesByContentNotByFileName(@TempDir Path directory) throws IOException {
    Path json = Files.writeString(directory.resolve("a.msgpack"), "\uFEFF \n" + WHOLE);
    Path packed =
        Files.write(
            directory.resolve("b.json"), MESSAGE_PACK.writeValueAsBytes(JSON.readTree(WHOLE)));

    assertThat(readFile(json)).isEqualTo(read(WHOLE));
    assertThat(readFile(packed)).isEqualTo(read(WHOLE));
  }

  private static ArtifactComparison readFile(Path file) {
    return ComparisonReader.read(
        Payload.ofFile(file, LARGEST), Metric.INSTRUCTIONS, new TestCaseInterner());
  }

  @Test
  void givesMissingOptionalPartsTheirDefaults() {
    ArtifactComparison comparison =
        read(
            """
            {"a": {"commit": "a"}, "b": {"commit": "b"}, "compile_comparisons": [
              {"benchmark": "serde", "profile": "check", "scenario": "full",
               "comparison": {"is_relevant": true, "significance_threshold": 0.002,
                              "significance_factor": 1.5, "statistics": [1000, 1003]}}]}
            """);

    TestCase testCase = comparison.compile().get(0).testCase();
    assertThat(testCase.backend()).isEqualTo("llvm");
    assertThat(testCase.target()).isEqualTo("x86_64-unknown-linux-gnu");
    assertThat(comparison.runtime()).isEmpty();
    assertThat(comparison.newErrors()).isEmpty();
    assertThat(comparison.benchmarks()).isEmpty();
    assertThat(comparison.before().date()).isNull();
    assertThat(comparison.before().bootstrap()).isEmpty();
    assertThat(comparison.contiguous()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[null, 5]; NaN; 5",
        "[NaN, 5]; NaN; 5",
        "[\"NaN\", \"-Infinity\"]; NaN; -Infinity",
        "[5, Infinity]; 5; Infinity",
        "[5, -Infinity]; 5; -Infinity",
        "null; NaN; NaN",
        "[0, -0.0]; 0; -0.0",
        "[1e400, 1]; Infinity; 1",
      })
  void statisticsThatAreNoNumbersSurvive(String statistics, Double before, Double after) {
    TestResultComparison result =
        read(WHOLE.replace("[1000, 1003.5]", statistics)).compile().get(0).result();

    assertThat(result.before()).isEqualTo(before);
    assertThat(result.after()).isEqualTo(after);
  }

  @Test
  void nanAndInfinityAndSinglePrecisionSurviveInMessagePack() throws IOException {
    MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
    packer.packMapHeader(3);
    for (String artifact : new String[] {"a", "b"}) {
      packer.packString(artifact).packMapHeader(1).packString("commit").packString(artifact);
    }
    packer.packString("compile_comparisons").packArrayHeader(1).packMapHeader(4);
    for (String name : new String[] {"benchmark", "profile", "scenario"}) {
      packer.packString(name).packString(name);
    }
    packer.packString("comparison").packMapHeader(4);
    packer.packString("is_relevant").packBoolean(false);
    packer.packString("significance_threshold").packDouble(Double.NaN);
    packer.packString("significance_factor").packDouble(Double.POSITIVE_INFINITY);
    packer.packString("statistics").packArrayHeader(2).packFloat(0.5f).packNil();

    TestResultComparison result =
        ComparisonReader.read(
                new Payload(packer.toByteArray(), "test"),
                Metric.INSTRUCTIONS,
                new TestCaseInterner())
            .compile()
            .get(0)
            .result();

    assertThat(result)
        .isEqualTo(
            new TestResultComparison(0.5, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"commit\": \"aaa\"; \"commit\": 7; field a.commit is not a string",
        "\"commit\": \"aaa\"; \"commit\": null; field a.commit is missing",
        "\"pr\": 1; \"pr\": \"one\"; field a.pr is not a whole number",
        "\"pr\": 1; \"pr\": 1.5; field a.pr is not a whole number",
        "\"2025-11-02T19:27:34+02:00\"; \"yesterday\"; field a.date is not an RFC 3339 date",
        "90127247599; []; field a.bootstrap.rustc_middle is not a whole number",
        "[1000, 1003.5]; [1000, \"1003\"]; field compile_comparisons[0].comparison.statistics[1] is"
            + " not a number",
        "[1000, 1003.5]; [1000];"
            + " field compile_comparisons[0].comparison.statistics is not a pair of numbers",
        "[1000, 1003.5]; [1000, 1003.5, 1];"
            + " field compile_comparisons[0].comparison.statistics is not a pair of numbers",
        "\"pr\": 1; \"pr\": 4294967296; field a.pr is out of range",
        "774198339439; 9223372036854775808; field a.bootstrap_total is out of range",
        "[1000, 1003.5]; {}; field compile_comparisons[0].comparison.statistics is not a list",
        "\"is_relevant\": true; \"is_relevant\": 1;"
            + " field compile_comparisons[0].comparison.is_relevant is not true or false",
        "\"is_relevant\": true; \"is_irrelevant\": true;"
            + " field compile_comparisons[0].comparison.is_relevant is missing",
        "\"scenario\": \"full\"; \"s\": 0; field compile_comparisons[0].scenario is missing",
        "[\"helloworld\", \"it\\nfails\"]; [\"helloworld\"];"
            + " field new_errors[0] is not a pair of texts",
        "\"name\": \"serde\"; \"name\": null;"
            + " field compile_benchmark_metadata[0].name is missing",
      })
  void namesTheFieldThatIsWrong(String right, String wrong, String message) {
    assertThat(WHOLE).contains(right);

    assertThatThrownBy(
            () -> read(WHOLE.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("test: ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; test: not a comparison, field a is missing",
        "[]; test: not a comparison: the whole is not an object",
        "{\"error\": \"unknown\"}; test: not a comparison, field a is missing",
        "{\"a\": ; test: the JSON is cut short or damaged (line 1, column",
        "no data yet, please wait; test is not a comparison: the site has no data yet, please"
            + " wait;",
        "<!DOCTYPE html><html>; test is not a comparison: it is an HTML page",
        "'\"text\"'; test is not a comparison: it is the text",
        "42; test is not a comparison: it is the text \"42\"",
        "''; test is not a comparison: it is empty",
      })
  void saysWhatAnAnswerIsThatIsNoComparison(String answer, String message) {
    assertThatThrownBy(() -> read(answer))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void everyPrefixOfAnAnswerIsAnErrorAndNeverAComparison() throws IOException {
    byte[] packed = MESSAGE_PACK.writeValueAsBytes(JSON.readTree(WHOLE));
    for (int length = 0; length < packed.length; length++) {
      Payload cut = new Payload(Arrays.copyOf(packed, length), "test");
      assertThatThrownBy(
              () -> ComparisonReader.read(cut, Metric.INSTRUCTIONS, new TestCaseInterner()))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("test");
    }
  }

  @Test
  void anythingMayHappenToAnAnswerButAnotherException() throws IOException {
    byte[] packed = MESSAGE_PACK.writeValueAsBytes(JSON.readTree(WHOLE));
    for (int at = 0; at < packed.length; at++) {
      for (int flip : new int[] {0x01, 0x80, 0xFF}) {
        byte[] damaged = packed.clone();
        damaged[at] ^= (byte) flip;
        try {
          ComparisonReader.read(
              new Payload(damaged, "test"), Metric.INSTRUCTIONS, new TestCaseInterner());
        } catch (DataException e) {
          assertThat(e).hasMessageStartingWith("test");
        }
      }
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path directory) {
    Path missing = directory.resolve("missing.json");
    assertThatThrownBy(() -> readFile(missing))
        .isInstanceOf(DataException.class)
        .hasMessage("Reading " + missing + " failed: no such file");
    assertThatThrownBy(() -> readFile(directory))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(directory.toString());
  }

  private static ArtifactComparison read(String json) {
    return ComparisonReader.read(
        new Payload(json.getBytes(StandardCharsets.UTF_8), "test"),
        Metric.INSTRUCTIONS,
        new TestCaseInterner());
  }
}

package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCaseComparison;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/**
 * A test case whose bytes are known is not read again, by its names, from the payloads that follow.
 * What is read of them must not depend on it.
 */
class KnownTestCasesTest {

  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());

  @Test
  void aKnownTestCaseIsTheSameObjectWithTheValuesOfItsOwnPayload() throws IOException {
    TestCaseInterner testCases = new TestCaseInterner();
    List<TestCaseComparison> first =
        read(payload(List.of(row("a", "check"), row("b", "opt"))), testCases);

    Map<String, Object> slower = row("a", "check");
    slower.put("comparison", result(100.0, 103.5, true));
    List<TestCaseComparison> second = read(payload(List.of(row("b", "opt"), slower)), testCases);

    assertThat(second.get(0).testCase()).isSameAs(first.get(1).testCase());
    assertThat(second.get(1).testCase()).isSameAs(first.get(0).testCase());
    assertThat(second.get(1).result().after()).isEqualTo(103.5);
    assertThat(second.get(1).result().relevantOnSite()).isTrue();
    assertThat(first.get(0).result().after()).isEqualTo(1003.5);
  }

  /** Each row is one that must not be taken for the usual one, and the usual one not for it. */
  @Test
  void rowsThatDifferInAnythingButTheResultAreDifferentTestCases() throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(row("a", "check"));
    rows.add(with(row("a", "check"), "profile", "opt"));
    rows.add(with(row("a", "check"), "scenario", "incr-full"));
    rows.add(with(row("a", "check"), "backend", "cranelift"));
    rows.add(with(row("a", "check"), "target", "aarch64-unknown-linux-gnu"));
    rows.add(with(row("a", "check"), "benchmark", "l".repeat(31)));
    rows.add(with(row("a", "check"), "benchmark", "l".repeat(32)));
    rows.add(with(row("a", "check"), "benchmark", "l".repeat(255)));
    rows.add(with(row("a", "check"), "benchmark", "l".repeat(256)));
    rows.add(with(row("a", "check"), "benchmark", "m".repeat(400)));
    rows.add(with(with(row("a", "check"), "benchmark", "n".repeat(255)), "x", "y".repeat(255)));
    rows.add(with(row("a", "check"), "threads", "4"));
    rows.add(with(row("a", "check"), "threads", 4));
    rows.add(with(row("a", "check"), "threads", 8));
    rows.add(resultFirst(row("c", "check")));
    rows.add(without(row("d", "check"), "backend"));
    rows.add(with(row("e", "check"), "extra", List.of("ignored")));
    TestCaseInterner testCases = new TestCaseInterner();
    List<TestCaseComparison> alone = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      alone.addAll(read(payload(List.of(row)), new TestCaseInterner()));
    }

    assertThat(read(payload(rows), testCases)).isEqualTo(alone);
    assertThat(read(payload(rows), testCases)).isEqualTo(alone);
    Collections.reverse(rows);
    Collections.reverse(alone);
    assertThat(read(payload(rows), testCases)).isEqualTo(alone);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void damageIsTheSameErrorOrComparisonWhetherTestCasesAreKnownOrNot(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] whole =
        payload(List.of(row("a", "check"), row("b", "opt"), with(row("a", "opt"), "threads", "4")));
    int errors = 0;
    for (int i = 0; i < 3_000; i++) {
      TestCaseInterner known = new TestCaseInterner();
      assertThat(read(whole, known)).hasSize(3);
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] = (byte) random.nextInt();
      byte[] cut = new byte[random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length];
      System.arraycopy(damaged, 0, cut, 0, cut.length);

      Object expected = outcome(cut, new TestCaseInterner());

      assertThat(outcome(cut, known)).isEqualTo(expected);
      errors += expected instanceof String ? 1 : 0;
    }
    assertThat(errors).isBetween(1_000, 2_900);
  }

  /** The comparison, or the message of the error. */
  private static Object outcome(byte[] payload, TestCaseInterner testCases) {
    try {
      return comparison(payload, testCases);
    } catch (DataException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static List<TestCaseComparison> read(byte[] payload, TestCaseInterner testCases) {
    return comparison(payload, testCases).compile();
  }

  private static ArtifactComparison comparison(byte[] payload, TestCaseInterner testCases) {
    return ComparisonReader.read(new Payload(payload, "test"), Metric.INSTRUCTIONS, testCases);
  }

  private static byte[] payload(List<Map<String, Object>> rows) throws IOException {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("a", Map.of("commit", "a".repeat(40)));
    payload.put("b", Map.of("commit", "b".repeat(40)));
    payload.put("compile_comparisons", rows);
    return MESSAGE_PACK.writeValueAsBytes(payload);
  }

  private static Map<String, Object> row(String benchmark, String profile) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("benchmark", benchmark);
    row.put("profile", profile);
    row.put("scenario", "full");
    row.put("backend", "llvm");
    row.put("target", "x86_64-unknown-linux-gnu");
    row.put("comparison", result(1000.0, 1003.5, false));
    return row;
  }

  private static Map<String, Object> result(double before, double after, boolean relevant) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("is_relevant", relevant);
    result.put("significance_threshold", 0.002);
    result.put("significance_factor", 1.75);
    result.put("statistics", List.of(before, after));
    return result;
  }

  /** The row with another value, or with one more field before the result. */
  private static Map<String, Object> with(Map<String, Object> row, String field, Object value) {
    Map<String, Object> with = new LinkedHashMap<>(row);
    @Nullable Object result = with.remove("comparison");
    with.put(field, value);
    with.put("comparison", result);
    return with;
  }

  private static Map<String, Object> without(Map<String, Object> row, String field) {
    Map<String, Object> without = new LinkedHashMap<>(row);
    without.remove(field);
    return without;
  }

  private static Map<String, Object> resultFirst(Map<String, Object> row) {
    Map<String, Object> reordered = new LinkedHashMap<>();
    reordered.put("comparison", row.get("comparison"));
    reordered.putAll(row);
    return reordered;
  }
}

package dev.perftriage.source.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.Bound;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.HistoryQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.source.wire.Payload;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of a store's files. */
class StoreLayoutTest {

  @ParameterizedTest
  @CsvSource({
    "1.90.0, 1.91.0, instructions:u, 1.90.0..1.91.0.instructions:u",
    "a, b, size:linked_artifact, a..b.size:linked_artifact",
    "a/b, b, my.metric, a%2Fb..b.my%2Emetric",
    "a..c, b, a b, a%2E%2Ec..b.a+b",
  })
  void aNameIsReadAsItIsWritten(String start, String end, String metric, String name) {
    ComparisonQuery query =
        new ComparisonQuery(new Bound(start), new Bound(end), new Metric(metric));

    assertThat(StoreLayout.comparison(query, payload(0x80)))
        .isEqualTo("comparisons/" + name + ".msgpack");
    assertThat(StoreLayout.comparison(query, payload('{')))
        .isEqualTo("comparisons/" + name + ".json");
    assertThat(StoreLayout.queryOf(Path.of(name + ".json"))).hasValue(query);
  }

  private static Payload payload(int first) {
    return new Payload(new byte[] {(byte) first}, "test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b.json", "a.b.metric.json", "a..b.metric.txt", "a..b.+.json"})
  void anyOtherNameIsNoComparison(String name) {
    assertThat(StoreLayout.queryOf(Path.of(name))).isEmpty();
  }

  @Test
  void aHistoryIsNamedByItsRangeMetricAndTestCase() {
    TestCase testCase =
        new TestCase(
            "a/b", "opt", "incr-patched: println", "llvm", "x86_64", Map.of("threads", "4"));
    String name =
        StoreLayout.history(
            new HistoryQuery(
                new ComparisonQuery(new Bound("2025-08-01"), Bound.OPEN, Metric.INSTRUCTIONS),
                testCase));

    assertThat(name)
        .isEqualTo(
            "histories/2025-08-01...instructions:u."
                + "a%2Fb+opt+incr-patched:+println+llvm+x86_64+threads%3D4.json")
        .endsWith(StoreLayout.historySuffix(Metric.INSTRUCTIONS, testCase));
    assertThat(StorePart.HISTORIES.owns(name.substring("histories/".length()))).isTrue();
  }

  @Test
  void aStoreOwnsItsFilesAlone() {
    assertThat(StorePart.HISTORIES.owns("notes.json")).isFalse();
    assertThat(StorePart.PULLS.owns("12.json")).isTrue();
    assertThat(StorePart.PULLS.owns("notes.json")).isFalse();
    assertThat(StorePart.LISTS.owns("commits.json")).isTrue();
    assertThat(StorePart.LISTS.owns("untriaged.json")).isTrue();
    assertThat(StorePart.LISTS.owns(StoreLayout.DASHBOARD)).isTrue();
    assertThat(StorePart.LISTS.owns(StoreLayout.STATUS_PAGE)).isTrue();
    assertThat(StorePart.LISTS.owns("12.json")).isFalse();
    assertThat(StorePart.COMMITS.owns("1".repeat(40) + ".json")).isTrue();
    assertThat(StorePart.COMMITS.owns("1.json")).isFalse();
    assertThat(StorePart.LISTS.owns(".perf-triage-1-1.tmp")).isFalse();
    assertThat(StorePart.COMPARISONS.owns("a..b.c.msgpack")).isTrue();
    assertThat(StorePart.COMPARISONS.owns("a.msgpack")).isFalse();
  }
}

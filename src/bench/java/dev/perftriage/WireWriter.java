package dev.perftriage;

import dev.perftriage.analysis.Relevance;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** Writes comparisons of made-up test cases as the performance site sends them. */
final class WireWriter {

  private static final Metric METRIC = new Metric("instructions:u");
  private static final int CRATES = 40;
  private static final int COMPONENTS = 60;
  private static final int RUNTIME_BENCHMARKS = 40;

  private final List<MadeUpCase> cases;
  private final List<byte[]> beginnings = new ArrayList<>();
  private final Map<String, Boolean> primary = new LinkedHashMap<>();

  WireWriter(List<MadeUpCase> cases) throws IOException {
    this.cases = cases;
    for (MadeUpCase testCase : cases) {
      beginnings.add(beginning(testCase));
      primary.put(testCase.benchmark(), testCase.primary());
    }
  }

  /** The comparison of two commits, whose test cases come in another order each time. */
  byte[] comparison(Commit start, double[] before, Commit end, double[] after) throws IOException {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      packer.packMapHeader(9).packString("prev").packString(start.previous().sha());
      packer.packString("a");
      artifact(packer, start);
      packer.packString("b");
      artifact(packer, end);
      packer.packString("compile_comparisons").packArrayHeader(cases.size());
      for (int index : shuffled(end.number())) {
        packer.writePayload(beginnings.get(index));
        result(packer, before[index], after[index], cases.get(index).threshold());
      }
      runtime(packer);
      packer.packString("new_errors").packArrayHeader(0);
      packer.packString("next").packString(end.next().sha());
      packer.packString("is_contiguous").packBoolean(end.number() == start.number() + 1);
      metadata(packer);
      return packer.toByteArray();
    }
  }

  private static void artifact(MessagePacker packer, Commit commit) throws IOException {
    packer.packMapHeader(7).packString("commit").packString(commit.sha());
    packer.packString("date").packString(commit.time());
    packer.packString("pr").packInt(commit.pr());
    packer.packString("type").packString("master");
    packer.packString("bootstrap").packMapHeader(CRATES);
    for (int crate = 0; crate < CRATES; crate++) {
      packer.packString("rustc_crate_" + crate).packLong(20_000_000_000L + crate);
    }
    packer.packString("bootstrap_total").packLong(775_000_000_000L);
    packer.packString("component_sizes").packMapHeader(COMPONENTS);
    for (int component = 0; component < COMPONENTS; component++) {
      packer.packString("component_" + component).packLong(16_000_000L + component);
    }
  }

  /** All of a test case's record up to its result, which is the same in every comparison. */
  private static byte[] beginning(MadeUpCase testCase) throws IOException {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      packer.packMapHeader(6).packString("benchmark").packString(testCase.benchmark());
      packer.packString("profile").packString(testCase.profile());
      packer.packString("scenario").packString(testCase.scenario());
      packer.packString("backend").packString(TestCase.DEFAULT_BACKEND);
      packer.packString("target").packString(TestCase.DEFAULT_TARGET);
      packer.packString("comparison");
      return packer.toByteArray();
    }
  }

  private static void result(MessagePacker packer, double before, double after, double threshold)
      throws IOException {
    double factor = Math.abs(after - before) / before / threshold;
    boolean relevant =
        Relevance.isRelevant(
            new TestResultComparison(before, after, threshold, factor, false), METRIC);
    packer.packMapHeader(4).packString("is_relevant").packBoolean(relevant);
    packer.packString("significance_threshold").packDouble(threshold);
    packer.packString("significance_factor").packDouble(factor);
    packer.packString("statistics").packArrayHeader(2).packDouble(before).packDouble(after);
  }

  private static void runtime(MessagePacker packer) throws IOException {
    packer.packString("runtime_comparisons").packArrayHeader(RUNTIME_BENCHMARKS);
    for (int benchmark = 0; benchmark < RUNTIME_BENCHMARKS; benchmark++) {
      packer.packMapHeader(3).packString("benchmark").packString("runtime-" + benchmark);
      packer.packString("target").packString(TestCase.DEFAULT_TARGET).packString("comparison");
      result(packer, 1e8 + benchmark, 1e8, 0.01);
    }
  }

  private void metadata(MessagePacker packer) throws IOException {
    packer.packString("compile_benchmark_metadata").packArrayHeader(primary.size());
    for (Map.Entry<String, Boolean> benchmark : primary.entrySet()) {
      packer.packMapHeader(6).packString("name").packString(benchmark.getKey());
      packer.packString("category").packString(benchmark.getValue() ? "primary" : "secondary");
      packer.packString("binary").packBoolean(true);
      packer.packString("iterations").packNil();
      for (String profile : List.of("release_profile", "dev_profile")) {
        packer.packString(profile).packMapHeader(3).packString("debug").packNil();
        packer.packString("lto").packNil().packString("codegen_units").packNil();
      }
    }
  }

  private int[] shuffled(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[cases.size()];
    for (int i = 0; i < order.length; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /**
   * A made-up merge.
   *
   * @param number 0 for the commit before the first
   */
  record Commit(int number) {

    private static final int HOURS_APART = 3;

    String sha() {
      SplittableRandom random = new SplittableRandom(number);
      return String.format(
          Locale.ROOT, "%016x%016x%08x", random.nextLong(), random.nextLong(), random.nextInt());
    }

    int pr() {
      return 140_000 + number;
    }

    /** In RFC 3339. */
    String time() {
      return Instant.parse("2025-01-01T00:00:00Z")
          .plus(Duration.ofHours((long) HOURS_APART * number))
          .toString();
    }

    Commit previous() {
      return new Commit(number - 1);
    }

    Commit next() {
      return new Commit(number + 1);
    }
  }
}

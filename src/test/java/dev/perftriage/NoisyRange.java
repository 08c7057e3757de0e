package dev.perftriage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/**
 * A store with a range of merges at which test cases move for reasons that are known: rollup {@link
 * #LASTING} moves all of profile doc for good, one test case is off for one merge at {@link
 * #SPIKE}, {@link #REVERTED} moves those of profile opt until {@link #REVERTING}, and one test case
 * switches between two levels all the time, last at {@link #SWITCH}.
 */
public final class NoisyRange {

  /** The rollup that moves the test cases of profile doc. */
  public static final int LASTING = 34;

  /** One test case alone is off at this merge. */
  public static final int SPIKE = 38;

  /** This merge moves the test cases of profile opt. */
  public static final int REVERTED = 42;

  /** This merge says that it reverts the other. */
  public static final int REVERTING = 45;

  /** One test case switches here, and at every fourth merge before. */
  public static final int SWITCH = 48;

  /** The last merge. */
  public static final int LAST = 60;

  /** The range begins after this one. */
  public static final int FIRST = 30;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());
  private static final List<String> PROFILES = List.of("check", "doc", "opt");
  private static final int BENCHMARKS = 12;
  private static final double THRESHOLD = 0.0019;

  /** Two thirds of the changes here: they exceed it, and are no more than small. */
  private static final double HIGH_THRESHOLD = 0.0195;

  private NoisyRange() {}

  /** Writes the store. */
  public static void write(Path store) throws IOException {
    Files.createDirectories(store.resolve("comparisons"));
    Files.createDirectories(store.resolve("pulls"));
    ArrayNode commits = JSON.createArrayNode();
    for (int merge = LAST; merge > 0; merge--) {
      commits
          .addObject()
          .put("sha", sha(merge))
          .put("parent_sha", sha(merge - 1))
          .put("pr", pr(merge))
          .put("time", "2025-11-03T00:00:00Z");
      comparison(store, merge - 1, merge);
    }
    comparison(store, FIRST, LAST);
    write(store.resolve("commits.json"), commits);
    ObjectNode untriaged = JSON.createObjectNode().put("total_count", 0);
    untriaged.putArray("items");
    write(store.resolve("untriaged.json"), untriaged);
    for (int merge = FIRST + 1; merge <= LAST; merge++) {
      pull(store, pr(merge), "Change `something`", "", "merged-by-bors");
    }
    pull(
        store,
        pr(LASTING),
        "Rollup of 3 pull requests",
        """
        Successful merges:
         - #11 (Fix a typo in a comment)
         - rust-lang/rust#12 (rustdoc: sort `impl`s)
         - #13 (Sort | things)
        Failed merges:
         - #14 (Speed up rustdoc)\
        """
            .replace("\n", "\r\n"),
        "rollup",
        "perf-regression",
        "perf-regression-triaged");
    pull(store, 12, "rustdoc: sort `impl`s", "", "T-rustdoc");
    pull(
        store,
        pr(REVERTING),
        "Revert \"Change something\"",
        "This reverts #" + pr(REVERTED) + ", for it was slow.",
        "merged-by-bors");
  }

  /**
   * Says in a pull request's text that it undoes another merge, and raises all thresholds there so
   * that what it changes is no entry.
   */
  public static void undoQuietly(Path store, int undone, int undoing) throws IOException {
    pull(store, pr(undoing), "Sort something", "Reverts #" + pr(undone) + ".", "merged-by-bors");
    Path file =
        store.resolve(
            "comparisons/" + sha(undoing - 1) + ".." + sha(undoing) + ".instructions:u.msgpack");
    JsonNode comparison = MESSAGE_PACK.readTree(file.toFile());
    for (JsonNode testCase : comparison.get("compile_comparisons")) {
      ObjectNode result = (ObjectNode) testCase.get("comparison");
      double change = result.get("significance_factor").asDouble() * THRESHOLD;
      result.put("significance_threshold", HIGH_THRESHOLD);
      result.put("significance_factor", change / HIGH_THRESHOLD);
    }
    Files.write(file, MESSAGE_PACK.writeValueAsBytes(comparison));
  }

  /** The SHA of a merge. */
  public static String sha(int merge) {
    return String.format(Locale.ROOT, "%040x", 0xabc000 + merge);
  }

  /** The pull request of a merge. */
  public static int pr(int merge) {
    return 140_000 + merge;
  }

  private static void pull(Path store, int number, String title, String body, String... labels)
      throws IOException {
    ObjectNode pull = JSON.createObjectNode().put("number", number);
    pull.put("title", title).put("body", body);
    ArrayNode named = pull.putArray("labels");
    for (String label : labels) {
      named.addObject().put("name", label);
    }
    write(store.resolve("pulls/" + number + ".json"), pull);
  }

  private static void comparison(Path store, int start, int end) throws IOException {
    ObjectNode comparison = JSON.createObjectNode();
    comparison.put("prev", start > 0 ? sha(start - 1) : null);
    comparison.put("next", sha(end + 1)).put("is_contiguous", end == start + 1);
    artifact(comparison.putObject("a"), start);
    artifact(comparison.putObject("b"), end);
    ArrayNode cases = comparison.putArray("compile_comparisons");
    ArrayNode metadata = comparison.putArray("compile_benchmark_metadata");
    for (int benchmark = 0; benchmark < BENCHMARKS; benchmark++) {
      String name = "crate-" + benchmark + "-1.0." + benchmark;
      metadata.addObject().put("name", name).put("category", "primary");
      for (String profile : PROFILES) {
        double before = value(benchmark, profile, start);
        double after = value(benchmark, profile, end);
        double change = Math.abs(after - before) / before;
        ObjectNode testCase = cases.addObject().put("benchmark", name).put("profile", profile);
        testCase.put("scenario", "full").put("backend", "llvm");
        testCase.put("target", "x86_64-unknown-linux-gnu");
        ObjectNode result = testCase.putObject("comparison");
        result.put("is_relevant", change >= 0.01).put("significance_threshold", THRESHOLD);
        result.put("significance_factor", change / THRESHOLD);
        result.putArray("statistics").add(before).add(after);
      }
    }
    String name = sha(start) + ".." + sha(end) + ".instructions:u.msgpack";
    Files.write(store.resolve("comparisons/" + name), MESSAGE_PACK.writeValueAsBytes(comparison));
  }

  private static void artifact(ObjectNode artifact, int merge) {
    artifact.put("commit", sha(merge)).put("type", "master").put("pr", pr(merge));
  }

  private static double value(int benchmark, String profile, int merge) {
    double wobble = 1 + ((merge * 7 + benchmark * 3) % 5 - 2) * 1e-4;
    double level = 1e9 * (benchmark + 1);
    boolean isOff =
        switch (profile) {
          case "doc" -> merge >= LASTING;
          case "opt" -> merge >= REVERTED && merge < REVERTING;
          default ->
              benchmark == 0
                  ? merge == SPIKE
                  : benchmark == 1 && (merge / 4 % 2 == 0) && merge <= SWITCH + 3;
        };
    return Math.rint(level * wobble * (isOff ? 1.03 : 1));
  }

  private static void write(Path file, Object content) throws IOException {
    Files.write(file, JSON.writeValueAsBytes(content));
  }
}

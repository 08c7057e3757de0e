package dev.perftriage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.WireWriter.Commit;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.HistoryQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.source.store.StoreLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes a store of made-up merges, one comparison after the other: {@code BenchStore FOLDER CASES
 * MERGES...}. All ranges that are asked for begin at the same commit, so that the longest holds the
 * others' merges; each has a comparison of its ends. The first test case has a history, too.
 */
public final class BenchStore {

  private static final ObjectMapper JSON = new ObjectMapper();

  private BenchStore() {}

  /** Writes the store, and nothing to standard output. */
  public static void main(String[] args) throws IOException {
    SortedSet<Integer> lengths = new TreeSet<>();
    for (String length : Arrays.asList(args).subList(2, args.length)) {
      lengths.add(Integer.valueOf(length));
    }
    write(Path.of(args[0]), Integer.parseInt(args[1]), lengths);
  }

  /**
   * Writes the store.
   *
   * @param testCases how many each comparison has
   * @param lengths how many merges each range has
   */
  static void write(Path store, int testCases, SortedSet<Integer> lengths) throws IOException {
    Path comparisons = Files.createDirectories(store.resolve("comparisons"));
    Path pulls = Files.createDirectories(store.resolve("pulls"));
    Commit start = new Commit(0);
    MadeUpCourse course = new MadeUpCourse(testCases);
    WireWriter writer = new WireWriter(course.cases());
    double[] first = course.values();
    double[] before = first;
    ArrayNode commits = JSON.createArrayNode();
    list(start, commits);
    ObjectNode history = JSON.createObjectNode();
    ArrayNode points = history.putArray("commits");
    ObjectNode graph = history.putArray("graphs").addObject();
    ArrayNode values = graph.putArray("points");
    graph.putArray("interpolated_indices");
    for (int merge = 1; merge <= lengths.last(); merge++) {
      Commit commit = new Commit(merge);
      course.advance();
      double[] after = course.values();
      Files.write(
          comparisons.resolve(fileName(commit.previous(), commit)),
          writer.comparison(commit.previous(), before, commit, after));
      if (merge > 1 && lengths.contains(merge)) {
        Files.write(
            comparisons.resolve(fileName(start, commit)),
            writer.comparison(start, first, commit, after));
      }
      Files.write(pulls.resolve(commit.pr() + ".json"), JSON.writeValueAsBytes(pull(commit)));
      list(commit, commits);
      points.addArray().add(Instant.parse(commit.time()).getEpochSecond()).add(commit.sha());
      values.add((float) after[0]);
      before = after;
    }
    Path histories = store.resolve(history(course.cases().get(0), new Commit(lengths.last())));
    Files.createDirectories(Objects.requireNonNull(histories.getParent()));
    Files.write(histories, JSON.writeValueAsBytes(history));
    Files.write(store.resolve("commits.json"), JSON.writeValueAsBytes(commits));
    ObjectNode untriaged = JSON.createObjectNode().put("total_count", 0);
    untriaged.putArray("items");
    Files.write(store.resolve("untriaged.json"), JSON.writeValueAsBytes(untriaged));
  }

  /** What a store calls the comparison of two commits. */
  static String fileName(Commit start, Commit end) {
    return start.sha() + ".." + end.sha() + ".instructions:u.msgpack";
  }

  /** What a store calls the history of a test case from the first merge on. */
  private static String history(MadeUpCase testCase, Commit end) {
    return StoreLayout.history(
        new HistoryQuery(
            ComparisonQuery.of(
                new Sha(new Commit(1).sha()), new Sha(end.sha()), Metric.INSTRUCTIONS),
            new TestCase(
                testCase.benchmark(),
                testCase.profile(),
                testCase.scenario(),
                TestCase.DEFAULT_BACKEND,
                TestCase.DEFAULT_TARGET)));
  }

  /** The list has the newest first. */
  private static void list(Commit commit, ArrayNode commits) {
    commits
        .insertObject(0)
        .put("sha", commit.sha())
        .put("parent_sha", commit.previous().sha())
        .put("pr", commit.pr())
        .put("time", commit.time());
  }

  private static ObjectNode pull(Commit commit) {
    ObjectNode pull = JSON.createObjectNode().put("number", commit.pr());
    pull.put("title", "Change number " + commit.number()).put("body", "A change.");
    pull.putArray("labels").addObject().put("name", "merged-by-bors");
    return pull;
  }
}

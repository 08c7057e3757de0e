package dev.perftriage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCaseComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/** Writes comparisons as a store that the program reads without network. */
public final class FlaggedStore {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());

  private FlaggedStore() {}

  /**
   * Writes a store.
   *
   * @param steps the comparisons of neighbouring merges, in commit order
   * @param whole that of the ends of the range
   * @param titles the titles of pull requests by number; there are no others
   */
  public static void write(
      Path folder,
      List<ArtifactComparison> steps,
      ArtifactComparison whole,
      Map<Integer, String> titles)
      throws IOException {
    Files.createDirectories(folder.resolve("comparisons"));
    Files.createDirectories(folder.resolve("pulls"));
    ArrayNode commits = JSON.createArrayNode();
    list(commits, steps.get(0).before(), new Sha("f".repeat(40)));
    for (ArtifactComparison step : steps) {
      write(folder, step);
      list(commits, step.after(), step.before().commit());
    }
    write(folder, whole);
    JSON.writeValue(folder.resolve("commits.json").toFile(), commits);
    Files.writeString(folder.resolve("untriaged.json"), "{\"total_count\": 0, \"items\": []}");
    for (int number : new TreeSet<>(titles.keySet())) {
      ObjectNode pull = JSON.createObjectNode().put("number", number);
      pull.put("title", titles.get(number)).put("body", "").putArray("labels");
      JSON.writeValue(folder.resolve("pulls/" + number + ".json").toFile(), pull);
    }
  }

  private static void list(ArrayNode commits, Artifact artifact, Sha parent) {
    commits
        .insertObject(0)
        .put("sha", artifact.commit().text())
        .put("parent_sha", parent.text())
        .put("pr", artifact.pr())
        .put("time", "2025-11-03T00:00:00Z");
  }

  private static void write(Path folder, ArtifactComparison comparison) throws IOException {
    String range = comparison.before().commit() + ".." + comparison.after().commit();
    Path file =
        folder.resolve("comparisons/" + range + "." + comparison.metric().name() + ".msgpack");
    ObjectNode wire = JSON.createObjectNode();
    wire.putNull("prev").putNull("next").put("is_contiguous", true);
    artifact(wire.putObject("a"), comparison.before());
    artifact(wire.putObject("b"), comparison.after());
    ArrayNode cases = wire.putArray("compile_comparisons");
    TreeSet<String> benchmarks = new TreeSet<>();
    for (TestCaseComparison compile : comparison.compile()) {
      ObjectNode testCase = cases.addObject();
      testCase.put("benchmark", compile.testCase().benchmark());
      testCase.put("profile", compile.testCase().profile());
      testCase.put("scenario", compile.testCase().scenario());
      testCase.put("backend", compile.testCase().backend());
      testCase.put("target", compile.testCase().target());
      ObjectNode result = testCase.putObject("comparison");
      double before = compile.result().before();
      double after = compile.result().after();
      double change = Math.abs(after - before) / before;
      double threshold = compile.result().significanceThreshold();
      result.put("is_relevant", change >= threshold && change >= 0.002);
      result.put("significance_threshold", threshold);
      result.put("significance_factor", change / threshold);
      result.putArray("statistics").add(before).add(after);
      benchmarks.add(compile.testCase().benchmark());
    }
    ArrayNode metadata = wire.putArray("compile_benchmark_metadata");
    benchmarks.forEach(name -> metadata.addObject().put("name", name).put("category", "primary"));
    Files.write(file, MESSAGE_PACK.writeValueAsBytes(wire));
  }

  private static void artifact(ObjectNode wire, Artifact artifact) {
    wire.put("commit", artifact.commit().text()).put("pr", artifact.pr()).put("type", "master");
  }
}

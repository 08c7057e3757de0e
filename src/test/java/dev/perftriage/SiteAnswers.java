package dev.perftriage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.Magnitude;
import dev.perftriage.model.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/**
 * Makes a recorded comparison into what the performance site would answer: everything in random
 * order, each test case on a random one of its targets, and whatever a test has chosen besides.
 * Equal questions in equal order get equal answers.
 */
final class SiteAnswers {

  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());
  private static final List<String> LISTS =
      List.of(
          "compile_comparisons", "runtime_comparisons", "new_errors", "compile_benchmark_metadata");
  private static final double DEFAULT_THRESHOLD = 0.002;

  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final Set<String> furtherTargets = new ConcurrentSkipListSet<>();
  private final Set<String> halved = new ConcurrentSkipListSet<>();
  private final Set<String> withDefaultThresholds = new ConcurrentSkipListSet<>();
  private final Map<String, Map<String, String>> newErrors = new ConcurrentHashMap<>();
  private final Map<String, String> releases = new ConcurrentHashMap<>();
  private volatile long seed = 17;

  /** Chooses another random order, and other random targets. */
  void seed(long newSeed) {
    seed = newSeed;
  }

  /** Has every test case on another target too, where both values are twice as large. */
  void measureAlsoOn(String target) {
    furtherTargets.add(target);
  }

  /** Has only the test cases of every other benchmark at a commit. */
  void measureHalfOf(String commit) {
    halved.add(commit);
  }

  /** Judges all comparisons that start at a commit by the default threshold. */
  void judgeByDefaultFrom(String commit) {
    withDefaultThresholds.add(commit);
  }

  /** Has a new error at a commit. */
  void failAt(String commit, String name, String message) {
    newErrors.computeIfAbsent(commit, unused -> new ConcurrentHashMap<>()).put(name, message);
  }

  /** Has a release with the measurements of a merge. */
  void release(String tag, String sha) {
    releases.put(tag, sha);
  }

  /** The merge whose measurements a revision has. */
  String measured(String revision) {
    return releases.getOrDefault(revision, revision);
  }

  /** Whether there is a metric of that name. */
  boolean knows(String metric) throws IOException {
    String text = text("unknown-metric.400.txt");
    return text.substring(text.indexOf("expected")).contains("`" + metric + "`");
  }

  /** What another page of the site answers; empty if there is no such page. */
  Optional<byte[]> page(String name) throws IOException {
    try (InputStream in = SiteAnswers.class.getResourceAsStream("site/" + name + ".json")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  /** One of the site's texts. */
  static String text(String name) throws IOException {
    try (InputStream in = SiteAnswers.class.getResourceAsStream("site/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * The answer to a question for which a comparison is recorded.
   *
   * @param isMeasured whether anything was measured by the metric
   */
  byte[] answer(
      byte[] recorded, String askedStart, String askedEnd, String metric, boolean isMeasured)
      throws IOException {
    String question = askedStart + ".." + askedEnd + "." + metric;
    int times = asked.merge(question, 1, Integer::sum);
    Random random = new Random(31 * (31 * seed + question.hashCode()) + times);
    ObjectNode answer = (ObjectNode) MESSAGE_PACK.readTree(recorded);
    if (!isMeasured) {
      answer.putArray("compile_comparisons");
      answer.putArray("runtime_comparisons");
      answer.putArray("compile_benchmark_metadata");
    }
    String start = answer.path("a").path("commit").asText();
    String end = answer.path("b").path("commit").asText();
    rename(answer, "a", askedStart);
    rename(answer, "b", askedEnd);
    List<JsonNode> compile = elements(answer, "compile_comparisons");
    if (halved.contains(start) || halved.contains(end)) {
      halve(compile);
    }
    if (withDefaultThresholds.contains(start)) {
      compile.forEach(
          one -> judgeByDefault((ObjectNode) one.get("comparison"), new Metric(metric)));
    }
    compile = onRandomTargets(withFurtherTargets(compile), random);
    answer.putArray("compile_comparisons").addAll(compile);
    newErrors
        .getOrDefault(end, Map.of())
        .forEach(
            (name, message) -> answer.withArray("/new_errors").addArray().add(name).add(message));
    for (String list : LISTS) {
      if (answer.path(list).isArray()) {
        List<JsonNode> shuffled = elements(answer, list);
        Collections.shuffle(shuffled, random);
        answer.putArray(list).addAll(shuffled);
      }
    }
    return MESSAGE_PACK.writeValueAsBytes(answer);
  }

  /** A release is named by its tag, and is no merge. */
  private void rename(ObjectNode answer, String artifact, String revision) {
    if (releases.containsKey(revision)) {
      ((ObjectNode) answer.get(artifact)).put("commit", revision).putNull("date").putNull("pr");
      answer.putNull(artifact.equals("a") ? "prev" : "next").put("is_contiguous", false);
    }
  }

  private static List<JsonNode> elements(ObjectNode answer, String list) {
    List<JsonNode> elements = new ArrayList<>();
    answer.path(list).forEach(elements::add);
    return elements;
  }

  private static void halve(List<JsonNode> compile) {
    Set<String> lost = new HashSet<>();
    boolean lose = false;
    for (String benchmark : benchmarks(compile)) {
      if (lose) {
        lost.add(benchmark);
      }
      lose = !lose;
    }
    compile.removeIf(one -> lost.contains(one.get("benchmark").asText()));
  }

  private static Set<String> benchmarks(List<JsonNode> compile) {
    Set<String> names = new TreeSet<>();
    compile.forEach(one -> names.add(one.get("benchmark").asText()));
    return names;
  }

  private static void judgeByDefault(ObjectNode comparison, Metric metric) {
    double before = comparison.get("statistics").get(0).asDouble();
    double after = comparison.get("statistics").get(1).asDouble();
    double change = (after - before) / before;
    comparison.put("significance_threshold", DEFAULT_THRESHOLD);
    comparison.put("significance_factor", Math.abs(change) / DEFAULT_THRESHOLD);
    comparison.put(
        "is_relevant",
        Math.abs(change) >= DEFAULT_THRESHOLD
            && Magnitude.of(change, DEFAULT_THRESHOLD, metric) != Magnitude.VERY_SMALL);
  }

  private List<JsonNode> withFurtherTargets(List<JsonNode> compile) {
    List<JsonNode> all = new ArrayList<>(compile);
    for (String target : furtherTargets) {
      for (JsonNode one : compile) {
        ObjectNode other = one.deepCopy();
        other.put("target", target);
        ArrayNode statistics = (ArrayNode) other.get("comparison").get("statistics");
        for (int i = 0; i < statistics.size(); i++) {
          statistics.set(i, 2 * statistics.get(i).asDouble());
        }
        all.add(other);
      }
    }
    return all;
  }

  /** One of each benchmark, profile, scenario and backend. */
  private static List<JsonNode> onRandomTargets(List<JsonNode> compile, Random random) {
    Map<List<String>, List<JsonNode>> byCase = new HashMap<>();
    List<List<String>> cases = new ArrayList<>();
    for (JsonNode one : compile) {
      List<String> name =
          List.of(
              one.path("benchmark").asText(),
              one.path("profile").asText(),
              one.path("scenario").asText(),
              one.path("backend").asText());
      byCase
          .computeIfAbsent(
              name,
              unused -> {
                cases.add(name);
                return new ArrayList<>();
              })
          .add(one);
    }
    return cases.stream()
        .map(byCase::get)
        .flatMap(
            all ->
                targets(all) > 1
                    ? List.of(all.get(random.nextInt(all.size()))).stream()
                    : all.stream())
        .toList();
  }

  private static long targets(List<JsonNode> all) {
    return all.stream().map(one -> one.path("target").asText()).distinct().count();
  }
}

package dev.perftriage.source.wire;

import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.model.ArtifactComparison.BenchmarkMetadata;
import dev.perftriage.model.Category;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.CrateKind;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.RepeatedTestCases;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TargetMix;
import dev.perftriage.model.TestCaseComparison;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response of {@code POST /perf/get}, MessagePack or JSON, as a comparison. Fields may come
 * in any order; if one is repeated, the last counts. A missing optional field gets its documented
 * default; errors name the path of a required field that is missing, or of a field that is invalid.
 */
public final class ComparisonReader {

  private static final String MEANING = "a comparison";
  private static final String UNKNOWN_TYPE = "unknown";

  private final WireInput in;
  private final Metric metric;
  private final ResultsReader results;

  private ComparisonReader(WireInput in, Metric metric, TestCaseInterner testCases) {
    this.in = in;
    this.metric = metric;
    this.results = new ResultsReader(in, testCases);
  }

  /**
   * Reads the answer to a query.
   *
   * @param answer MessagePack or JSON
   * @param testCases shares test cases with other comparisons
   * @throws WrongAnswerException if it answers another query, as far as it tells
   * @throws DataException if it is not a comparison
   */
  public static ArtifactComparison read(
      Payload answer, ComparisonQuery query, TestCaseInterner testCases) {
    ArtifactComparison comparison = read(answer, query.metric(), testCases);
    AnsweredBound.require(query.start(), comparison.before(), "a", answer);
    AnsweredBound.require(query.end(), comparison.after(), "b", answer);
    return comparison;
  }

  /**
   * Reads one comparison, of whichever artifacts.
   *
   * @param answer MessagePack or JSON
   * @param metric the requested metric, which a response contains only if it was {@linkplain
   *     AskedMetric added}
   * @param testCases shares test cases with other comparisons
   * @throws WrongAnswerException if it contains another metric
   * @throws DataException if it is not a comparison
   */
  public static ArtifactComparison read(Payload answer, Metric metric, TestCaseInterner testCases) {
    return WireInput.read(
        answer,
        MEANING,
        testCases.names(),
        in -> new ComparisonReader(in, metric, testCases).comparison());
  }

  private ArtifactComparison comparison() throws IOException {
    Artifact before = null;
    Artifact after = null;
    Sha previous = null;
    Sha next = null;
    Boolean contiguous = null;
    List<TestCaseComparison> compile = null;
    List<TestCaseComparison> runtime = List.of();
    List<BenchmarkError> newErrors = List.of();
    Map<String, BenchmarkMetadata> benchmarks = Map.of();
    in.beginRequiredObject();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "a" -> before = artifact();
        case "b" -> after = artifact();
        case "prev" -> previous = in.sha();
        case "next" -> next = in.sha();
        case "is_contiguous" -> contiguous = in.flag();
        case "compile_comparisons" -> compile = results.compile();
        case "runtime_comparisons" -> runtime = results.runtime();
        case "new_errors" -> newErrors = in.list(each -> newError());
        case "compile_benchmark_metadata" -> benchmarks = benchmarks();
        case AskedMetric.FIELD -> in.requireAnswer(metric.name(), in.text());
        default -> in.skip();
      }
    }
    before = in.required(before, "a");
    after = in.required(after, "b");
    compile = in.required(compile, "compile_comparisons");
    return new ArtifactComparison(
        metric,
        before,
        after,
        previous,
        next,
        Boolean.TRUE.equals(contiguous),
        compile,
        runtime,
        newErrors,
        benchmarks,
        results.areOnSeveralTargets() ? TargetMix.in(compile) : null,
        results.haveRepeatedTestCases() ? RepeatedTestCases.of(compile) : List.of());
  }

  private @Nullable Artifact artifact() throws IOException {
    if (!in.beginObject()) {
      return null;
    }
    Sha commit = null;
    Instant date = null;
    Integer pr = null;
    String type = null;
    Map<String, Long> bootstrap = Map.of();
    Long bootstrapTotal = null;
    Map<String, Long> componentSizes = Map.of();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "commit" -> commit = in.sha();
        case "date" -> date = in.instant();
        case "pr" -> pr = in.wholeInt();
        case "type" -> type = in.name();
        case "bootstrap" -> bootstrap = numbers();
        case "bootstrap_total" -> bootstrapTotal = in.whole();
        case "component_sizes" -> componentSizes = numbers();
        default -> in.skip();
      }
    }
    return new Artifact(
        in.required(commit, "commit"),
        date,
        pr,
        Objects.requireNonNullElse(type, UNKNOWN_TYPE),
        bootstrap,
        Objects.requireNonNullElse(bootstrapTotal, 0L),
        componentSizes);
  }

  private Map<String, Long> numbers() throws IOException {
    Map<String, Long> numbers = new HashMap<>();
    if (in.beginObject()) {
      for (String field = in.nextField(); field != null; field = in.nextField()) {
        Long number = in.whole();
        if (number != null) {
          numbers.put(field, number);
        }
      }
    }
    return numbers;
  }

  private BenchmarkError newError() throws IOException {
    List<Optional<String>> pair = in.requiredList(each -> Optional.ofNullable(in.text()));
    if (pair.size() != 2) {
      throw in.path.wrong("a pair of texts");
    }
    return new BenchmarkError(
        in.required(pair.get(0).orElse(null), "[0]"), in.required(pair.get(1).orElse(null), "[1]"));
  }

  private Map<String, BenchmarkMetadata> benchmarks() throws IOException {
    Map<String, BenchmarkMetadata> benchmarks = new HashMap<>();
    if (in.beginList()) {
      while (in.nextElement()) {
        addBenchmark(benchmarks);
      }
    }
    return benchmarks;
  }

  private void addBenchmark(Map<String, BenchmarkMetadata> benchmarks) throws IOException {
    in.beginRequiredObject();
    String name = null;
    String category = null;
    Boolean binary = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "name" -> name = in.name();
        case "category" -> category = in.name();
        case "binary" -> binary = in.flag();
        default -> in.skip();
      }
    }
    if (category != null || binary != null) {
      benchmarks.put(
          in.required(name, "name"),
          new BenchmarkMetadata(
              category == null ? Category.SECONDARY : Category.ofMetadata(category),
              crateKind(binary)));
    }
  }

  private static @Nullable CrateKind crateKind(@Nullable Boolean binary) {
    return binary == null ? null : binary ? CrateKind.BINARY : CrateKind.LIBRARY;
  }
}

package dev.perftriage.source;

import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.BenchmarkError;
import dev.perftriage.model.BenchmarkMetadata;
import dev.perftriage.model.Category;
import dev.perftriage.model.CompileComparison;
import dev.perftriage.model.CrateKind;
import dev.perftriage.model.Metric;
import dev.perftriage.model.RuntimeComparison;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.source.WireComparison.WireArtifact;
import dev.perftriage.source.WireComparison.WireBenchmarkMetadata;
import dev.perftriage.source.WireComparison.WireCompileComparison;
import dev.perftriage.source.WireComparison.WireResult;
import dev.perftriage.source.WireComparison.WireRuntimeComparison;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns an answer of {@code POST /perf/get}, MessagePack or JSON, into a comparison. What is
 * documented as optional gets its documented default; what is not, and is missing or wrong, is
 * named by its path.
 */
public final class ComparisonReader {

  private static final String MEANING = "a comparison";
  private static final String UNKNOWN_TYPE = "unknown";

  private final String origin;
  private final Metric metric;
  private final TestCasePool testCases;

  private ComparisonReader(String origin, Metric metric, TestCasePool testCases) {
    this.origin = origin;
    this.metric = metric;
    this.testCases = testCases;
  }

  /**
   * Reads one comparison.
   *
   * @param answer MessagePack or JSON
   * @param metric the metric that was asked for, which the answer does not say
   * @param testCases shares test cases with other comparisons
   * @throws DataException where the answer is no comparison
   */
  static ArtifactComparison read(Answer answer, Metric metric, TestCasePool testCases) {
    WireComparison wire = WireReader.read(answer, WireComparison.class, MEANING);
    return new ComparisonReader(answer.origin(), metric, testCases).comparison(wire);
  }

  /**
   * Reads a saved comparison, MessagePack or JSON.
   *
   * @throws DataException where the file cannot be read or is no comparison
   */
  public static ArtifactComparison read(Path file, Metric metric) {
    return read(Answer.ofFile(file), metric, new TestCasePool());
  }

  private ArtifactComparison comparison(WireComparison wire) {
    return new ArtifactComparison(
        metric,
        artifact(required(wire.a(), "a"), "a"),
        artifact(required(wire.b(), "b"), "b"),
        wire.prev(),
        wire.next(),
        Boolean.TRUE.equals(wire.isContiguous()),
        compile(required(wire.compileComparisons(), "compile_comparisons")),
        runtime(orEmpty(wire.runtimeComparisons())),
        newErrors(orEmpty(wire.newErrors())),
        benchmarks(orEmpty(wire.compileBenchmarkMetadata())));
  }

  private Artifact artifact(WireArtifact wire, String path) {
    return new Artifact(
        required(wire.commit(), path + ".commit"),
        date(wire.date(), path + ".date"),
        wire.pr(),
        Objects.requireNonNullElse(wire.type(), UNKNOWN_TYPE),
        numbers(wire.bootstrap()),
        Objects.requireNonNullElse(wire.bootstrapTotal(), 0L),
        numbers(wire.componentSizes()));
  }

  private @Nullable Instant date(@Nullable String date, String path) {
    if (date == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(date).toInstant();
    } catch (DateTimeException e) {
      throw new DataException(origin + ": field " + path + " is not an RFC 3339 date", e);
    }
  }

  private List<CompileComparison> compile(List<@Nullable WireCompileComparison> wires) {
    List<CompileComparison> comparisons = new ArrayList<>(wires.size());
    for (int i = 0; i < wires.size(); i++) {
      String path = "compile_comparisons[" + i + "]";
      WireCompileComparison wire = required(wires.get(i), path);
      TestCase testCase =
          testCases.shared(
              required(wire.benchmark(), path + ".benchmark"),
              required(wire.profile(), path + ".profile"),
              required(wire.scenario(), path + ".scenario"),
              Objects.requireNonNullElse(wire.backend(), TestCase.DEFAULT_BACKEND),
              Objects.requireNonNullElse(wire.target(), TestCase.DEFAULT_TARGET));
      comparisons.add(new CompileComparison(testCase, result(wire.comparison(), path)));
    }
    return comparisons;
  }

  private List<RuntimeComparison> runtime(List<@Nullable WireRuntimeComparison> wires) {
    List<RuntimeComparison> comparisons = new ArrayList<>(wires.size());
    for (int i = 0; i < wires.size(); i++) {
      String path = "runtime_comparisons[" + i + "]";
      WireRuntimeComparison wire = required(wires.get(i), path);
      comparisons.add(
          new RuntimeComparison(
              required(wire.benchmark(), path + ".benchmark"),
              Objects.requireNonNullElse(wire.target(), TestCase.DEFAULT_TARGET),
              result(wire.comparison(), path)));
    }
    return comparisons;
  }

  private TestResultComparison result(@Nullable WireResult maybeWire, String parent) {
    String path = parent + ".comparison";
    WireResult wire = required(maybeWire, path);
    List<@Nullable Double> statistics = orEmpty(wire.statistics());
    if (wire.statistics() != null && statistics.size() != 2) {
      throw new DataException(
          origin + ": field " + path + ".statistics is not a pair of numbers as it should be");
    }
    boolean measured = wire.statistics() != null;
    return new TestResultComparison(
        measured ? number(statistics.get(0)) : Double.NaN,
        measured ? number(statistics.get(1)) : Double.NaN,
        number(wire.significanceThreshold()),
        number(wire.significanceFactor()),
        required(wire.isRelevant(), path + ".is_relevant"));
  }

  private List<BenchmarkError> newErrors(List<@Nullable List<@Nullable String>> wires) {
    List<BenchmarkError> errors = new ArrayList<>(wires.size());
    for (int i = 0; i < wires.size(); i++) {
      String path = "new_errors[" + i + "]";
      List<@Nullable String> wire = required(wires.get(i), path);
      if (wire.size() != 2) {
        throw new DataException(
            origin + ": field " + path + " is not a pair of texts as it should be");
      }
      errors.add(
          new BenchmarkError(
              required(wire.get(0), path + "[0]"), required(wire.get(1), path + "[1]")));
    }
    return errors;
  }

  private Map<String, BenchmarkMetadata> benchmarks(List<@Nullable WireBenchmarkMetadata> wires) {
    Map<String, BenchmarkMetadata> benchmarks = new HashMap<>();
    for (int i = 0; i < wires.size(); i++) {
      String path = "compile_benchmark_metadata[" + i + "]";
      WireBenchmarkMetadata wire = required(wires.get(i), path);
      if (wire.category() != null || wire.binary() != null) {
        benchmarks.put(
            required(wire.name(), path + ".name"),
            new BenchmarkMetadata(
                wire.category() == null ? Category.SECONDARY : Category.ofMetadata(wire.category()),
                crateKind(wire.binary())));
      }
    }
    return benchmarks;
  }

  private static @Nullable CrateKind crateKind(@Nullable Boolean binary) {
    if (binary == null) {
      return null;
    }
    return binary ? CrateKind.BINARY : CrateKind.LIBRARY;
  }

  private <T> T required(@Nullable T value, String path) {
    if (value == null) {
      throw new DataException(origin + ": not " + MEANING + ", field " + path + " is missing");
    }
    return value;
  }

  private static double number(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  private static <T extends @Nullable Object> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Map<String, Long> numbers(@Nullable Map<String, @Nullable Long> wire) {
    Map<String, Long> numbers = new HashMap<>();
    if (wire != null) {
      wire.forEach(
          (name, number) -> {
            if (number != null) {
              numbers.put(name, number);
            }
          });
    }
    return numbers;
  }
}

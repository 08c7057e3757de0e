package dev.perftriage.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two artifacts and how every test case changed between them, by one metric.
 *
 * @param previousCommit the merge before {@code before} on master; null if there is none
 * @param nextCommit the merge after {@code after} on master; null if there is none yet
 * @param contiguous whether {@code before} is the direct parent of {@code after}
 * @param compile the compile benchmarks, in the order in which the site sent them
 * @param runtime the runtime benchmarks; empty in older recordings
 * @param newErrors benchmarks that fail now and did not before
 * @param benchmarks the site's metadata for its compile benchmarks, by name
 */
public record ArtifactComparison(
    Metric metric,
    Artifact before,
    Artifact after,
    @Nullable Sha previousCommit,
    @Nullable Sha nextCommit,
    boolean contiguous,
    List<TestCaseComparison> compile,
    List<TestCaseComparison> runtime,
    List<BenchmarkError> newErrors,
    Map<String, BenchmarkMetadata> benchmarks) {

  public ArtifactComparison {
    compile = List.copyOf(compile);
    runtime = List.copyOf(runtime);
    newErrors = List.copyOf(newErrors);
    benchmarks = Collections.unmodifiableMap(new TreeMap<>(benchmarks));
  }

  /** A benchmark's category: secondary if the site has no metadata for it. */
  public Category categoryOf(String benchmark) {
    BenchmarkMetadata metadata = benchmarks.get(benchmark);
    return metadata == null ? Category.SECONDARY : metadata.category();
  }

  /** What a benchmark is compiled to; empty if unknown. */
  public Optional<CrateKind> crateKindOf(String benchmark) {
    return Optional.ofNullable(benchmarks.get(benchmark)).map(BenchmarkMetadata::crateKind);
  }

  /** The same two artifacts with a subset of the measurements. */
  public ArtifactComparison with(
      List<TestCaseComparison> someCompile,
      List<TestCaseComparison> someRuntime,
      List<BenchmarkError> someErrors) {
    return new ArtifactComparison(
        metric,
        before,
        after,
        previousCommit,
        nextCommit,
        contiguous,
        someCompile,
        someRuntime,
        someErrors,
        benchmarks);
  }

  /**
   * A benchmark that fails at the later artifact and did not at the earlier one.
   *
   * @param message what the compiler said, often several lines
   */
  public record BenchmarkError(String benchmark, String message) {}

  /**
   * The site's metadata for a compile benchmark.
   *
   * @param category its weight in triage
   * @param crateKind what it is compiled to; null if unknown
   */
  public record BenchmarkMetadata(Category category, @Nullable CrateKind crateKind) {}
}

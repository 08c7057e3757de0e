package dev.perftriage.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of two artifacts by one metric: how every test case changed between them.
 *
 * @param previousCommit the merge before {@code before} on master; null if there is none
 * @param nextCommit the merge after {@code after} on master; null if there is none yet
 * @param contiguous whether {@code before} is the direct parent of {@code after}
 * @param compile the results of the compile benchmarks, in the site's order
 * @param runtime the results of the runtime benchmarks; empty in older recordings
 * @param newErrors the benchmarks that fail with {@code after} but not with {@code before}
 * @param benchmarks the site's metadata for its compile benchmarks, by name
 * @param targetMix how much of each target is known; null unless the site answers each test case on
 *     a random one of its targets
 * @param repeated the compile test cases with several results that nothing tells apart, by name
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
    Map<String, BenchmarkMetadata> benchmarks,
    @Nullable TargetMix targetMix,
    List<TestCase> repeated) {

  public ArtifactComparison {
    compile = List.copyOf(compile);
    runtime = List.copyOf(runtime);
    newErrors = List.copyOf(newErrors);
    benchmarks = Collections.unmodifiableMap(new HashMap<>(benchmarks));
    repeated = List.copyOf(repeated);
  }

  /** A benchmark's category: secondary if the site has no metadata for it. */
  public Category categoryOf(String benchmark) {
    BenchmarkMetadata metadata = benchmarks.get(benchmark);
    return metadata == null ? Category.SECONDARY : metadata.category();
  }

  /** The kind of crate that a benchmark compiles to; empty if unknown. */
  public Optional<CrateKind> crateKindOf(String benchmark) {
    return Optional.ofNullable(benchmarks.get(benchmark)).map(BenchmarkMetadata::crateKind);
  }

  /** The same two artifacts with a subset of the measurements. */
  public ArtifactComparison with(
      List<TestCaseComparison> someCompile,
      List<TestCaseComparison> someRuntime,
      List<BenchmarkError> someErrors) {
    List<TestCase> stillRepeated =
        repeated.isEmpty() ? repeated : RepeatedTestCases.of(someCompile);
    return copy(someCompile, someRuntime, someErrors, targetMix, stillRepeated);
  }

  /**
   * The same two artifacts with measurements on several targets, and how much these are of each.
   */
  ArtifactComparison mixed(
      List<TestCaseComparison> compileOnTargets,
      List<TestCaseComparison> runtimeOnTargets,
      TargetMix mix) {
    return copy(
        compileOnTargets, runtimeOnTargets, newErrors, mix, RepeatedTestCases.of(compileOnTargets));
  }

  private ArtifactComparison copy(
      List<TestCaseComparison> otherCompile,
      List<TestCaseComparison> otherRuntime,
      List<BenchmarkError> otherErrors,
      @Nullable TargetMix mix,
      List<TestCase> otherRepeated) {
    return new ArtifactComparison(
        metric,
        before,
        after,
        previousCommit,
        nextCommit,
        contiguous,
        otherCompile,
        otherRuntime,
        otherErrors,
        benchmarks,
        mix,
        otherRepeated);
  }

  /**
   * A benchmark that fails with the later artifact but not with the earlier one.
   *
   * @param message the compiler's output, often several lines
   */
  public record BenchmarkError(String benchmark, String message) {}

  /**
   * The site's metadata for a compile benchmark.
   *
   * @param category its weight in triage
   * @param crateKind the kind of crate it compiles to; null if unknown
   */
  public record BenchmarkMetadata(Category category, @Nullable CrateKind crateKind) {}
}

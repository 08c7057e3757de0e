package dev.perftriage.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two artifacts and how every test case changed between them, by one metric.
 *
 * @param metric what was measured
 * @param before the earlier artifact
 * @param after the later artifact
 * @param previousCommit the neighbour before {@code before} on master; null where there is none
 * @param nextCommit the neighbour after {@code after} on master; null where there is none yet
 * @param contiguous whether {@code before} is the direct parent of {@code after}
 * @param compile the compile benchmarks, in the order in which the site sent them
 * @param runtime the runtime benchmarks; empty in older recordings
 * @param newErrors benchmarks that fail now and did not before
 * @param categories the category of each benchmark that the site describes
 */
public record ArtifactComparison(
    Metric metric,
    Artifact before,
    Artifact after,
    @Nullable String previousCommit,
    @Nullable String nextCommit,
    boolean contiguous,
    List<CompileComparison> compile,
    List<RuntimeComparison> runtime,
    List<BenchmarkError> newErrors,
    Map<String, Category> categories) {

  /** Copies the lists and the map. */
  public ArtifactComparison {
    compile = List.copyOf(compile);
    runtime = List.copyOf(runtime);
    newErrors = List.copyOf(newErrors);
    categories = Collections.unmodifiableMap(new TreeMap<>(categories));
  }

  /** A benchmark's category: secondary where the site does not say. */
  public Category categoryOf(String benchmark) {
    return categories.getOrDefault(benchmark, Category.SECONDARY);
  }
}

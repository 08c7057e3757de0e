package dev.perftriage.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of {@code POST /perf/get} as it travels; whatever it may lack is null. Names are the
 * wire's in snake case.
 */
record WireComparison(
    @Nullable String prev,
    @Nullable String next,
    @Nullable Boolean isContiguous,
    @Nullable WireArtifact a,
    @Nullable WireArtifact b,
    @Nullable List<@Nullable WireCompileComparison> compileComparisons,
    @Nullable List<@Nullable WireRuntimeComparison> runtimeComparisons,
    @Nullable List<@Nullable List<@Nullable String>> newErrors,
    @Nullable List<@Nullable WireBenchmarkMetadata> compileBenchmarkMetadata) {

  record WireArtifact(
      @Nullable String commit,
      @Nullable String date,
      @Nullable Integer pr,
      @Nullable String type,
      @Nullable Map<String, @Nullable Long> bootstrap,
      @Nullable Long bootstrapTotal,
      @Nullable Map<String, @Nullable Long> componentSizes) {}

  record WireCompileComparison(
      @Nullable String benchmark,
      @Nullable String profile,
      @Nullable String scenario,
      @Nullable String backend,
      @Nullable String target,
      @Nullable WireResult comparison) {}

  record WireRuntimeComparison(
      @Nullable String benchmark, @Nullable String target, @Nullable WireResult comparison) {}

  record WireResult(
      @Nullable Boolean isRelevant,
      @Nullable Double significanceThreshold,
      @Nullable Double significanceFactor,
      @Nullable List<@Nullable Double> statistics) {}

  record WireBenchmarkMetadata(
      @Nullable String name, @Nullable String category, @Nullable Boolean binary) {}
}

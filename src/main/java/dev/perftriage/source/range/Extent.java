package dev.perftriage.source.range;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.model.TargetMix;
import java.util.HashSet;
import java.util.Set;

/**
 * How much was measured at both artifacts of a comparison.
 *
 * @param testCases the number of compile test cases
 * @param benchmarks the names of their benchmarks
 * @param failing what fails with the later artifact only, which is why it was not measured
 */
record Extent(int testCases, Set<String> benchmarks, Set<String> failing) {

  static Extent of(ArtifactComparison comparison) {
    Set<String> benchmarks = new HashSet<>();
    comparison.compile().forEach(one -> benchmarks.add(one.testCase().benchmark()));
    Set<String> failing = new HashSet<>();
    for (BenchmarkError error : comparison.newErrors()) {
      failing.add(error.benchmark());
    }
    TargetMix mix = comparison.targetMix();
    return new Extent(
        mix == null ? comparison.compile().size() : mix.testCases(), benchmarks, failing);
  }
}

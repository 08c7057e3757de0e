package dev.perftriage.report.data;

import dev.perftriage.analysis.MeasuredCases;
import dev.perftriage.analysis.caveat.Caveat;
import dev.perftriage.analysis.caveat.Caveat.DefaultThresholds;
import dev.perftriage.analysis.caveat.Caveat.MergesBetween;
import dev.perftriage.analysis.caveat.Caveat.Repeated;
import dev.perftriage.analysis.caveat.ScopedCaveat;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far the verdicts on single test cases can be trusted, for tables.
 *
 * @param caveats the caveats that apply to the metric
 */
record CaseCaveats(List<ScopedCaveat> caveats) {

  /** The caveats of a comparison by a metric: merges between are so by every metric. */
  static CaseCaveats of(Metric metric, List<ScopedCaveat> all) {
    return new CaseCaveats(
        all.stream()
            .filter(
                scoped ->
                    scoped.metric().equals(metric) || scoped.caveat() instanceof MergesBetween)
            .toList());
  }

  /** What the site judged a result by, {@code history} or {@code default}; empty if by nothing. */
  static Optional<String> judgedBy(TestResultComparison result) {
    double threshold = result.significanceThreshold();
    if (Double.isNaN(threshold)) {
      return Optional.empty();
    }
    return Optional.of(threshold == MeasuredCases.DEFAULT_THRESHOLD ? "default" : "history");
  }

  /** The kinds of caveats that apply to a test case, separated by spaces; empty if none does. */
  Optional<String> kinds(TestCase testCase) {
    return Optional.of(
            caveats.stream()
                .filter(scoped -> scoped.target().isEmpty() || isOn(scoped.target(), testCase))
                .map(ScopedCaveat::caveat)
                .filter(caveat -> appliesTo(caveat, testCase))
                .map(CaveatData::kind)
                .distinct()
                .collect(Collectors.joining(" ")))
        .filter(kinds -> !kinds.isEmpty());
  }

  /** Caveats on a target are on its compile benchmarks. */
  private static boolean isOn(String target, TestCase testCase) {
    return !testCase.isRuntime() && testCase.target().equals(target);
  }

  private static boolean appliesTo(Caveat caveat, TestCase testCase) {
    if (caveat instanceof DefaultThresholds byDefault) {
      return byDefault.benchmarks().isEmpty()
          || byDefault.benchmarks().contains(testCase.benchmark());
    }
    return !(caveat instanceof Repeated repeated) || repeated.testCases().contains(testCase);
  }
}

package dev.perftriage.analysis.noise;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A range of merges given by its test cases' values; NaN where one was not measured. */
final class Range {

  private final Map<TestCase, double[]> series = new LinkedHashMap<>();
  private Reverts reverts = Reverts.NONE;

  static TestCase testCase(String benchmark) {
    return testCase(benchmark, "check");
  }

  static TestCase testCase(String benchmark, String profile) {
    return new TestCase(
        benchmark, profile, "full", TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET);
  }

  /** The commit of the merge at an index. */
  static Sha commit(int merge) {
    return new Sha(String.format(Locale.ROOT, "%040x", merge));
  }

  Range with(String benchmark, double... values) {
    series.put(testCase(benchmark), values);
    return this;
  }

  Range with(TestCase testCase, double... values) {
    series.put(testCase, values);
    return this;
  }

  /** The merge of one index reverts that of another. */
  Range reverting(int merge, int reverted) {
    reverts = new Reverts(Map.of(commit(merge), Set.of(commit(reverted))));
    return this;
  }

  NoiseVerdicts verdicts() {
    SeriesBuilder builder = new SeriesBuilder(TestCase.DEFAULT_TARGET);
    List<ComparisonSummary> steps = new ArrayList<>();
    for (ArtifactComparison comparison : comparisons()) {
      builder.add(comparison);
      steps.add(ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET));
    }
    return NoiseVerdicts.of(builder, steps, List.<Gap>of(), reverts);
  }

  /** What became of the change of one test case at a merge. */
  JudgedChange judged(String benchmark, int merge) {
    return judged(testCase(benchmark), merge);
  }

  JudgedChange judged(TestCase testCase, int merge) {
    return verdicts().of(commit(merge)).orElseThrow().changes().stream()
        .filter(change -> change.change().testCase().equals(testCase))
        .findFirst()
        .orElseThrow();
  }

  /** The comparisons of neighbouring merges; a merge that nothing was measured at has none. */
  List<ArtifactComparison> comparisons() {
    int merges = series.values().iterator().next().length;
    List<ArtifactComparison> comparisons = new ArrayList<>();
    int last = 0;
    for (int merge = 1; merge < merges; merge++) {
      int at = merge;
      if (series.values().stream().allMatch(values -> Double.isNaN(values[at]))) {
        continue;
      }
      comparisons.add(comparison(last, merge));
      last = merge;
    }
    return comparisons;
  }

  private ArtifactComparison comparison(int before, int after) {
    Comparisons comparison =
        Comparisons.comparison()
            .between(
                Comparisons.artifact(commit(before), before),
                Comparisons.artifact(commit(after), after));
    series.forEach(
        (testCase, values) -> {
          if (!Double.isNaN(values[before]) && !Double.isNaN(values[after])) {
            comparison.add(
                testCase,
                Category.PRIMARY,
                new TestResultComparison(
                    values[before], values[after], Comparisons.THRESHOLD, 0, false));
          }
        });
    return comparison.build();
  }
}

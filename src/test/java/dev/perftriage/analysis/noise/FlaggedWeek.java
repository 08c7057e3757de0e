package dev.perftriage.analysis.noise;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.attribution.Fixes;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.Annotations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Merges whose verdicts other packages show: given by test cases' values, or drawn. */
public final class FlaggedWeek {

  /** The number of the pull request of the first merge. */
  public static final int FIRST_PR = 1000;

  private final Map<TestCase, double[]> series = new LinkedHashMap<>();
  private Reverts reverts = Reverts.NONE;

  /** Nothing measured yet. */
  public FlaggedWeek() {}

  /** A week and its context of a drawn series, with that many benchmarks. */
  public static FlaggedWeek drawn(long seed, int benchmarks) {
    DrawnSeries drawn = NoiseFamily.USUAL.series(seed);
    FlaggedWeek week = new FlaggedWeek();
    int first = drawn.merges - NoiseFamily.WEEK - NoiseRules.CONTEXT;
    for (int i = 0; i < benchmarks * DrawnSeries.CASES_PER_BENCHMARK; i++) {
      int variant = i % DrawnSeries.CASES_PER_BENCHMARK;
      week.with(
          testCase(
              "benchmark-0.1." + i / DrawnSeries.CASES_PER_BENCHMARK,
              List.of("check", "debug", "opt", "doc").get(variant % 4),
              "scenario-" + variant / 4),
          Arrays.copyOfRange(drawn.values[i], first, drawn.merges));
    }
    return week;
  }

  /** A test case of the usual backend and target. */
  public static TestCase testCase(String benchmark, String profile, String scenario) {
    return new TestCase(
        benchmark, profile, scenario, TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET);
  }

  /** The commit of the merge at an index. */
  public static Sha commit(int merge) {
    return new Sha(String.format(Locale.ROOT, "%08x%032x", merge + 1, merge + 1));
  }

  /** Adds a test case's values, one a merge; NaN where it was not measured. */
  public FlaggedWeek with(TestCase testCase, double... values) {
    series.put(testCase, values);
    return this;
  }

  /** Says that the merge of one index reverts that of another. */
  public FlaggedWeek reverting(int merge, int reverted) {
    reverts = new Reverts(Map.of(commit(merge), Set.of(commit(reverted))));
    return this;
  }

  /** The comparisons of neighbouring merges; a merge that nothing was measured at has none. */
  public List<ArtifactComparison> comparisons() {
    List<ArtifactComparison> comparisons = new ArrayList<>();
    int last = 0;
    for (int merge = 1; merge < merges(); merge++) {
      if (isMeasured(merge)) {
        comparisons.add(comparison(last, merge));
        last = merge;
      }
    }
    return comparisons;
  }

  /** The comparison of the ends. */
  public ArtifactComparison whole() {
    return comparison(0, merges() - 1);
  }

  /** The summaries of the comparisons. */
  public List<ComparisonSummary> steps() {
    return comparisons().stream()
        .map(comparison -> ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET))
        .toList();
  }

  /** What became of the changes; nothing is known of any pull request. */
  public Annotations annotations() {
    return new Annotations(
        verdicts(), Map.of(), Reverts.NONE, Map.of(), Map.of(), Fixes.NONE, Map.of(), List.of());
  }

  private NoiseVerdicts verdicts() {
    SeriesBuilder builder = new SeriesBuilder(TestCase.DEFAULT_TARGET);
    comparisons().forEach(builder::add);
    return NoiseVerdicts.of(builder, steps(), gaps(), reverts);
  }

  private List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    List<Merge> unmeasured = new ArrayList<>();
    for (int merge = 1; merge < merges(); merge++) {
      if (!isMeasured(merge)) {
        unmeasured.add(merge(merge));
      } else if (!unmeasured.isEmpty()) {
        gaps.add(new Gap(merge(merge), unmeasured));
        unmeasured = new ArrayList<>();
      }
    }
    return gaps;
  }

  private int merges() {
    return series.values().iterator().next().length;
  }

  private boolean isMeasured(int merge) {
    return series.values().stream().anyMatch(values -> !Double.isNaN(values[merge]));
  }

  private ArtifactComparison comparison(int before, int after) {
    Comparisons comparison = Comparisons.comparison().between(artifact(before), artifact(after));
    series.forEach(
        (testCase, values) -> {
          double from = values[before];
          double to = values[after];
          if (!Double.isNaN(from) && !Double.isNaN(to)) {
            double threshold = Math.max(Comparisons.THRESHOLD, SiteThreshold.of(values, after));
            comparison.add(
                testCase,
                Category.PRIMARY,
                new TestResultComparison(
                    from, to, threshold, Math.abs(to - from) / from / threshold, false));
          }
        });
    return comparison.build();
  }

  private static Artifact artifact(int merge) {
    return Comparisons.artifact(commit(merge), FIRST_PR + merge);
  }

  private static Merge merge(int merge) {
    return new Merge(commit(merge), FIRST_PR + merge);
  }
}

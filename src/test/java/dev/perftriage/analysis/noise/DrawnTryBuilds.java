package dev.perftriage.analysis.noise;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Try builds of which it is known what they change. A build is its parent with a change of its own,
 * measured once more: its noise is that of a later merge, which is not shown.
 */
final class DrawnTryBuilds {

  private static final List<String> PROFILES = List.of("check", "debug", "opt", "doc");
  private static final int BEFORE = 30;
  private static final int AFTER = 15;
  private static final int APART = 10;

  /** As a fraction of a change: what is neither small nor most of it. */
  private static final double A_PART = 0.3;

  private final DrawnSeries drawn;
  private final Random random;
  private final List<TestCase> cases = new ArrayList<>();
  private final Map<TestCase, Integer> places = new HashMap<>();

  DrawnTryBuilds(DrawnSeries drawn, long seed) {
    this.drawn = drawn;
    this.random = new Random(seed);
    for (int i = 0; i < drawn.cases; i++) {
      int own = i % DrawnSeries.CASES_PER_BENCHMARK;
      TestCase testCase =
          new TestCase(
              "benchmark-" + i / DrawnSeries.CASES_PER_BENCHMARK,
              PROFILES.get(own % 4),
              "scenario-" + own / 4,
              TestCase.DEFAULT_BACKEND,
              TestCase.DEFAULT_TARGET);
      cases.add(testCase);
      places.put(testCase, i);
    }
  }

  /**
   * Judges builds upon every few merges. What a day of the machine changed is left out, and what is
   * a good part noise and a good part real: either answer is wrong.
   */
  void judge(TryScore score) {
    for (int parent = 2 * BEFORE; parent + AFTER + 2 * APART < drawn.merges; parent += 5) {
      judge(parent, parent + AFTER + 1 + random.nextInt(2 * APART - 1), score);
    }
  }

  private void judge(int parent, int noiseOf, TryScore score) {
    double[] own = change();
    MeasuredSeries series = series(parent - BEFORE, parent + AFTER);
    Comparisons comparison =
        Comparisons.comparison()
            .between(
                Comparisons.artifact(sha(parent), parent),
                Comparisons.artifact(new Sha("f".repeat(40)), 0));
    for (int i = 0; i < drawn.cases; i++) {
      double before = drawn.values[i][parent];
      double later = drawn.values[i][noiseOf];
      if (Double.isNaN(before) || Double.isNaN(later)) {
        continue;
      }
      double merged = drawn.real(i, noiseOf) - drawn.real(i, parent);
      double after = Math.rint(later * Math.exp(own[i] - merged));
      double threshold = drawn.thresholds[i][parent + 1];
      comparison.add(
          cases.get(i),
          Category.PRIMARY,
          new TestResultComparison(
              before, after, threshold, Math.abs(after - before) / before / threshold, false));
    }
    List<TestCaseChange> relevant =
        ComparisonSummary.of(comparison.build(), TestCase.DEFAULT_TARGET).relevant().toList();
    for (JudgedTryChange judged : TryJudge.judge(series, sha(parent), relevant)) {
      double moved = Math.log1p(judged.change().change());
      int place = Objects.requireNonNull(places.get(judged.change().testCase()));
      double ofDay =
          drawn.part(Truth.MACHINE_DAY, place, noiseOf)
              - drawn.part(Truth.MACHINE_DAY, place, parent);
      if (Math.abs(ofDay) >= Math.abs(moved) / 2) {
        continue;
      }
      double part = own[place] / moved;
      if (part <= A_PART || part >= 1 - A_PART) {
        score.add(judged, part >= 1 - A_PART);
      }
    }
  }

  /** What the build's change does to each test case, as a logarithm: often nothing. */
  private double[] change() {
    double[] own = new double[drawn.cases];
    double size = 3e-3 * Math.pow(5e-2 / 3e-3, random.nextDouble());
    double signed = random.nextBoolean() ? size : -size;
    int benchmarks =
        switch (random.nextInt(4)) {
          case 0 -> 0;
          case 1 -> 1;
          default -> 3 + random.nextInt(drawn.benchmarks / 2);
        };
    for (int n = 0; n < benchmarks; n++) {
      int benchmark = random.nextInt(drawn.benchmarks);
      for (int i = 0; i < DrawnSeries.CASES_PER_BENCHMARK; i++) {
        if (random.nextBoolean()) {
          own[benchmark * DrawnSeries.CASES_PER_BENCHMARK + i] =
              signed * (0.5 + random.nextDouble());
        }
      }
    }
    return own;
  }

  private MeasuredSeries series(int first, int last) {
    SeriesBuilder values = new SeriesBuilder(TestCase.DEFAULT_TARGET);
    List<ComparisonSummary> steps = new ArrayList<>();
    int before = first;
    for (int merge = first + 1; merge <= last; merge++) {
      ArtifactComparison comparison = comparison(before, merge);
      if (!comparison.compile().isEmpty()) {
        values.add(comparison);
        steps.add(ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET));
        before = merge;
      }
    }
    return values.build(steps, List.<Gap>of());
  }

  private ArtifactComparison comparison(int from, int merge) {
    Comparisons comparison =
        Comparisons.comparison()
            .between(
                Comparisons.artifact(sha(from), from), Comparisons.artifact(sha(merge), merge));
    for (int i = 0; i < drawn.cases; i++) {
      double before = drawn.values[i][from];
      double after = drawn.values[i][merge];
      if (!Double.isNaN(before) && !Double.isNaN(after)) {
        comparison.add(
            cases.get(i),
            Category.PRIMARY,
            new TestResultComparison(before, after, drawn.thresholds[i][merge], 0, false));
      }
    }
    return comparison.build();
  }

  private static Sha sha(int merge) {
    return new Sha(String.format(Locale.ROOT, "%040x", merge));
  }
}

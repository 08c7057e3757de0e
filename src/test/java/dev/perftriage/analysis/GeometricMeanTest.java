package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.THRESHOLD;
import static dev.perftriage.Comparisons.comparison;
import static dev.perftriage.analysis.Selections.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.GeometricMean.Interval;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class GeometricMeanTest {

  private static final String TARGET = TestCase.DEFAULT_TARGET;

  @Test
  void itIsTheRootOfTheProductOfAllRatios() {
    GeometricMean mean = mean(comparison().primary(100, 200).secondary(100, 50).primary(1, 8));

    assertThat(mean.change()).isCloseTo(1, within(1e-15));
    assertThat(mean.testCases()).isEqualTo(3);
    assertThat(mean.byBenchmark()).hasSize(3);
    assertThat(mean.leftOut()).isZero();
  }

  @Test
  void itCountsTestCasesThatAreNotRelevantToo() {
    GeometricMean mean = mean(comparison().primary(1000, 1210).primary(1000, 1000));

    assertThat(mean.change()).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void whatHasNoLogarithmIsLeftOutAndCounted() {
    GeometricMean mean =
        mean(
            comparison()
                .primary(100, 400)
                .primary(0, 5)
                .primary(5, 0)
                .secondary(0, 0)
                .secondary(Double.NaN, 1));

    assertThat(mean.change()).isCloseTo(3, within(1e-15));
    assertThat(mean.testCases()).isEqualTo(1);
    assertThat(mean.leftOut()).isEqualTo(4);
  }

  @Test
  void otherTargetsHaveMeansOfTheirOwn() {
    ArtifactComparison facts =
        comparison()
            .add(testCase("a", "check", TARGET), Category.PRIMARY, from(1, 2))
            .add(testCase("a", "check", "arm"), Category.PRIMARY, from(1, 8))
            .build();

    assertThat(GeometricMean.of(facts, "arm").orElseThrow().change()).isCloseTo(7, within(1e-14));
    assertThat(GeometricMean.of(facts, "wasm")).isEmpty();
  }

  @Test
  void oneBenchmarkAloneHasNoInterval() {
    ArtifactComparison facts =
        comparison()
            .add(testCase("a", "check", TARGET), Category.PRIMARY, from(1, 2))
            .add(testCase("a", "opt", TARGET), Category.PRIMARY, from(1, 3))
            .build();

    assertThat(GeometricMean.of(facts, TARGET).orElseThrow().interval()).isEmpty();
  }

  @Test
  void benchmarksThatAgreeLeaveNoRoom() {
    GeometricMean mean = mean(comparison().primary(100, 110).primary(200, 220).primary(10, 11));

    assertThat(mean.interval().orElseThrow().lower()).isCloseTo(0.1, within(1e-15));
    assertThat(mean.interval().orElseThrow().upper()).isCloseTo(0.1, within(1e-15));
  }

  /** All four draws of two benchmarks are as likely, so each end is one drawn twice. */
  @Test
  void ofTwoBenchmarksEitherMayBeDrawnTwice() {
    Interval interval = mean(comparison().primary(1, 2).primary(1, 4)).interval().orElseThrow();

    assertThat(interval.lower()).isCloseTo(1, within(1e-15));
    assertThat(interval.upper()).isCloseTo(3, within(1e-15));
  }

  @Test
  void aBenchmarkIsDrawnWithAllItsTestCases() {
    Comparisons comparison = comparison().primary(100, 100);
    for (int at = 0; at < 99; at++) {
      comparison.add(testCase("big", "p" + at, TARGET), Category.PRIMARY, from(100, 200));
    }
    Interval interval = mean(comparison).interval().orElseThrow();

    assertThat(interval.lower()).isCloseTo(0, within(1e-15));
    assertThat(interval.upper()).isCloseTo(1, within(1e-15));
  }

  @Test
  void aSecondWayOfComputingItAgrees() {
    for (long seed = 0; seed < 5; seed++) {
      ArtifactComparison facts = random(seed);
      Map<String, double[]> ratios = ratios(facts);
      GeometricMean mean = GeometricMean.of(facts, TARGET).orElseThrow();

      assertThat(1 + mean.change())
          .isCloseTo(StatUtils.geometricMean(joined(List.copyOf(ratios.values()))), within(1e-13));
      Interval naive = naiveInterval(new ArrayList<>(ratios.values()));
      assertThat(mean.interval().orElseThrow().lower()).isCloseTo(naive.lower(), within(1e-13));
      assertThat(mean.interval().orElseThrow().upper()).isCloseTo(naive.upper(), within(1e-13));
      assertThat(mean.interval().orElseThrow().lower()).isLessThan(mean.change());
      assertThat(mean.interval().orElseThrow().upper()).isGreaterThan(mean.change());
    }
  }

  @Test
  void theOrderInWhichTestCasesArriveChangesNothing() {
    ArtifactComparison facts = random(3);
    List<TestCaseComparison> shuffled = new ArrayList<>(facts.compile());
    Collections.shuffle(shuffled, new Random(1));

    assertThat(GeometricMean.of(facts.with(shuffled, List.of(), List.of()), TARGET))
        .isEqualTo(GeometricMean.of(facts, TARGET));
  }

  /** With the same draws: whole test cases are put side by side, and their ratios averaged. */
  private static Interval naiveInterval(List<double[]> benchmarks) {
    Well19937c random = new Well19937c(GeometricMean.SEED);
    double[] means = new double[GeometricMean.RESAMPLES];
    for (int resample = 0; resample < means.length; resample++) {
      List<double[]> drawn = new ArrayList<>();
      for (int at = 0; at < benchmarks.size(); at++) {
        drawn.add(benchmarks.get(random.nextInt(benchmarks.size())));
      }
      means[resample] = StatUtils.geometricMean(joined(drawn)) - 1;
    }
    Percentile percentile = new Percentile();
    return new Interval(percentile.evaluate(means, 2.5), percentile.evaluate(means, 97.5));
  }

  private static double[] joined(List<double[]> parts) {
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private static Map<String, double[]> ratios(ArtifactComparison facts) {
    Map<String, double[]> ratios = new TreeMap<>();
    for (TestCaseComparison some : facts.compile()) {
      double ratio = some.result().after() / some.result().before();
      if (some.testCase().target().equals(TARGET) && ratio > 0 && Double.isFinite(ratio)) {
        ratios.merge(
            some.testCase().benchmark(), new double[] {ratio}, (a, b) -> joined(List.of(a, b)));
      }
    }
    return ratios;
  }

  private static GeometricMean mean(Comparisons comparison) {
    Optional<GeometricMean> mean = GeometricMean.of(comparison.build(), TARGET);
    return mean.orElseThrow();
  }

  private static TestCase testCase(String benchmark, String profile, String target) {
    return new TestCase(benchmark, profile, "full", TestCase.DEFAULT_BACKEND, target);
  }

  private static TestResultComparison from(double before, double after) {
    return new TestResultComparison(before, after, THRESHOLD, 1, false);
  }
}

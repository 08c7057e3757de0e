package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * The geometric mean of after / before over all comparable test cases of one target, relevant or
 * not.
 *
 * @param byBenchmark the benchmarks in alphabetical order, at least 1
 * @param leftOut the number of test cases left out because a value is zero or not a number
 */
public record GeometricMean(List<BenchmarkRatios> byBenchmark, int leftOut) {

  /** The number of bootstrap resamples. */
  public static final int RESAMPLES = 1999;

  /** The seed of the resampling. */
  public static final int SEED = 20251103;

  /** The part of the resampled means on either side of the interval, in percent. */
  private static final double TAIL = 2.5;

  /** The mean over the test cases of a target; empty if there are none. */
  public static Optional<GeometricMean> of(ArtifactComparison comparison, String target) {
    return of(
        comparison.compile().stream()
            .filter(compile -> compile.testCase().target().equals(target))
            .toList());
  }

  /** The mean over some test cases; empty if there are none. */
  static Optional<GeometricMean> of(List<TestCaseComparison> all) {
    Map<String, List<Ratio>> byBenchmark =
        all.stream()
            .map(Ratio::of)
            .filter(ratio -> Double.isFinite(ratio.logarithm))
            .collect(Collectors.groupingBy(Ratio::benchmark, TreeMap::new, Collectors.toList()));
    if (byBenchmark.isEmpty()) {
      return Optional.empty();
    }
    List<BenchmarkRatios> benchmarks =
        byBenchmark.values().stream().map(BenchmarkRatios::of).toList();
    return Optional.of(new GeometricMean(benchmarks, all.size() - testCases(benchmarks)));
  }

  /** The mean ratio minus one: a fraction, negative for an improvement. */
  public double change() {
    double sum = 0;
    for (BenchmarkRatios benchmark : byBenchmark) {
      sum += benchmark.logarithms;
    }
    return change(sum / testCases());
  }

  /** The number of test cases, at least 1. */
  public int testCases() {
    return testCases(byBenchmark);
  }

  private static int testCases(List<BenchmarkRatios> benchmarks) {
    return benchmarks.stream().mapToInt(BenchmarkRatios::testCases).sum();
  }

  /**
   * The bootstrap interval over benchmarks; empty with fewer than two. It is calculated at each
   * call, from a fixed seed.
   */
  public Optional<Interval> interval() {
    if (byBenchmark.size() < 2) {
      return Optional.empty();
    }
    RandomGenerator random = new Well19937c(SEED);
    double[] means = new double[RESAMPLES];
    Arrays.setAll(means, resample -> resampledMean(random));
    // Each end is one of the means: with 1999, the 50th and the 50th from the end.
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_1);
    percentile.setData(means);
    return Optional.of(
        new Interval(change(percentile.evaluate(TAIL)), change(percentile.evaluate(100 - TAIL))));
  }

  /** The mean logarithm over all test cases of as many benchmarks, drawn with replacement. */
  private double resampledMean(RandomGenerator random) {
    int size = byBenchmark.size();
    double sum = 0;
    int testCases = 0;
    for (int draw = 0; draw < size; draw++) {
      BenchmarkRatios benchmark = byBenchmark.get(random.nextInt(size));
      sum += benchmark.logarithms;
      testCases += benchmark.testCases;
    }
    return sum / testCases;
  }

  /** The change for a mean logarithm; monotonic. */
  private static double change(double mean) {
    return StrictMath.expm1(mean);
  }

  /**
   * The 95 % bootstrap interval over benchmarks, resampled with replacement and each with all its
   * test cases. It shows the sensitivity of the mean to the choice of benchmarks, not the
   * measurement error.
   *
   * @param lower the lower end, as a fraction
   * @param upper the upper end, as a fraction
   */
  public record Interval(double lower, double upper) {}

  private record Ratio(String benchmark, String profile, String variant, double logarithm) {

    /** The order of summation within a benchmark. */
    private static int byName(Ratio one, Ratio other) {
      int order = one.profile.compareTo(other.profile);
      return order == 0 ? one.variant.compareTo(other.variant) : order;
    }

    /** StrictMath, because the last digit of Math may differ between JDKs. */
    private static Ratio of(TestCaseComparison compile) {
      boolean comparable = compile.result().comparability() == Comparability.COMPARABLE;
      return new Ratio(
          compile.testCase().benchmark(),
          compile.testCase().profile(),
          compile.testCase().variant(),
          comparable
              ? StrictMath.log(compile.result().after() / compile.result().before())
              : Double.NaN);
    }
  }

  /**
   * The ratios of a benchmark's test cases.
   *
   * @param logarithms the sum of their natural logarithms
   * @param testCases the number of test cases, at least 1
   */
  public record BenchmarkRatios(double logarithms, int testCases) {

    private static BenchmarkRatios of(List<Ratio> ratios) {
      double sum = 0;
      for (Ratio ratio : ratios.stream().sorted(Ratio::byName).toList()) {
        sum += ratio.logarithm;
      }
      return new BenchmarkRatios(sum, ratios.size());
    }
  }
}

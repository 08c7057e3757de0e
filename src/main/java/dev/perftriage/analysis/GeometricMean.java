package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * The geometric mean of after / before over all comparable test cases of one target, relevant or
 * not.
 *
 * @param change the mean ratio minus one: a fraction, negative for an improvement
 * @param testCases the number of test cases, at least 1
 * @param benchmarks the number of their benchmarks
 * @param leftOut the number of test cases left out because a value is zero or not a number
 * @param interval the bootstrap interval over benchmarks; empty with fewer than two
 */
public record GeometricMean(
    double change, int testCases, int benchmarks, int leftOut, Optional<Interval> interval) {

  /** The number of bootstrap resamples. */
  public static final int RESAMPLES = 1999;

  /** The seed of the resampling. */
  public static final int SEED = 20251103;

  /** With this many resamples, 2.5 % lie below the 50th and 2.5 % above the 50th from the end. */
  private static final int LOWER = (RESAMPLES + 1) / 40 - 1;

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
    Benchmark[] benchmarks =
        byBenchmark.values().stream().map(Benchmark::of).toArray(Benchmark[]::new);
    int comparable = Arrays.stream(benchmarks).mapToInt(Benchmark::testCases).sum();
    return Optional.of(
        new GeometricMean(
            change(mean(benchmarks, place -> place)),
            comparable,
            benchmarks.length,
            all.size() - comparable,
            benchmarks.length < 2 ? Optional.empty() : Optional.of(interval(benchmarks))));
  }

  /** The mean logarithm over all test cases of the benchmarks chosen, one for each place. */
  private static double mean(Benchmark[] benchmarks, IntUnaryOperator choice) {
    double sum = 0;
    int testCases = 0;
    for (int place = 0; place < benchmarks.length; place++) {
      Benchmark benchmark = benchmarks[choice.applyAsInt(place)];
      sum += benchmark.logarithms;
      testCases += benchmark.testCases;
    }
    return sum / testCases;
  }

  /** The change for a mean logarithm; monotonic. */
  private static double change(double mean) {
    return StrictMath.expm1(mean);
  }

  private static Interval interval(Benchmark[] benchmarks) {
    RandomGenerator random = new Well19937c(SEED);
    double[] means = new double[RESAMPLES];
    Arrays.setAll(means, resample -> mean(benchmarks, place -> random.nextInt(benchmarks.length)));
    Arrays.sort(means);
    return new Interval(change(means[LOWER]), change(means[RESAMPLES - 1 - LOWER]));
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
    private static final Comparator<Ratio> BY_NAME =
        Comparator.comparing(Ratio::profile).thenComparing(Ratio::variant);

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

  /** The sum of the logarithms of a benchmark's ratios, and how many there are. */
  private record Benchmark(double logarithms, int testCases) {

    private static Benchmark of(List<Ratio> ratios) {
      double sum = 0;
      for (Ratio ratio : ratios.stream().sorted(Ratio.BY_NAME).toList()) {
        sum += ratio.logarithm;
      }
      return new Benchmark(sum, ratios.size());
    }
  }
}

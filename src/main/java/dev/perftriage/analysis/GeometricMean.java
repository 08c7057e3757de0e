package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * The geometric mean of after / before over all comparable test cases of one target, relevant or
 * not.
 *
 * @param change the mean ratio less one: a fraction, negative for an improvement
 * @param testCases the number of test cases, at least 1
 * @param benchmarks the number of their benchmarks
 * @param leftOut the number of excluded test cases of the target: zero before or after, or no
 *     number
 * @param interval the bootstrap interval over benchmarks; empty with fewer than two
 */
public record GeometricMean(
    double change, int testCases, int benchmarks, int leftOut, Optional<Interval> interval) {

  /** The number of bootstrap resamples. */
  public static final int RESAMPLES = 1999;

  /** The seed of the resampling. */
  public static final int SEED = 20251103;

  /** With these many resamples, 2.5 % lie below the 50th and 2.5 % above the 50th from the end. */
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
    List<Ratio> ratios = new ArrayList<>(all.size());
    for (TestCaseComparison compile : all) {
      Ratio ratio = Ratio.of(compile);
      if (Double.isFinite(ratio.logarithm)) {
        ratios.add(ratio);
      }
    }
    if (ratios.isEmpty()) {
      return Optional.empty();
    }
    Benchmark[] benchmarks = benchmarks(ratios);
    return Optional.of(
        new GeometricMean(
            change(benchmarks),
            ratios.size(),
            benchmarks.length,
            all.size() - ratios.size(),
            benchmarks.length < 2 ? Optional.empty() : Optional.of(interval(benchmarks))));
  }

  /** The benchmarks by name with their sums. */
  private static Benchmark[] benchmarks(List<Ratio> ratios) {
    Collections.sort(ratios);
    List<Benchmark> benchmarks = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= ratios.size(); to++) {
      if (to == ratios.size() || !ratios.get(to).benchmark().equals(ratios.get(from).benchmark())) {
        benchmarks.add(Benchmark.of(ratios.subList(from, to)));
        from = to;
      }
    }
    return benchmarks.toArray(Benchmark[]::new);
  }

  private static double change(Benchmark[] benchmarks) {
    double sum = 0;
    int testCases = 0;
    for (Benchmark benchmark : benchmarks) {
      sum += benchmark.logarithms;
      testCases += benchmark.testCases;
    }
    return change(sum / testCases);
  }

  /** The change for a mean logarithm; monotonic. */
  private static double change(double mean) {
    return StrictMath.expm1(mean);
  }

  /** Resamples the benchmarks with replacement. */
  private static Interval interval(Benchmark[] benchmarks) {
    RandomGenerator random = new Well19937c(SEED);
    double[] means = new double[RESAMPLES];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      means[resample] = drawnMean(benchmarks, random);
    }
    Arrays.sort(means);
    return new Interval(change(means[LOWER]), change(means[RESAMPLES - 1 - LOWER]));
  }

  private static double drawnMean(Benchmark[] benchmarks, RandomGenerator random) {
    double sum = 0;
    int testCases = 0;
    for (int drawn = 0; drawn < benchmarks.length; drawn++) {
      Benchmark benchmark = benchmarks[random.nextInt(benchmarks.length)];
      sum += benchmark.logarithms;
      testCases += benchmark.testCases;
    }
    return sum / testCases;
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

  /** A test case's ratio, ordered by name for summation. */
  private record Ratio(TestCase testCase, String variant, double logarithm)
      implements Comparable<Ratio> {

    /** StrictMath, because the last digit of Math may differ between JDKs. */
    private static Ratio of(TestCaseComparison compile) {
      boolean comparable = compile.result().comparability() == Comparability.COMPARABLE;
      return new Ratio(
          compile.testCase(),
          compile.testCase().variant(),
          comparable
              ? StrictMath.log(compile.result().after() / compile.result().before())
              : Double.NaN);
    }

    private String benchmark() {
      return testCase.benchmark();
    }

    @Override
    public int compareTo(Ratio other) {
      int order = benchmark().compareTo(other.benchmark());
      if (order == 0) {
        order = testCase.profile().compareTo(other.testCase.profile());
      }
      return order != 0 ? order : variant.compareTo(other.variant);
    }
  }

  /**
   * A benchmark's test cases.
   *
   * @param logarithms the sum of their ratios' logarithms
   * @param testCases their number
   */
  private record Benchmark(double logarithms, int testCases) {

    private static Benchmark of(List<Ratio> ratios) {
      double sum = 0;
      for (Ratio ratio : ratios) {
        sum += ratio.logarithm;
      }
      return new Benchmark(sum, ratios.size());
    }
  }
}

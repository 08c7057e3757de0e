package dev.perftriage.report;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.GeometricMean;
import java.util.Optional;

/** The sentences that give the geometric mean over all test cases and say what it is. */
public final class GeometricMeanNote {

  private GeometricMeanNote() {}

  /** Why there is no mean under a filter; empty where there may be one. */
  public static Optional<String> reasonAgainst(CaseFilter filter) {
    return filter.selectsByOutcome()
        ? Optional.of(
            "No geometric mean: it covers all test cases, but the filter selects by outcome.")
        : Optional.empty();
  }

  /**
   * The mean as a sentence, with two decimals, since it is smaller than that of the relevant test
   * cases.
   */
  public static String of(GeometricMean mean) {
    return "Geometric mean over "
        + Numbers.counted(mean.testCases(), "test case")
        + ", relevant or not: "
        + Numbers.finePercent(mean.change())
        + mean.interval().map(interval -> interval(interval, mean.benchmarks())).orElse("")
        + "."
        + (mean.leftOut() == 0
            ? ""
            : " Excluded: "
                + Numbers.counted(mean.leftOut(), "test case")
                + " with zero or no number on a side.");
  }

  private static String interval(GeometricMean.Interval interval, int benchmarks) {
    return ". 95% bootstrap interval over "
        + benchmarks
        + " benchmarks: ["
        + Numbers.finePercent(interval.lower())
        + ", "
        + Numbers.finePercent(interval.upper())
        + "] (sensitivity to the choice of benchmarks, not measurement error)";
  }
}

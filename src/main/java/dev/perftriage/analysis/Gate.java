package dev.perftriage.analysis;

import dev.perftriage.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A condition under which a comparison fails. Only regressions and new errors trip a gate; bounds
 * are inclusive. It judges the compile benchmarks of all targets and, on request, the runtime
 * benchmarks.
 */
public sealed interface Gate {

  /** The gate as the user wrote it, such as {@code change:1%}. */
  String label();

  /** The causes; empty if the comparison passes. */
  List<Trip> trips(JudgedComparison judged, boolean withRuntime);

  /** Whether it judges changes, which need values before and after. */
  default boolean judgesChanges() {
    return true;
  }

  /** Whether it judges by means, which test cases that were zero before have no part in. */
  default boolean judgesMeans() {
    return false;
  }

  /**
   * Trips on each relevant regression of a minimum size, largest first.
   *
   * @param magnitude the smallest magnitude that trips it
   * @param change the smallest change that trips it, as a fraction
   */
  record Regressions(String label, Magnitude magnitude, double change) implements Gate {
    @Override
    public List<Trip> trips(JudgedComparison judged, boolean withRuntime) {
      Metric metric = judged.facts().metric();
      Stream<TestCaseChange> runtime =
          withRuntime
              ? RuntimeSummary.of(judged.facts()).changes().relevant().stream()
              : Stream.empty();
      return Stream.concat(judged.relevantLargestFirst().stream(), runtime)
          .filter(TestCaseChange::isRegression)
          .filter(one -> one.magnitude().isAtLeast(magnitude) && one.change() >= change)
          .sorted(TestCaseChange.LARGEST_FIRST)
          .map(one -> new Trip(label, metric, one.testCase().toString(), Optional.of(one.change())))
          .toList();
    }
  }

  /**
   * Trips if the mean of all relevant finite changes of the primary, secondary or runtime
   * benchmarks, computed as on the site, is too high.
   *
   * @param mean the smallest mean that trips it, as a fraction
   */
  record Means(String label, double mean) implements Gate {
    @Override
    public List<Trip> trips(JudgedComparison judged, boolean withRuntime) {
      Metric metric = judged.facts().metric();
      List<Trip> trips = new ArrayList<>();
      judged
          .byTarget()
          .forEach(
              (target, summary) -> {
                trip(metric, "primary", " on " + target, summary.primary()).ifPresent(trips::add);
                trip(metric, "secondary", " on " + target, summary.secondary())
                    .ifPresent(trips::add);
              });
      if (withRuntime) {
        trip(metric, "runtime", "", RuntimeSummary.of(judged.facts()).changes())
            .ifPresent(trips::add);
      }
      return List.copyOf(trips);
    }

    @Override
    public boolean judgesMeans() {
      return true;
    }

    private Optional<Trip> trip(
        Metric metric, String which, String place, CategorySummary category) {
      return category
          .all()
          .flatMap(ChangeStatistics::figures)
          .filter(all -> all.mean() >= mean)
          .map(
              all ->
                  new Trip(
                      label,
                      metric,
                      "mean of " + all.count() + " relevant " + which + " test cases" + place,
                      Optional.of(all.mean())));
    }
  }

  /** Trips on each benchmark that newly fails. */
  record NewErrors(String label) implements Gate {
    @Override
    public List<Trip> trips(JudgedComparison judged, boolean withRuntime) {
      return judged.facts().newErrors().stream()
          .map(
              error ->
                  new Trip(
                      label,
                      judged.facts().metric(),
                      MeasuredCases.isBenchmark(error.benchmark(), judged.facts())
                          ? error.benchmark() + " newly fails"
                          : "a new error of " + error.benchmark(),
                      Optional.empty()))
          .toList();
    }

    @Override
    public boolean judgesChanges() {
      return false;
    }
  }

  /**
   * The cause that tripped a gate.
   *
   * @param gate the gate's label
   * @param subject the test case, benchmark or mean
   * @param change the change as a fraction, infinite from zero; empty for an error
   */
  record Trip(String gate, Metric metric, String subject, Optional<Double> change) {}
}

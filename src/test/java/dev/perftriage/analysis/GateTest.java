package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.THRESHOLD;
import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.Gate.Trip;
import dev.perftriage.model.Category;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

  private static final String ARM = "aarch64-unknown-linux-gnu";

  /** Changes are in thousandths, by a threshold of 2. */
  @ParameterizedTest(name = "{0}: from magnitude {1} and {2} up, {3} trip")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a bound itself trips
          10         | SMALL  | 0.01   | 10
          10         | SMALL  | 0.0101 |
          11         | MEDIUM | 0      | 11
          5          | MEDIUM | 0      |
          5          | SMALL  | 0      | 5
          # both have to hold
          5 11       | MEDIUM | 0.02   |
          # what is not relevant never trips
          1          | VERY_SMALL | 0  |
          # nor does what got better
          -30        | SMALL  | 0      |
          # the worst first
          5 30 -40 11 | SMALL | 0      | 30 11 5
          """)
  void relevantRegressionsTripFromABoundUp(
      String changes, Magnitude magnitude, double change, @Nullable String tripping) {
    Comparisons comparison = comparison();
    numbers(changes).forEach(each -> comparison.primary(1000, 1000.0 + each));

    List<Trip> trips =
        new Gate.Regressions("gate", magnitude, change).trips(judged(comparison), true);

    assertThat(thousandths(trips)).containsExactlyElementsOf(numbers(tripping));
  }

  @Test
  void aTripNamesItsGateItsTestCaseAndItsChange() {
    Comparisons comparison =
        comparison()
            .add(
                new TestCase("serde", "check", "full", "llvm", ARM),
                Category.SECONDARY,
                grown(1020));

    assertThat(
            new Gate.Regressions("change:1%", Magnitude.SMALL, 0.01)
                .trips(judged(comparison), false))
        .containsExactly(
            new Trip(
                "change:1%", Metric.INSTRUCTIONS, "serde check full " + ARM, Optional.of(0.02)));
  }

  @Test
  void runtimeBenchmarksTripOnlyWhereTheyAreCompared() {
    JudgedComparison judged =
        judged(comparison().primary(1000, 1005).runtime("nbody", grown(1030)));
    Gate regressions = new Gate.Regressions("gate", Magnitude.SMALL, 0);
    Gate means = new Gate.Means("gate", 0);

    assertThat(subjects(regressions.trips(judged, true)))
        .containsExactly("nbody", "primary-0 check full");
    assertThat(subjects(regressions.trips(judged, false))).containsExactly("primary-0 check full");
    assertThat(subjects(means.trips(judged, true)))
        .containsExactly(
            "mean of 1 relevant primary test cases on x86_64-unknown-linux-gnu",
            "mean of 1 relevant runtime test cases");
    assertThat(subjects(means.trips(judged, false)))
        .containsExactly("mean of 1 relevant primary test cases on x86_64-unknown-linux-gnu");
  }

  /** Changes are in thousandths; the mean is that of all relevant ones. */
  @ParameterizedTest(name = "{0}: from a mean of {1} up, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10 20      | 0.015  | 15
          10 20      | 0.0151 |
          # improvements pull the mean down, what is not relevant does not
          40 -10     | 0.015  | 15
          20 1       | 0.02   | 20
          -20        | 0      |
          1          | 0      |
          """)
  void meansTripFromABoundUp(String changes, double mean, @Nullable String tripping) {
    Comparisons comparison = comparison();
    numbers(changes).forEach(each -> comparison.primary(1000, 1000.0 + each));

    assertThat(thousandths(new Gate.Means("gate", mean).trips(judged(comparison), true)))
        .containsExactlyElementsOf(numbers(tripping));
  }

  @Test
  void eachTargetAndCategoryHasAMeanOfItsOwn() {
    Comparisons comparison =
        comparison()
            .primary(1000, 1010)
            .secondary(1000, 1030)
            .add(new TestCase("serde", "opt", "full", "llvm", ARM), Category.PRIMARY, grown(1020));

    assertThat(new Gate.Means("mean:1%", 0.01).trips(judged(comparison), false))
        .containsExactly(
            mean("primary", TestCase.DEFAULT_TARGET, 0.01),
            mean("secondary", TestCase.DEFAULT_TARGET, 0.03),
            mean("primary", ARM, 0.02));
  }

  @Test
  void everyBenchmarkThatNewlyFailsTrips() {
    Gate gate = new Gate.NewErrors("new-errors");

    assertThat(gate.trips(judged(comparison().primary(1000, 2000)), true)).isEmpty();
    assertThat(gate.trips(judged(comparison().error("serde").error("syn")), false))
        .containsExactly(
            new Trip("new-errors", Metric.INSTRUCTIONS, "serde newly fails", Optional.empty()),
            new Trip("new-errors", Metric.INSTRUCTIONS, "syn newly fails", Optional.empty()));
  }

  @Test
  void onlyNewErrorsAreFoundWithoutValuesOnBothSides() {
    assertThat(new Gate.Regressions("gate", Magnitude.SMALL, 0).judgesChanges()).isTrue();
    assertThat(new Gate.Means("gate", 0).judgesChanges()).isTrue();
    assertThat(new Gate.NewErrors("gate").judgesChanges()).isFalse();
  }

  private static Trip mean(String category, String target, double mean) {
    return new Trip(
        "mean:1%",
        Metric.INSTRUCTIONS,
        "mean of 1 relevant " + category + " test cases on " + target,
        Optional.of(mean));
  }

  private static JudgedComparison judged(Comparisons comparison) {
    return JudgedComparison.of(comparison.build(), CaseFilter.ALL);
  }

  private static TestResultComparison grown(double after) {
    return new TestResultComparison(1000, after, THRESHOLD, 1, true);
  }

  private static List<String> subjects(List<Trip> trips) {
    return trips.stream().map(Trip::subject).toList();
  }

  private static List<Long> thousandths(List<Trip> trips) {
    return trips.stream().map(trip -> Math.round(trip.change().orElseThrow() * 1000)).toList();
  }

  private static List<Long> numbers(@Nullable String words) {
    return words == null ? List.of() : Arrays.stream(words.split(" ")).map(Long::valueOf).toList();
  }
}

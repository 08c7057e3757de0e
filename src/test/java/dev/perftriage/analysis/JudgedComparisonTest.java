package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.THRESHOLD;
import static dev.perftriage.Comparisons.comparison;
import static dev.perftriage.analysis.Selections.filter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which test cases are judged together: those of a target, of a filter, of the runtime suite. */
class JudgedComparisonTest {

  private static final String ARM = "aarch64-unknown-linux-gnu";
  private static final String X86 = TestCase.DEFAULT_TARGET;

  @ParameterizedTest(name = "measured on {0}, only {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the default target's summary stands first, even where nothing was measured on it
          x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu | | x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu
          z-target aarch64-unknown-linux-gnu | | x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu z-target
                                             | | x86_64-unknown-linux-gnu
          # unless it was left out
          z-target aarch64-unknown-linux-gnu | !x86* | aarch64-unknown-linux-gnu z-target
          x86_64-unknown-linux-gnu z-target  | z*    | z-target
          # but there always is a summary
          z-target                           | arm*  | x86_64-unknown-linux-gnu
          """)
  void eachTargetIsJudgedAlone(
      @Nullable String measured, @Nullable String selected, String targets) {
    Comparisons facts = comparison();
    if (measured != null) {
      for (String target : measured.split(" ", -1)) {
        facts.add(testCase("serde", target), Category.PRIMARY, result(1000, 1020));
      }
    }
    CaseFilter filter = selected == null ? CaseFilter.ALL : filter(Criterion.TARGET, selected);

    JudgedComparison judged = JudgedComparison.of(facts.build(), filter);

    List<String> expected = Arrays.asList(targets.split(" "));
    assertThat(judged.byTarget().keySet()).containsExactlyElementsOf(expected);
    assertThat(judged.summary()).isSameAs(judged.byTarget().get(expected.get(0)));
  }

  @Test
  void allTargetsTogetherStandInOrderOfTheirChangeWhicheverWayThenByName() {
    JudgedComparison judged =
        JudgedComparison.of(
            comparison()
                .add(testCase("tiny", X86), Category.PRIMARY, result(1000, 1001))
                .add(testCase("b", ARM), Category.PRIMARY, result(1000, 1020))
                .add(testCase("a", X86), Category.SECONDARY, result(1000, 1020))
                .add(testCase("faster", X86), Category.PRIMARY, result(1000, 970))
                .add(testCase("new", X86), Category.PRIMARY, result(0, 970))
                .build(),
            CaseFilter.ALL);

    assertThat(benchmarks(ComparableTestCases.of(judged.facts()).largestFirst()))
        .containsExactly("new", "faster", "a", "b", "tiny");
    assertThat(benchmarks(judged.relevantLargestFirst()))
        .containsExactly("new", "faster", "a", "b");
  }

  @Test
  void theGeometricMeanIsThatOfTheSelectionUnlessTheOutcomeSelectedIt() {
    ArtifactComparison all =
        comparison()
            .add(testCase("serde", X86), Category.PRIMARY, result(1000, 1250))
            .add(testCase("syn", X86), Category.PRIMARY, result(1000, 1000))
            .add(testCase("syn", ARM), Category.PRIMARY, result(1000, 500))
            .build();

    assertThat(mean(all, filter(Criterion.BENCHMARK, "serde"), X86)).isEqualTo(0.25);
    assertThat(mean(all, filter(Criterion.BENCHMARK, "syn"), X86)).isEqualTo(0);
    assertThat(mean(all, CaseFilter.ALL, ARM)).isEqualTo(-0.5);
    assertThat(mean(all, filter(Criterion.BENCHMARK, "serde"), ARM)).isNull();
    assertThat(mean(all, filter(Criterion.DIRECTION, "regression"), X86)).isNull();
    assertThat(mean(all, filter(Criterion.MIN_CHANGE, "1%"), X86)).isNull();
  }

  @Test
  void aSelectionCountsWhatItLeavesOut() {
    ArtifactComparison all =
        comparison()
            .add(testCase("serde", X86), Category.PRIMARY, result(1000, 1000))
            .add(testCase("syn", X86), Category.PRIMARY, result(0, 1000))
            .add(testCase("cargo", X86), Category.PRIMARY, result(1000, 1000))
            .add(testCase("cargo", ARM), Category.PRIMARY, result(1000, 1000))
            .build();
    CaseFilter notCargo = filter(Criterion.BENCHMARK, "!cargo");

    assertThat(JudgedComparison.of(all, notCargo).selection())
        .isEqualTo(new Selection(notCargo, 4, 2));
    assertThat(Selection.of(notCargo, all, X86)).isEqualTo(new Selection(notCargo, 3, 1));
    assertThat(Selection.of(notCargo, all, ARM)).isEqualTo(new Selection(notCargo, 1, 1));
  }

  @Test
  void comparableTestCasesAreThoseOfTheirTargetInTheOrderReceived() {
    ArtifactComparison all =
        comparison()
            .add(testCase("syn", X86), Category.SECONDARY, result(1000, 1001))
            .add(testCase("serde", X86), Category.PRIMARY, result(1000, 1020))
            .add(testCase("new", X86), Category.PRIMARY, result(0, 1))
            .add(testCase("none", X86), Category.PRIMARY, result(0, 0))
            .add(testCase("serde", ARM), Category.PRIMARY, result(1000, 1020))
            .build();

    ComparableTestCases onX86 = ComparableTestCases.of(all, X86);

    assertThat(onX86.changes())
        .containsExactly(
            new TestCaseChange(
                testCase("syn", X86), Category.SECONDARY, result(1000, 1001), Magnitude.VERY_SMALL),
            new TestCaseChange(
                testCase("serde", X86), Category.PRIMARY, result(1000, 1020), Magnitude.LARGE),
            new TestCaseChange(
                testCase("new", X86), Category.PRIMARY, result(0, 1), Magnitude.VERY_LARGE));
    assertThat(benchmarks(onX86.relevant())).containsExactly("serde", "new");
    assertThat(benchmarks(onX86.largestFirst())).containsExactly("new", "serde", "syn");
    assertThat(ComparableTestCases.of(all).changes()).hasSize(4);
  }

  @Test
  void theRuntimeSuiteIsJudgedByTheRulesOfTheCompileBenchmarks() {
    RuntimeSummary summary =
        RuntimeSummary.of(
            comparison()
                .runtime("small", result(1000, 1005))
                .runtime("quiet", result(1000, 1001))
                .runtime("faster", result(1000, 970))
                .runtime("new", result(0, 1))
                .runtime("none", result(0, 0))
                .runtime("unknown", result(Double.NaN, 1))
                .build());

    assertThat(summary.measured()).isEqualTo(6);
    assertThat(benchmarks(summary.changes().relevant())).containsExactly("faster", "small", "new");
    assertThat(benchmarks(summary.relevantLargestFirst()))
        .containsExactly("new", "faster", "small");
    assertThat(summary.changes().direction()).isEqualTo(Direction.MIXED);
    assertThat(summary.fromZero()).containsExactly(TestCase.ofRuntime("new", X86));
    assertThat(summary.withoutNumber()).containsExactly(TestCase.ofRuntime("unknown", X86));
  }

  @Test
  void theLargestRuntimeChangeStandsFirstWhicheverWayItWent() {
    RuntimeSummary summary =
        RuntimeSummary.of(
            comparison()
                .runtime("faster", result(1000, 990))
                .runtime("slower", result(1000, 1030))
                .build());

    assertThat(benchmarks(summary.changes().relevant())).containsExactly("faster", "slower");
    assertThat(benchmarks(summary.relevantLargestFirst())).containsExactly("slower", "faster");
  }

  @ParameterizedTest(name = "compiled {0} to {1}, run {2} to {3}, with runtime: {4}")
  @CsvSource({
    // before, after, before, after, with runtime, compares nothing, judges nothing
    "1000, 1001, NaN,  1,    false, false, false",
    "1000, 1001, NaN,  1,    true,  false, false",
    "NaN,  1001, 1000, 1000, false, true,  true",
    "NaN,  1001, 1000, 1000, true,  false, false",
    "NaN,  1001, NaN,  1000, true,  true,  true",
    // growth from zero is judged, but says nothing of how much
    "0,    1001, NaN,  1000, false, true,  false",
    "0,    0,    NaN,  1000, false, true,  true",
    "NaN,  1001, 0,    1000, true,  false, false",
  })
  void nothingIsComparedOrJudgedWithoutNumbers(
      double compiledBefore,
      double compiledAfter,
      double runBefore,
      double runAfter,
      boolean withRuntime,
      boolean comparesNothing,
      boolean judgesNothing) {
    JudgedComparison judged =
        JudgedComparison.of(
            comparison()
                .add(
                    testCase("serde", X86), Category.PRIMARY, result(compiledBefore, compiledAfter))
                .runtime("nbody", result(runBefore, runAfter))
                .build(),
            CaseFilter.ALL);

    assertThat(judged.comparesNothing(withRuntime)).isEqualTo(comparesNothing);
    assertThat(judged.judgesNothing(withRuntime)).isEqualTo(judgesNothing);
  }

  @Test
  void somethingIsComparedIfAnyTargetIsWhateverIsSelectedByOutcome() {
    ArtifactComparison all =
        comparison()
            .add(testCase("serde", X86), Category.PRIMARY, result(Double.NaN, 1))
            .add(testCase("serde", ARM), Category.PRIMARY, result(1000, 1000))
            .build();

    assertThat(JudgedComparison.of(all, CaseFilter.ALL).comparesNothing(false)).isFalse();
    assertThat(JudgedComparison.of(all, filter(Criterion.TARGET, "x86*")).comparesNothing(false))
        .isTrue();
    assertThat(
            JudgedComparison.of(all, filter(Criterion.DIRECTION, "regression"))
                .comparesNothing(false))
        .isTrue();
    assertThat(
            JudgedComparison.of(
                    comparison()
                        .add(testCase("serde", X86), Category.PRIMARY, result(1000, 1000))
                        .build(),
                    filter(Criterion.MIN_CHANGE, "1%"))
                .comparesNothing(false))
        .isFalse();
  }

  @Test
  void testCasesThatNoFigureIncludesAreNamedInOrder() {
    JudgedComparison judged =
        JudgedComparison.of(
            comparison()
                .add(testCase("z", X86), Category.PRIMARY, result(Double.NaN, 1))
                .add(testCase("a", ARM), Category.PRIMARY, result(1, Double.NaN))
                .add(testCase("new", X86), Category.PRIMARY, result(0, 1))
                .add(testCase("grown", X86), Category.PRIMARY, result(0, 1))
                .add(testCase("none", X86), Category.PRIMARY, result(0, 0))
                .add(testCase("plain", X86), Category.PRIMARY, result(1, 1))
                .runtime("m", result(Double.NaN, 1))
                .runtime("h", result(0, 1))
                .build(),
            CaseFilter.ALL);

    assertThat(judged.withoutNumber(false))
        .extracting(TestCase::benchmark)
        .containsExactly("a", "z");
    assertThat(judged.withoutNumber(true))
        .extracting(TestCase::benchmark)
        .containsExactly("a", "m", "z");
    assertThat(judged.fromZero(false))
        .extracting(TestCase::benchmark)
        .containsExactly("grown", "new");
    assertThat(judged.fromZero(true))
        .extracting(TestCase::benchmark)
        .containsExactly("grown", "h", "new");
  }

  private static @Nullable Double mean(ArtifactComparison all, CaseFilter filter, String target) {
    return JudgedComparison.of(all, filter)
        .geometricMean(target)
        .map(mean -> Math.round(mean.change() * 1e12) / 1e12)
        .orElse(null);
  }

  private static List<String> benchmarks(List<TestCaseChange> changes) {
    return changes.stream().map(change -> change.testCase().benchmark()).toList();
  }

  private static TestCase testCase(String benchmark, String target) {
    return new TestCase(benchmark, "check", "full", "llvm", target);
  }

  private static TestResultComparison result(double before, double after) {
    return new TestResultComparison(before, after, THRESHOLD, 1, false);
  }
}

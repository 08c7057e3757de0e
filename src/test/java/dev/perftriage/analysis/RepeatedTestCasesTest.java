package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.THRESHOLD;
import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.caveat.Caveat.Repeated;
import dev.perftriage.analysis.caveat.ComparisonCaveats;
import dev.perftriage.analysis.caveat.ScopedCaveat;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.RepeatedTestCases;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.prose.CaveatSentences;
import dev.perftriage.report.prose.Markup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is done with results that nothing tells apart. */
class RepeatedTestCasesTest {

  private static final TestCase TWICE = testCase("b-twice", "llvm");
  private static final TestCase ONCE = testCase("a-once", "llvm");

  @Test
  void eachIsNamedOnceInOrder() {
    TestCase other = testCase("a-thrice", "llvm");

    assertThat(RepeatedTestCases.of(twice().build().compile())).containsExactly(TWICE);
    assertThat(
            RepeatedTestCases.of(
                add(add(add(twice(), other, 1, 2), other, 3, 4), other, 3, 4).build().compile()))
        .containsExactly(other, TWICE);
    assertThat(RepeatedTestCases.of(add(comparison(), ONCE, 1, 2).build().compile())).isEmpty();
  }

  @Test
  void aFieldThatTellsThemApartMakesThemDifferent() {
    Comparisons comparison = comparison();
    for (String threads : new String[] {"1", "4"}) {
      Map<String, String> further = Map.of("threads", threads);
      add(
          comparison,
          new TestCase("serde", "check", "full", "llvm", TestCase.DEFAULT_TARGET, further),
          1000,
          1100);
    }

    assertThat(RepeatedTestCases.of(comparison.build().compile())).isEmpty();
  }

  @Test
  void everyResultIsCountedAndListed() {
    ComparisonSummary summary = ComparisonSummary.of(twice().build(), TestCase.DEFAULT_TARGET);

    assertThat(summary.primary().regressions().orElseThrow().count()).isEqualTo(3);
    assertThat(summary.relevant().map(TestCaseChange::change)).containsExactly(0.1, 0.2, 0.3);
  }

  @Test
  void resultsOfOneTestCaseStandInOrderOfTheirValues() {
    ArtifactComparison up = add(add(comparison(), TWICE, 1000, 1100), TWICE, 2000, 2200).build();
    ArtifactComparison down = add(add(comparison(), TWICE, 2000, 2200), TWICE, 1000, 1100).build();

    assertThat(ComparableTestCases.of(up).largestFirst())
        .isEqualTo(ComparableTestCases.of(down).largestFirst())
        .extracting(change -> change.result().before())
        .containsExactly(1000.0, 2000.0);
  }

  @Test
  void theyAreSaid() {
    JudgedComparison judged = JudgedComparison.of(twice().build(), CaseFilter.ALL);

    assertThat(ComparisonCaveats.of(List.of(judged), false, Optional.empty()))
        .extracting(ScopedCaveat::caveat)
        .contains(new Repeated(List.of(TWICE)));
    assertThat(CaveatSentences.of(new Repeated(List.of(TWICE))).in(Markup.NONE))
        .isEqualTo(
            "1 test case has several results that nothing tells apart: b-twice check full. All are"
                + " listed and counted, as on the site, but they have no history.");
    assertThat(CaveatSentences.of(new Repeated(List.of(ONCE, TWICE))).in(Markup.NONE))
        .startsWith(
            "2 test cases have several results that nothing tells apart: a-once check full and");
  }

  @Test
  void onlyThoseOfTheTargetAreSaid() {
    assertThat(MeasuredCases.of(twice().build(), TestCase.DEFAULT_TARGET).repeated())
        .containsExactly(TWICE);
    assertThat(MeasuredCases.of(twice().build(), "aarch64").repeated()).isEmpty();
  }

  @Test
  void theyHaveNoPartInTheCumulativeChange() {
    assertThat(CumulativeChange.logarithms(twice().build(), TestCase.DEFAULT_TARGET))
        .containsOnlyKeys(ONCE);
  }

  @Test
  void theyArePairedWithNoOtherBackend() {
    ArtifactComparison facts =
        add(
                add(twice(), testCase("a-once", "cranelift"), 1, 900),
                testCase("b-twice", "cranelift"),
                1,
                900)
            .build();

    BackendComparison backends = BackendComparison.of(facts, "llvm", "cranelift");
    BackendComparison reversed = BackendComparison.of(facts, "cranelift", "llvm");

    assertThat(backends.pairs()).extracting(pair -> pair.testCase()).containsExactly(ONCE);
    assertThat(backends.unpaired()).containsExactly(TWICE, TWICE);
    assertThat(reversed.pairs()).hasSize(1);
    assertThat(reversed.unpaired()).containsExactly(testCase("b-twice", "cranelift"));
  }

  @Test
  void backendsArePairedWithinTheSameFurtherFields() {
    Comparisons comparison = comparison();
    for (String threads : new String[] {"1", "4"}) {
      for (String backend : new String[] {"llvm", "cranelift"}) {
        add(
            comparison,
            new TestCase(
                "serde",
                "check",
                "full",
                backend,
                TestCase.DEFAULT_TARGET,
                Map.of("threads", threads)),
            1,
            Double.parseDouble(threads) * (backend.equals("llvm") ? 100 : 50));
      }
    }

    assertThat(BackendComparison.of(comparison.build(), "llvm", "cranelift").pairs())
        .extracting(pair -> pair.before() + " " + pair.after())
        .containsExactly("100.0 50.0", "400.0 200.0");
  }

  private static Comparisons twice() {
    return add(add(add(comparison(), TWICE, 1000, 1100), ONCE, 1000, 1200), TWICE, 1000, 1300);
  }

  private static Comparisons add(
      Comparisons comparison, TestCase testCase, double before, double after) {
    return comparison.add(
        testCase, Category.PRIMARY, new TestResultComparison(before, after, THRESHOLD, 1, false));
  }

  private static TestCase testCase(String benchmark, String backend) {
    return new TestCase(benchmark, "check", "full", backend, TestCase.DEFAULT_TARGET);
  }
}

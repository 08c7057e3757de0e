package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.BackendComparison.BackendPair;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendComparisonTest {

  @ParameterizedTest(name = "{0} with llvm, {1} with cranelift: {2}")
  @CsvSource({
    "1000, 900, true",
    "1000, 1000, true",
    "1000, 0, true",
    "0, 1000, false",
    "0, 0, false",
    "NaN, 1000, false",
    "1000, NaN, false",
    "1000, Infinity, false",
    "Infinity, 1000, false",
  })
  void testCasesArePairedWhereThereIsARelativeDifference(
      double llvm, double cranelift, boolean paired) {
    BackendComparison backends =
        backends(measured("serde", "llvm", llvm, measured("serde", "cranelift", cranelift)));

    assertThat(backends.pairs()).hasSize(paired ? 1 : 0);
    assertThat(backends.unpaired()).hasSize(paired ? 0 : 1);
  }

  @Test
  void theValuesAreThoseOfTheLaterArtifact() {
    ArtifactComparison facts =
        comparison()
            .by("max-rss")
            .add(testCase("serde", "llvm"), Category.PRIMARY, result(7, 1000))
            .add(testCase("serde", "cranelift"), Category.PRIMARY, result(7, 900))
            .build();

    BackendComparison backends = BackendComparison.of(facts, "llvm", "cranelift");

    assertThat(backends.metric()).isEqualTo(facts.metric());
    assertThat(backends.artifact()).isEqualTo(facts.after());
    assertThat(backends.pairs())
        .containsExactly(new BackendPair(testCase("serde", "llvm"), 1000, 900));
    assertThat(backends.pairs().get(0).change()).isEqualTo(-0.1);
  }

  @Test
  void thePairsStandInOrderOfTheirDifferenceWhicheverWayThenByName() {
    Comparisons facts = comparison();
    pair(facts, "small", 1000, 1010);
    pair(facts, "b", 1000, 1050);
    pair(facts, "faster", 1000, 900);
    pair(facts, "a", 1000, 1050);

    assertThat(backends(facts).pairs())
        .extracting(pair -> pair.testCase().benchmark())
        .containsExactly("faster", "a", "b", "small");
  }

  @Test
  void whatOneBackendAloneHasIsUnpairedAndAThirdBackendHasNoPart() {
    Comparisons facts = comparison();
    measured("only-llvm", "llvm", 1000, facts);
    measured("only-cranelift", "cranelift", 1000, facts);
    measured("serde", "gcc", 1000, facts);

    assertThat(backends(facts).pairs()).isEmpty();
    assertThat(backends(facts).unpaired())
        .containsExactly(testCase("only-llvm", "llvm"), testCase("only-cranelift", "cranelift"));
  }

  @Test
  void testCasesPairOnlyWithTheSameProfileScenarioAndTarget() {
    Comparisons facts = comparison();
    measured("serde", "llvm", 1000, facts);
    for (TestCase other :
        new TestCase[] {
          new TestCase("serde", "opt", "full", "cranelift", TestCase.DEFAULT_TARGET),
          new TestCase("serde", "check", "incr-full", "cranelift", TestCase.DEFAULT_TARGET),
          new TestCase("serde", "check", "full", "cranelift", "aarch64-unknown-linux-gnu")
        }) {
      facts.add(other, Category.PRIMARY, result(1000, 1000));
    }

    assertThat(backends(facts).pairs()).isEmpty();
    assertThat(backends(facts).unpaired()).hasSize(4);
  }

  @Test
  void totalAndGeometricMeanAreOverAllPairs() {
    Comparisons facts = comparison();
    pair(facts, "one", 1000, 2000);
    pair(facts, "two", 9000, 4500);
    measured("only-llvm", "llvm", 500, facts);

    assertThat(backends(facts).total()).isEqualTo(new TotalChange(10_000, 6500));
    assertThat(backends(facts).total().change()).isEqualTo(-0.35);
    assertThat(backends(facts).geometricMean().orElseThrow().change()).isCloseTo(0, within(1e-12));
    assertThat(backends(facts).geometricMean().orElseThrow().testCases()).isEqualTo(2);
  }

  @Test
  void withoutPairsThereIsNeitherMeanNorTotalDifference() {
    BackendComparison nothing = backends(comparison());

    assertThat(nothing.geometricMean()).isEmpty();
    assertThat(nothing.total().change()).isNaN();
  }

  private static BackendComparison backends(Comparisons facts) {
    return BackendComparison.of(facts.build(), "llvm", "cranelift");
  }

  private static void pair(Comparisons facts, String benchmark, double llvm, double cranelift) {
    measured(benchmark, "llvm", llvm, facts);
    measured(benchmark, "cranelift", cranelift, facts);
  }

  private static Comparisons measured(String benchmark, String backend, double value) {
    return measured(benchmark, backend, value, comparison());
  }

  private static Comparisons measured(
      String benchmark, String backend, double value, Comparisons facts) {
    return facts.add(testCase(benchmark, backend), Category.PRIMARY, result(1, value));
  }

  private static TestCase testCase(String benchmark, String backend) {
    return new TestCase(benchmark, "check", "full", backend, TestCase.DEFAULT_TARGET);
  }

  private static TestResultComparison result(double before, double after) {
    return new TestResultComparison(before, after, Comparisons.THRESHOLD, 1, false);
  }
}

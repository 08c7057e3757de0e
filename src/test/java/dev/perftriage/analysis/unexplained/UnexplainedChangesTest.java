package dev.perftriage.analysis.unexplained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnexplainedChangesTest {

  @ParameterizedTest(name = "{1} of {0}: {2}")
  @CsvSource({
    "1, 1, true",
    "1, 0.5, true",
    "1, 0.4999999, false",
    "1, 0, false",
    "1, -1, false",
    "1, 3, true",
    "-1, -0.5, true",
    "-1, -0.4999999, false",
    "-1, 1, false",
    "Infinity, Infinity, true",
    "Infinity, 5, false",
    "Infinity, 0, false",
    "-Infinity, -Infinity, true",
    // to zero at one entry and from zero at another
    "-1, NaN, true",
  })
  void aChangeIsExplainedIfEntriesAccountForHalfOfIt(
      double whole, double listed, boolean explained) {
    assertThat(UnexplainedChanges.isExplained(whole, listed)).isEqualTo(explained);
  }

  @Test
  void manyTinyChangesThatAddUpAreExplainedByNoEntry() {
    double[] creeping =
        IntStream.rangeClosed(0, 40).mapToDouble(i -> Math.pow(1.0006, i)).toArray();

    UnexplainedChanges found = only(new Steps().with("creeping", creeping).unexplained());

    assertThat(found.isShown()).isTrue();
    assertThat(found.notCompared()).isZero();
    assertThat(found.changes())
        .singleElement()
        .satisfies(change -> assertThat(change.change()).isCloseTo(0.0243, within(0.0001)));
    assertThat(found.contributions()).hasSize(UnexplainedChanges.MOST_MERGES);
    assertThat(found.contributions().get(0).change()).isCloseTo(0.0006, within(1e-9));
  }

  @Test
  void aChangeAtAnEntryIsExplained() {
    assertThat(new Steps().with("step", 100, 100, 110, 110).unexplained())
        .isEqualTo(Unexplained.NONE);
  }

  @Test
  void changesAtSeveralEntriesAddUp() {
    // Two entries of +3 % each; the rest crept in at merges that are none.
    double[] steps = {100, 103, 106.09, 106.2, 106.3, 106.4};

    assertThat(new Steps().with("both", steps).unexplained()).isEqualTo(Unexplained.NONE);
  }

  @Test
  void whatIsNotRelevantAtAnEntryIsNotExplainedByIt() {
    // The entry is due to the other test case.
    Steps steps = new Steps().with("entry", 100, 110, 110, 110);
    steps.with("creeping", 100, 100.19, 100.38, 100.57);

    assertThat(only(steps.unexplained()).changes())
        .extracting(change -> change.testCase().benchmark())
        .containsExactly("creeping");
  }

  @Test
  void regressionsAndImprovementsAreToldApartRegressionsFirst() {
    Steps steps = new Steps().with("down", 100, 99.82, 99.64).with("up", 100, 100.18, 100.36);

    assertThat(steps.unexplained().changes())
        .extracting(found -> found.changes().get(0).testCase().benchmark())
        .containsExactly("up", "down");
    assertThat(steps.unexplained().changes().get(1).contributions())
        .allSatisfy(contribution -> assertThat(contribution.change()).isNegative());
  }

  @Test
  void contributionsStandInOrderAndThoseBelowATenthOfTheLargestAreLeftOut() {
    double[] logarithms = {0, 0.0002, 0.0012, 0.0010, 0.00109, 0.0031};
    double[] values = Arrays.stream(logarithms).map(each -> 100 * Math.exp(each)).toArray();

    assertThat(only(new Steps().with("creeping", values).unexplained()).contributions())
        .extracting(contribution -> contribution.merge().pr())
        .containsExactly(5, 2);
  }

  @Test
  void whatMovedTheOtherWayContributesNothing() {
    Steps steps = new Steps().with("creeping", 100, 100.19, 100.1, 100.28, 100.28, 100.45);

    assertThat(only(steps.unexplained()).contributions())
        .extracting(contribution -> contribution.merge().pr())
        .containsExactly(1, 3, 5);
  }

  @Test
  void atMostFiveMergesAreNamed() {
    double[] values = IntStream.range(0, 8).mapToDouble(i -> 100 * Math.exp(i * 0.001)).toArray();
    Steps steps = new Steps().with("creeping", values);

    assertThat(only(steps.unexplained()).contributions())
        .hasSize(5)
        .allSatisfy(
            contribution ->
                assertThat(contribution.change()).isCloseTo(Math.expm1(0.001), within(1e-9)));
  }

  @Test
  void onSeveralTargetsTheShownOneIsFirstThenTheOthersByName() {
    double[] creeping = {100, 100.18, 100.36};
    Steps steps = new Steps();
    for (String target : List.of("z-target", Steps.ARM, "b-target")) {
      steps.with(Steps.testCase("creeping", target), creeping);
    }
    steps.with("creeping", creeping);

    assertThat(steps.unexplained().changes())
        .extracting(UnexplainedChanges::target, UnexplainedChanges::isShown)
        .containsExactly(
            tuple(TestCase.DEFAULT_TARGET, true),
            tuple(Steps.ARM, false),
            tuple("b-target", false),
            tuple("z-target", false));
  }

  @Test
  void aTestCaseWithSeveralResultsCannotBeFollowed() {
    ComparisonSummary whole =
        ComparisonSummary.of(
            Comparisons.comparison()
                .add(repeated("twice"), Category.PRIMARY, grown())
                .add(repeated("twice"), Category.PRIMARY, grown())
                .add(repeated("once"), Category.PRIMARY, grown())
                .build(),
            TestCase.DEFAULT_TARGET);

    assertThat(UnexplainedChanges.unexplained(whole, List.of(), Set.of()))
        .extracting(change -> change.testCase().benchmark())
        .containsExactly("once");
  }

  private static TestCase repeated(String benchmark) {
    return Steps.testCase(benchmark, TestCase.DEFAULT_TARGET);
  }

  private static TestResultComparison grown() {
    return new TestResultComparison(1000, 1100, 0.002, 50, true);
  }

  @Test
  void aContributionIsTheMeanOverAllItsTestCases() {
    Steps steps = new Steps().with("one", 100, 100.15, 100.35).with("other", 100, 100, 100.35);

    Contribution first =
        only(steps.unexplained()).contributions().stream()
            .filter(contribution -> contribution.merge().sha().equals(Steps.commit(1)))
            .findFirst()
            .orElseThrow();

    assertThat(first.change()).isCloseTo(Math.sqrt(1.0015) - 1, within(1e-12));
  }

  @Test
  void entriesSayNothingOfAnotherTarget() {
    Steps steps = new Steps().with("here", 100, 110, 110);
    steps.with(Steps.testCase("there", Steps.ARM), 100, 110, 110);

    UnexplainedChanges found = only(steps.unexplained());

    assertThat(found.target()).isEqualTo(Steps.ARM);
    assertThat(found.isShown()).isFalse();
    assertThat(found.contributions()).extracting(each -> each.merge().pr()).containsExactly(1);
  }

  @Test
  void aMergeThatDeservesAttentionOnAnotherTargetAloneIsNamed() {
    Steps steps = new Steps().with("here", 100, 100, 100, 100);
    // It goes back, so that the range's figures have nothing of it.
    steps.with(Steps.testCase("there", Steps.ARM), 100, 110, 100, 100);

    Unexplained unexplained = steps.unexplained();

    assertThat(unexplained.changes()).isEmpty();
    assertThat(unexplained.merges())
        .extracting(merge -> merge.target() + " " + merge.summary().after().pr())
        .containsExactly(Steps.ARM + " 1", Steps.ARM + " 2");
  }

  @Test
  void anEntryIsNoUnlistedMergeOnAnotherTarget() {
    Steps steps = new Steps().with("here", 100, 110, 100);
    steps.with(Steps.testCase("there", Steps.ARM), 100, 110, 100);

    assertThat(steps.unexplained().merges()).isEmpty();
  }

  @Test
  void mergesWithoutAComparisonAreCounted() {
    Steps steps = new Steps().with("creeping", 100, 100.15, 100.3, 100.45);

    UnexplainedChanges found = only(steps.ledger(2).unexplained(steps.week()));

    assertThat(found.notCompared()).isEqualTo(2);
    assertThat(found.contributions()).extracting(each -> each.merge().pr()).containsExactly(2);
  }

  private static UnexplainedChanges only(Unexplained unexplained) {
    assertThat(unexplained.changes()).hasSize(1);
    return unexplained.changes().get(0);
  }
}

package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseVerdictsTest {

  private static final int MERGES = 40;
  private static final double LOW = 1000;
  private static final double HIGH = 1010;
  private static final double GAP = Double.NaN;

  @Test
  void aLevelThatMovesAndStaysIsPersistent() {
    JudgedChange judged = new Range().with("a", high(20, MERGES)).judged("a", 20);

    assertThat(judged.verdict()).isEqualTo(NoiseVerdict.PERSISTENT);
    assertThat(judged.other()).isNull();
    assertThat(judged.evidence().levelBefore()).isEqualTo(LOW);
    assertThat(judged.evidence().levelAfter()).isEqualTo(HIGH);
    assertThat(judged.evidence().levelLater()).isEqualTo(HIGH);
    assertThat(judged.evidence().size()).isEqualTo(0.01);
    assertThat(judged.evidence().valuesAfter()).isEqualTo(19);
  }

  @Test
  void fiveMergesAfterAChangeTellAndFourDoNot() {
    assertThat(new Range().with("a", high(34, MERGES)).judged("a", 34).verdict())
        .isEqualTo(NoiseVerdict.PERSISTENT);
    assertThat(new Range().with("a", high(35, MERGES)).judged("a", 35).verdict())
        .isEqualTo(NoiseVerdict.PENDING);
  }

  @Test
  void bothEndsOfASpikeReturnedAndNameEachOther() {
    for (int length = 1; length <= NoiseRules.BRIEF_EXCURSION; length++) {
      Range range = new Range().with("a", high(20, 20 + length));

      assertThat(range.judged("a", 20).verdict()).isEqualTo(NoiseVerdict.RETURNED);
      assertThat(other(range.judged("a", 20))).isEqualTo(Range.commit(20 + length));
      assertThat(range.judged("a", 20 + length).verdict()).isEqualTo(NoiseVerdict.RETURNED);
      assertThat(other(range.judged("a", 20 + length))).isEqualTo(Range.commit(20));
    }
  }

  @Test
  void theWayBackReturnedEvenAtTheLastMerge() {
    assertThat(new Range().with("a", high(38, 39)).judged("a", 39).verdict())
        .isEqualTo(NoiseVerdict.RETURNED);
  }

  @Test
  void aTestCaseThatSwitchesFlipFlopsEvenAtTheLastMerge() {
    double[] values = high(8, 16);
    Arrays.fill(values, 24, 33, HIGH);
    values[39] = HIGH;

    JudgedChange judged = new Range().with("a", values).judged("a", 39);

    assertThat(judged.verdict()).isEqualTo(NoiseVerdict.FLIP_FLOP);
    assertThat(judged.evidence().switches()).isEqualTo(5);
    assertThat(judged.evidence().window()).isEqualTo(MERGES);
  }

  @Test
  void aStepThatARevertUndoesIsRevertedOnBothSides() {
    Range range = new Range().with("a", high(20, 22)).reverting(22, 20);

    assertThat(range.judged("a", 20).verdict()).isEqualTo(NoiseVerdict.REVERTED);
    assertThat(other(range.judged("a", 20))).isEqualTo(Range.commit(22));
    assertThat(range.judged("a", 22).verdict()).isEqualTo(NoiseVerdict.REVERTED);
    assertThat(other(range.judged("a", 22))).isEqualTo(Range.commit(20));
  }

  @Test
  void whatDidNotMoveAtTheRevertIsNotReverted() {
    Range range = new Range().with("a", high(20, MERGES)).reverting(22, 20);

    assertThat(range.judged("a", 20).verdict()).isEqualTo(NoiseVerdict.PERSISTENT);
  }

  @Test
  void whatARevertByNameDoesNotMoveBackIsNoRevert() {
    Range range =
        new Range()
            .with("a", high(20, 30))
            .with("b", high(20, MERGES))
            .with("c", high(20, MERGES))
            .with("d", high(20, MERGES))
            .with("e", high(20, MERGES));

    assertThat(range.reverting(30, 20).judged("a", 20).verdict()).isEqualTo(NoiseVerdict.UNDONE);
    assertThat(range.verdicts().reverts()).isEqualTo(Reverts.NONE);
    assertThat(range.with("c", high(20, 30)).verdicts().reverts().undoneBy(Range.commit(30)))
        .containsExactly(Range.commit(20));
    assertThat(range.judged("a", 20).verdict()).isEqualTo(NoiseVerdict.REVERTED);
    assertThat(range.judged("b", 20).verdict()).isEqualTo(NoiseVerdict.PERSISTENT);
  }

  @Test
  void threeBenchmarksThatGoBackTogetherAreNotNoise() {
    Range range = new Range().with("quiet", high(MERGES, MERGES));
    for (int i = 0; i < 4; i++) {
      range.with("steady-" + i, high(MERGES, MERGES));
    }
    for (int i = 0; i < 3; i++) {
      range.with("benchmark-" + i, high(20, 22));
    }
    assertThat(range.judged("benchmark-2", 20).verdict()).isEqualTo(NoiseVerdict.UNDONE);
    assertThat(range.judged("benchmark-2", 20).evidence().decidedBy())
        .isEqualTo(NoiseRule.UNDONE_TOGETHER);
    assertThat(other(range.judged("benchmark-2", 22))).isEqualTo(Range.commit(20));
  }

  @Test
  void whatMostTestCasesOfEveryProfileDoLooksLikeTheMachine() {
    Range range = new Range();
    for (int i = 0; i < 4; i++) {
      for (String profile : List.of("check", "opt")) {
        range.with(Range.testCase("slow-" + i, profile), high(20, 24));
        range.with(Range.testCase("steady-" + i, profile), high(MERGES, MERGES));
      }
    }
    assertThat(range.judged("slow-0", 20).verdict()).isEqualTo(NoiseVerdict.ENVIRONMENT);
    assertThat(range.judged("slow-0", 24).verdict()).isEqualTo(NoiseVerdict.ENVIRONMENT);
    range.with(Range.testCase("another", "opt"), high(MERGES, MERGES));
    assertThat(range.judged("slow-0", 20).verdict()).isEqualTo(NoiseVerdict.UNDONE);
  }

  @ParameterizedTest(name = "{0} benchmarks for {1} merges")
  @CsvSource({"1, 4", "1, 10", "2, 4", "6, 10", "9, 5", "10, 5", "12, 25", "60, 4"})
  void aPlateauThatNobodyReachedBeforeIsNoNoise(int benchmarks, int length) {
    Range range = new Range();
    for (int i = 0; i < 70; i++) {
      range.with("benchmark-" + i, i < benchmarks ? high(10, 10 + length) : high(MERGES, MERGES));
    }
    assertThat(range.verdicts().all().stream().flatMap(merge -> merge.changes().stream()))
        .hasSize(2 * benchmarks)
        .extracting(JudgedChange::verdict)
        .containsOnly(NoiseVerdict.UNDONE);
  }

  @Test
  void aSpikeThatMeetsAGroupIsNoiseAndTheGroupIsNot() {
    double[] spiky = high(20, 21);
    spiky[8] = HIGH;
    Range range = new Range().with("spike", spiky);
    for (int i = 0; i < 12; i++) {
      range.with("benchmark-" + i, high(20, MERGES));
    }
    assertThat(range.judged("spike", 20).verdict()).isEqualTo(NoiseVerdict.RETURNED);
    assertThat(range.judged("benchmark-0", 20).verdict()).isEqualTo(NoiseVerdict.PERSISTENT);
    assertThat(range.judged("benchmark-0", 20).evidence().movedTogether()).isEqualTo(11);
    assertThat(range.with("spike", high(20, 21)).judged("spike", 20).verdict())
        .isEqualTo(NoiseVerdict.RETURNED);
    assertThat(range.with("spike", high(20, 22)).judged("spike", 20).verdict())
        .isEqualTo(NoiseVerdict.UNCLEAR);
  }

  @ParameterizedTest(name = "two days of {0} benchmarks: {1}")
  @CsvSource({"2, FLIP_FLOP", "3, UNDONE"})
  void whatAGroupDidTogetherIsNoHabitOfATestCase(int benchmarks, NoiseVerdict verdict) {
    Range range = new Range();
    for (int i = 0; i < benchmarks; i++) {
      double[] values = i == 0 ? high(20, 26) : high(MERGES, MERGES);
      Arrays.fill(values, 5, 7, HIGH);
      Arrays.fill(values, 11, 13, HIGH);
      range.with("benchmark-" + i, values);
    }

    assertThat(range.judged("benchmark-0", 20).verdict()).isEqualTo(verdict);
  }

  @Test
  void twoGroupsThatMoveATestCaseThereAndBackAreBothReal() {
    Range range = new Range().with("both", high(15, 25));
    for (int i = 0; i < 12; i++) {
      range.with("first-" + i, high(15, MERGES)).with("second-" + i, high(25, MERGES));
    }
    assertThat(range.judged("both", 15).verdict()).isEqualTo(NoiseVerdict.PERSISTENT);
    assertThat(range.judged("both", 25).verdict()).isEqualTo(NoiseVerdict.PERSISTENT);
  }

  @Test
  void scatterAroundOneLevelIsNoMove() {
    double[] values = new double[MERGES];
    for (int i = 0; i < MERGES; i++) {
      values[i] = LOW + 6 * Math.sin(i * 2.4);
    }
    NoiseVerdicts verdicts = new Range().with("a", values).verdicts();

    assertThat(verdicts.all().stream().flatMap(merge -> merge.changes().stream()))
        .anyMatch(judged -> judged.verdict().isNoise())
        .noneMatch(judged -> judged.verdict() == NoiseVerdict.PERSISTENT);
  }

  @Test
  void gapsAreNeitherFilledNorCounted() {
    double[] values = high(20, 22);
    Arrays.fill(values, 10, 14, GAP);
    values[21] = GAP;
    Range range = new Range().with("a", values).with("always", high(MERGES, MERGES));

    double[] series = range.verdicts().series().values(Range.testCase("a"));
    assertThat(series[10]).isNaN();
    assertThat(series[21]).isNaN();
    assertThat(series[22]).isEqualTo(LOW);
    assertThat(range.judged("a", 20).verdict()).isEqualTo(NoiseVerdict.RETURNED);
    assertThat(other(range.judged("a", 20))).isEqualTo(Range.commit(22));
  }

  @Test
  void aTestCaseThatAppearsInMidRangeIsJudgedByWhatThereIs() {
    double[] values = high(30, MERGES);
    Arrays.fill(values, 0, 28, GAP);
    Range range = new Range().with("always", high(MERGES, MERGES)).with("new", values);

    assertThat(range.judged("new", 30).verdict()).isEqualTo(NoiseVerdict.PERSISTENT);
    assertThat(range.verdicts().series().values(Range.testCase("new"))[28]).isEqualTo(LOW);
  }

  @Test
  void valuesThatAreNoNumbersOrZeroHarmNothing() {
    double[] values = high(20, MERGES);
    values[5] = 0;
    values[7] = Double.POSITIVE_INFINITY;

    assertThat(new Range().with("a", values).judged("a", 20).verdict())
        .isEqualTo(NoiseVerdict.PERSISTENT);
    assertThat(new Range().with("a", values).judged("a", 5).verdict())
        .isEqualTo(NoiseVerdict.RETURNED);
  }

  @Test
  void anEntryIsNoiseWhereAllThatMadeItOneIs() {
    Range range = new Range().with("spike", high(20, 21)).with("stays", high(22, MERGES));

    assertThat(verdict(range, 20)).isEqualTo(EntryVerdict.NOISE);
    assertThat(verdict(range, 22)).isEqualTo(EntryVerdict.REAL);
    assertThat(verdict(range.with("other", high(22, 23)), 22)).isEqualTo(EntryVerdict.PARTLY_NOISE);
    assertThat(range.verdicts().of(Range.commit(22)).orElseThrow().noise())
        .extracting(judged -> judged.change().testCase().benchmark())
        .containsExactly("other");
    assertThat(verdict(new Range().with("late", high(38, MERGES)), 38))
        .isEqualTo(EntryVerdict.PENDING);
    assertThat(range.verdicts().of(Range.commit(5)).orElseThrow().verdict()).isEmpty();
  }

  @Test
  void aSmallRealChangeDoesNotMakeALargeSpikeLessOfANoise() {
    double[] small = high(20, MERGES);
    for (int i = 20; i < MERGES; i++) {
      small[i] = LOW + 3;
    }
    double[] large = high(20, 21);
    large[20] = LOW + 100;
    Range range = new Range().with("small", small).with("large", large);

    assertThat(range.judged("small", 20).verdict()).isEqualTo(NoiseVerdict.PERSISTENT);
    assertThat(verdict(range, 20)).isEqualTo(EntryVerdict.NOISE);
  }

  private static EntryVerdict verdict(Range range, int merge) {
    return range.verdicts().of(Range.commit(merge)).orElseThrow().verdict().orElseThrow();
  }

  private static Sha other(JudgedChange judged) {
    Merge other = Objects.requireNonNull(judged.other());
    return other.sha();
  }

  /** Values on the low level, on the high one from a merge to before another. */
  private static double[] high(int from, int to) {
    double[] values = new double[MERGES];
    Arrays.fill(values, LOW);
    Arrays.fill(values, from, to, HIGH);
    return values;
  }
}

package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.noise.Episodes.Extent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which rule of {@link NoiseRules} decides, in series as {@link Sketch} draws them, and at its
 * boundaries.
 */
class ChangeJudgeTest {

  private static final double LITTLE = 0.01;

  @ParameterizedTest(name = "{0}: {1} by {2}")
  @CsvSource({
    "____|^^^^^^, PERSISTENT, STAY",
    "____|^^^^^, PENDING, STAY",
    "____|^, PENDING, STAY",
    "____|_____, RETURNED, NO_MOVE",
    "____|^____, RETURNED, SPIKE",
    "____|^^____, RETURNED, SPIKE",
    "____^^|____, RETURNED, SPIKE",
    "____^^|_, RETURNED, SPIKE",
    "____|^^^____, UNCLEAR, SPIKE",
    "____^^^|____, UNCLEAR, SPIKE",
    "____^____|^^^____, RETURNED, SPIKE",
    "____^|5555, UNCLEAR, NO_MOVE",
    "____|^^^^____, UNDONE, WENT_BACK",
    "____^^^^|____, UNDONE, WENT_BACK",
    // a way back needs as many values as show that it is no spike
    "____^^^^|___, PENDING, WENT_BACK",
    "____^^^^____|^^^^____, FLIP_FLOP, SWITCHING",
    "____^____^____|^^^^____, FLIP_FLOP, SWITCHING",
    "____^____|^^^^____, UNCLEAR, SWITCHING",
    "____|^^^^____^^^^____, UNCLEAR, SWITCHING",
    "____^^^^____|^^^^2222, UNCLEAR, SWITCHING",
    "____^^^^____|^^^^, PENDING, SWITCHING",
    "____^^^^____^|^^^^, RETURNED, NO_MOVE",
  })
  void theFirstRuleThatFiresDecides(String drawn, NoiseVerdict verdict, NoiseRule rule) {
    Judgement judgement = ChangeJudge.judge(Sketch.of(drawn).evidence());

    assertThat(judgement.rule()).isEqualTo(rule);
    assertThat(judgement.verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "reverted at {0}, move {1}, company {2}: {3}")
  @CsvSource({
    "-1, true, true, false",
    "0, true, false, true",
    "7, true, false, true",
    "7, false, true, true",
    "7, false, false, false",
  })
  void aConfirmedRevertDecidesWhatMoved(
      int reverted, boolean isMove, boolean hasCompany, boolean fires) {
    Evidence evidence = Sketch.of(isMove ? "____|^^^^^" : "____|_____").evidence();
    Judgement judgement =
        RevertRule.judge(
            new Evidence(
                evidence.merge(),
                evidence.series(),
                evidence.habits(),
                reverted,
                hasCompany,
                false,
                Extent.ALONE));

    assertThat(judgement)
        .isEqualTo(fires ? new Judgement(NoiseVerdict.REVERTED, NoiseRule.REVERT, reverted) : null);
  }

  @ParameterizedTest(name = "{0} ± {1}, company {2}, {3} values after: {4}")
  @CsvSource({
    "0, 0.1, false, 5, RETURNED",
    "-1, 0.1, false, 5, RETURNED",
    "1, 0.1, false, 5, RETURNED",
    "-0.349, 0.1, true, 5, RETURNED",
    "-0.35, 0.1, true, 5, UNCLEAR",
    "0.149, 0.1, true, 5, RETURNED",
    "0.15, 0.1, true, 5, UNCLEAR",
    "0.2, 0.2, true, 5, RETURNED",
    "0.201, 0.2, true, 5, UNCLEAR",
    "0, 0.1, false, 2, RETURNED",
    "0, 0.1, false, 1, PENDING",
  })
  void aChangeWithinASegmentIsNoMoveUnlessOthersAndItsSurroundingsMoved(
      double share, double error, boolean hasCompany, int valuesAfter, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder("____|_____")
            .surroundings(share, error)
            .valuesAfter(valuesAfter)
            .evidence(hasCompany, false, Extent.ALONE);

    assertThat(NoMoveRule.judge(evidence)).isEqualTo(new Judgement(verdict, NoiseRule.NO_MOVE, -1));
  }

  @ParameterizedTest(name = "{0} with company {1}: {2}")
  @CsvSource({
    "1, false,",
    "0.35, false,",
    "0.349, false, RETURNED",
    "-0.349, false, RETURNED",
    "-0.35, false, UNCLEAR",
    "0, true,",
  })
  void aMoveBesideASingleValueIsNoneUnlessTheLevelsBeyondMoved(
      double share, boolean hasCompany, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder("____|^^^^^").surroundings(share, 0).evidence(hasCompany, false, Extent.ALONE);

    assertThat(NoMoveRule.judge(evidence))
        .isEqualTo(verdict == null ? null : new Judgement(verdict, NoiseRule.NO_MOVE, -1));
    assertThat(
            NoMoveRule.judge(
                new Builder("____|^____")
                    .surroundings(share, 0)
                    .evidence(hasCompany, false, Extent.ALONE)))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({"ALONE,", "FEW,", "GROUP, UNDONE", "MACHINE, ENVIRONMENT"})
  void whatAGroupDoesAndUndoesHasACause(Extent extent, NoiseVerdict verdict) {
    assertThat(TogetherRule.judge(Sketch.of("____|^____").evidence(true, true, extent)))
        .isEqualTo(verdict == null ? null : new Judgement(verdict, NoiseRule.UNDONE_TOGETHER, 5));
  }

  @ParameterizedTest(name = "{0}, company {1}, {2}: {3}")
  @CsvSource({
    "____|^____, false, ALONE, RETURNED",
    "____|^____, true, ALONE, UNCLEAR",
    "____|^____, false, FEW, RETURNED",
    "____|^____, true, FEW, UNCLEAR",
    "____|^^____, false, ALONE, RETURNED",
    "____|^^____, true, ALONE, UNCLEAR",
    "____|^^____, false, FEW, UNCLEAR",
    "____|^^^____, false, ALONE, UNCLEAR",
    "____|^2222, false, ALONE, UNCLEAR",
    // what is a habit of one test case needs no more
    "____^____|^____, true, ALONE, RETURNED",
    "____^____|^^____, false, FEW, UNCLEAR",
    "____^____|^^^____, false, ALONE, RETURNED",
    "____^____|^2222, false, ALONE, RETURNED",
    "____^____|^2222, true, ALONE, UNCLEAR",
    "____|^^^^____, false, ALONE,",
    "____|^^^^, false, ALONE,",
  })
  void aSpikeIsNoiseIfItIsAHabitOrBrief(
      String drawn, boolean hasCompany, Extent extent, NoiseVerdict verdict) {
    Evidence evidence = Sketch.of(drawn).evidence(hasCompany, false, extent);

    assertThat(SpikeRule.judge(evidence))
        .isEqualTo(
            verdict == null ? null : new Judgement(verdict, NoiseRule.SPIKE, evidence.otherEnd()));
  }

  @ParameterizedTest(name = "{0} before, {1} after, {2} lasting, {3}, company {4}: {5}")
  @CsvSource({
    // comes back to the very level
    "2, 0, 1, ____|^^^^____, false, FLIP_FLOP",
    "2, 0, 0, ____|^^^^____, false, UNCLEAR",
    "4, 0, 0, ____|^^^^____, false, FLIP_FLOP",
    "1, 3, 0, ____|^^^^____, false, FLIP_FLOP",
    "1, 1, 1, ____|^^^^____, false, FLIP_FLOP",
    "0, 4, 4, ____|^^^^____, false, UNCLEAR",
    "2, 0, 1, ____|^^^^____, true, UNCLEAR",
    "2, 0, 1, ____|^^^^2222, false, UNCLEAR",
    "1, 0, 0, ____|^^^^____, false, UNCLEAR",
    "0, 0, 0, ____|^^^^____, false,",
    // does not come back
    "2, 0, 1, ____|^^^^^^, false, UNCLEAR",
    "2, 0, 1, ____|^^^^^, false, PENDING",
    "2, 0, 1, ____|^^^^^^, true,",
    "2, 0, 0, ____|^^^^^^, false,",
    "2, 0, 1, _{8}^^_{8}|^{4}__^{4}__^{4}, false, FLIP_FLOP",
  })
  void aHabitOfLeavingForLongIsSwitching(
      int before, int after, int lasting, String drawn, boolean hasCompany, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder(drawn).habits(before, after, lasting).evidence(hasCompany, false, Extent.ALONE);

    assertThat(SwitchingRule.judge(evidence))
        .isEqualTo(
            verdict == null
                ? null
                : new Judgement(verdict, NoiseRule.SWITCHING, evidence.otherEnd()));
  }

  @ParameterizedTest(name = "{0}, company {1}, group at the end {2}, {3}: {4}")
  @CsvSource({
    "____|^^^^____, false, false, ALONE, UNDONE",
    "____|^^^^____, true, false, ALONE, UNDONE",
    "____|^^^^____, false, true, ALONE, UNDONE",
    "____|^^^^____, true, true, ALONE,",
    "____|^^^^____, true, true, FEW, UNDONE",
    "____^^^^|____, false, false, ALONE, UNDONE",
    "____^^^^|___, false, false, ALONE, PENDING",
    "____|^^^____, false, false, ALONE,",
    "____|^^^^, false, false, ALONE,",
  })
  void whatLeavesOnceAndComesBackIsUndone(
      String drawn, boolean hasCompany, boolean endHasGroup, Extent extent, NoiseVerdict verdict) {
    Evidence evidence = Sketch.of(drawn).evidence(hasCompany, endHasGroup, extent);

    assertThat(WentBackRule.judge(evidence))
        .isEqualTo(
            verdict == null
                ? null
                : new Judgement(verdict, NoiseRule.WENT_BACK, evidence.otherEnd()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 1, 4})
  void moreThanChanceIsFourDeviationsMoreThanOneMoreThanUsual(double usual) {
    int enough = (int) Math.ceil(1 + usual + 4 * Math.sqrt(usual));

    assertThat(NoiseRules.isMoreThanChance(enough, usual)).isTrue();
    assertThat(NoiseRules.isMoreThanChance(enough - 1, usual)).isFalse();
  }

  /** A drawn series of which a test says some things otherwise. */
  private static final class Builder {

    private final Sketch sketch;
    private Surroundings surroundings = Surroundings.MOVED;
    private int valuesAfter;
    private Habits habits = new Habits(0, 0, 0);

    Builder(String drawn) {
      sketch = Sketch.of(drawn);
      valuesAfter = sketch.seen().valuesAfter();
    }

    Builder surroundings(double share, double error) {
      surroundings = new Surroundings(share, error);
      return this;
    }

    Builder valuesAfter(int count) {
      valuesAfter = count;
      return this;
    }

    Builder habits(int before, int after, int lasting) {
      habits = new Habits(before, after, lasting);
      return this;
    }

    Evidence evidence(boolean hasCompany, boolean endHasGroup, Extent extent) {
      SeenSeries seen = sketch.seen();
      return new Evidence(
          sketch.merge(),
          new SeenSeries(
              seen.isMove(),
              seen.before(),
              seen.after(),
              seen.later(),
              LITTLE,
              valuesAfter,
              seen.stayed(),
              seen.window(),
              seen.excursion(),
              seen.recurs(),
              surroundings,
              seen.wentBack(),
              seen.jumps()),
          habits,
          -1,
          hasCompany,
          endHasGroup,
          extent);
    }
  }
}

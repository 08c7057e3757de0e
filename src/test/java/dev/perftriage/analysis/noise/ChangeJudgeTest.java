package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.noise.Company.Direction;
import dev.perftriage.analysis.noise.Episodes.Extent;
import org.jspecify.annotations.Nullable;
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
    "____^____|^^^^____, FLIP_FLOP, SWITCHING",
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
                new Companions(0, 0, along(hasCompany)),
                Direction.NONE,
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
            .moving(hasCompany ? 1 : 0, 0)
            .evidence(Direction.NONE, Direction.NONE, Extent.ALONE);

    assertThat(NoMoveRule.judge(evidence)).isEqualTo(new Judgement(verdict, NoiseRule.NO_MOVE, -1));
  }

  @ParameterizedTest(name = "{0} with company {1}: {2}")
  @CsvSource({
    "1, false,",
    "0.6, false,",
    "0.599, false, UNCLEAR",
    "0.2, false, UNCLEAR",
    "0.199, false, RETURNED",
    "-0.199, false, RETURNED",
    "-0.2, false, UNCLEAR",
    "0, true,",
  })
  void aMoveBesideASingleValueIsNoneUnlessTheLevelsBeyondMoved(
      double share, boolean hasCompany, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder("____|^^^^^")
            .surroundings(share, 0)
            .evidence(along(hasCompany), Direction.NONE, Extent.ALONE);

    assertThat(NoMoveRule.judge(evidence))
        .isEqualTo(verdict == null ? null : new Judgement(verdict, NoiseRule.NO_MOVE, -1));
    assertThat(
            NoMoveRule.judge(
                new Builder("____|^____")
                    .surroundings(share, 0)
                    .evidence(along(hasCompany), Direction.NONE, Extent.ALONE)))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({"ALONE,", "FEW,", "GROUP, UNDONE", "MACHINE, ENVIRONMENT"})
  void whatAGroupDoesAndUndoesHasACause(Extent extent, NoiseVerdict verdict) {
    assertThat(
            TogetherRule.judge(
                Sketch.of("____|^____").evidence(Direction.ALONG, Direction.ALONG, extent)))
        .isEqualTo(verdict == null ? null : new Judgement(verdict, NoiseRule.UNDONE_TOGETHER, 5));
  }

  @ParameterizedTest(name = "{0}, company {1}, at the other end {2}, {3}: {4}")
  @CsvSource({
    // the first one of a single test case is brief, and comes back to the very level
    "____|^____, NONE, NONE, ALONE, RETURNED",
    "____|^^____, NONE, NONE, ALONE, RETURNED",
    "____|^^^____, NONE, NONE, ALONE, UNCLEAR",
    "____|^^2222, NONE, NONE, ALONE, UNCLEAR",
    // or is a single value
    "____|^2222, NONE, NONE, ALONE, RETURNED",
    // of several test cases of a benchmark it is a single value
    "____|^____, NONE, NONE, FEW, RETURNED",
    "____|^^____, NONE, NONE, FEW, UNCLEAR",
    // no group moved the same way at either end
    "____|^____, NONE, AGAINST, ALONE, RETURNED",
    "____|^^____, NONE, AGAINST, ALONE, RETURNED",
    "____|^^____, NONE, ALONG, ALONE, UNCLEAR",
    "____|^^____, ALONG, NONE, ALONE, UNCLEAR",
    // with a group at one end, it is a single value that comes back by as much
    "____|^____, NONE, ALONG, ALONE, RETURNED",
    "____|^____, NONE, ALONG, FEW, UNCLEAR",
    "____|^1111, NONE, ALONG, ALONE, UNCLEAR",
    "____|^____, ALONG, NONE, ALONE, RETURNED",
    "____|^____, ALONG, NONE, FEW, UNCLEAR",
    "____|^1111, ALONG, NONE, ALONE, UNCLEAR",
    "____|^____, ALONG, AGAINST, ALONE, RETURNED",
    // but not at both
    "____|^____, ALONG, ALONG, ALONE, UNCLEAR",
    // against a group, it is a single value of a single test case
    "____|^____, AGAINST, NONE, ALONE, RETURNED",
    "____|^____, AGAINST, NONE, FEW, UNCLEAR",
    "____|^____, AGAINST, AGAINST, ALONE, RETURNED",
    "____|^____, AGAINST, ALONG, ALONE, RETURNED",
    "____|^^____, AGAINST, NONE, ALONE, UNCLEAR",
    "____|^1111, NONE, NONE, ALONE, RETURNED",
    "____|^1111, AGAINST, NONE, ALONE, UNCLEAR",
    // one more needs no more, wherever it ends
    "____^____|^^^____, NONE, NONE, ALONE, RETURNED",
    "____^____|^2222, NONE, NONE, ALONE, RETURNED",
    "____^____|^2222, NONE, ALONG, ALONE, RETURNED",
    // in company, chance must explain where it ends
    "____^____|^____, AGAINST, ALONG, ALONE, RETURNED",
    "____^____|^^^____, AGAINST, NONE, ALONE, RETURNED",
    "____^____|^^1111, AGAINST, NONE, ALONE, UNCLEAR",
    "____^____|^____, ALONG, NONE, ALONE, RETURNED",
    "____^____|^^^____, ALONG, ALONG, ALONE, RETURNED",
    "____^____|^^1111, ALONG, NONE, ALONE, UNCLEAR",
    // and it is no habit of staying away for long
    "____^^^^____|^^____, ALONG, NONE, ALONE, UNCLEAR",
    "____^^^^____|^^____, AGAINST, NONE, ALONE, RETURNED",
    // unless it is on that level before and after
    "____^^^^____|^^____^____, ALONG, NONE, ALONE, RETURNED",
    "____^^^^____|^^1111^1111, ALONG, NONE, ALONE, UNCLEAR",
    // what is not brief is where the test case was
    "____6____|^^____, NONE, NONE, ALONE, RETURNED",
    "____6____|^^^____, NONE, NONE, ALONE, RETURNED",
    "____6____|^^^____, AGAINST, NONE, ALONE, UNCLEAR",
    "____6____|^____, NONE, NONE, FEW, RETURNED",
    "____6____|^^____, NONE, NONE, FEW, UNCLEAR",
    "____|^^^____6____^____, NONE, NONE, ALONE, RETURNED",
    // of several test cases, one more comes back to the very level
    "____^____|^^^____, NONE, NONE, FEW, RETURNED",
    "____^____|^^^____, NONE, AGAINST, FEW, RETURNED",
    "____^____|^^^____, NONE, ALONG, FEW, UNCLEAR",
    "____^____|^^^____, AGAINST, NONE, FEW, UNCLEAR",
    "____^____|^^2222, NONE, NONE, FEW, UNCLEAR",
    // one jump elsewhere is enough
    "____^_2222|^^^2222, NONE, NONE, ALONE, RETURNED",
    "____|^^^^____, NONE, NONE, ALONE,",
    "____|^^^^, NONE, NONE, ALONE,",
  })
  void aSpikeIsNoiseIfItIsAHabitOrBrief(
      String drawn, Direction company, Direction atOtherEnd, Extent extent, NoiseVerdict verdict) {
    Evidence evidence = Sketch.of(drawn).evidence(company, atOtherEnd, extent);

    assertThat(SpikeRule.judge(evidence)).isEqualTo(judgement(verdict, NoiseRule.SPIKE, evidence));
  }

  @ParameterizedTest(name = "{0} before, {1} after: {2}")
  @CsvSource({"2, 0, UNCLEAR", "1, 1, UNCLEAR", "2, 1, RETURNED"})
  void whoLeavesItsLevelOftenMayDoSoForAnyLevel(int before, int after, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder("____|^^^____")
            .habits(before, after, 0)
            .evidence(Direction.AGAINST, Direction.NONE, Extent.ALONE);

    assertThat(SpikeRule.judge(evidence)).isEqualTo(judgement(verdict, NoiseRule.SPIKE, evidence));
  }

  @ParameterizedTest(name = "{0} before, {1} after, {2} lasting, {3}, company {4}: {5}")
  @CsvSource({
    // comes back to the very level
    "3, 0, 1, ____|^^^^____, NONE, FLIP_FLOP",
    "3, 0, 0, ____|^^^^____, NONE, UNCLEAR",
    "4, 0, 0, ____|^^^^____, NONE, FLIP_FLOP",
    "1, 3, 0, ____|^^^^____, NONE, FLIP_FLOP",
    "1, 2, 1, ____|^^^^____, NONE, FLIP_FLOP",
    "0, 4, 4, ____|^^^^____, NONE, UNCLEAR",
    "3, 0, 1, ____|^^^^____, ALONG, UNCLEAR",
    "3, 0, 1, ____|^^^^____, AGAINST, UNCLEAR",
    "3, 0, 1, ____|^^^^2222, NONE, UNCLEAR",
    "1, 0, 0, ____|^^^^____, NONE, UNCLEAR",
    "0, 0, 0, ____|^^^^____, NONE,",
    // after one excursion, of a single test case
    "2, 0, 1, ____|^^^^____, NONE, FLIP_FLOP",
    "1, 1, 1, ____|^^^^____, NONE, FLIP_FLOP",
    "2, 0, 0, ____|^^^^____, NONE, UNCLEAR",
    // or from a level where it was
    "2, 0, 1, ^____|^^^^____, NONE, FLIP_FLOP",
    "2, 0, 1, ____|^^^^____^, NONE, FLIP_FLOP",
    "1, 1, 1, ____^^^^|____^, NONE, FLIP_FLOP",
    "2, 0, 0, ^____|^^^^____, NONE, FLIP_FLOP",
    // not the first one
    "0, 2, 2, ____|^^^^____^, NONE, UNCLEAR",
    // where it is before and after
    "1, 0, 0, ^____|^^^^____^, NONE, FLIP_FLOP",
    "0, 1, 0, ^____|^^^^____^, NONE, FLIP_FLOP",
    "0, 1, 0, ^____^^^^|____^, AGAINST, FLIP_FLOP",
    "1, 0, 0, ^____|^^^^2222^, NONE, FLIP_FLOP",
    "1, 0, 0, ^____|^^^^____^, ALONG, UNCLEAR",
    "0, 0, 0, ^____|^^^^____^, NONE,",
    // does not come back
    "2, 0, 1, ____|^^^^^^, NONE, UNCLEAR",
    "2, 0, 1, ____|^^^^^, NONE, PENDING",
    "2, 0, 1, ____|^^^^^^, ALONG,",
    "2, 0, 0, ____|^^^^^^, NONE,",
    "2, 0, 1, _{8}^^_{8}|^{4}__^{4}__^{4}, NONE, FLIP_FLOP",
    "0, 2, 1, _{8}^^_{8}|^{4}__^{4}__^{4}, NONE, UNCLEAR",
    "2, 0, 0, _{8}^^_{8}|^{4}__^{4}__^{4}, NONE,",
    "2, 0, 1, _{8}^^_{8}|^{4}__^{4}__^{4}, AGAINST,",
  })
  void aHabitOfLeavingForLongIsSwitching(
      int before, int after, int lasting, String drawn, Direction company, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder(drawn)
            .habits(before, after, lasting)
            .evidence(company, Direction.NONE, Extent.ALONE);

    assertThat(SwitchingRule.judge(evidence))
        .isEqualTo(judgement(verdict, NoiseRule.SWITCHING, evidence));
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
    Evidence evidence = Sketch.of(drawn).evidence(along(hasCompany), along(endHasGroup), extent);

    assertThat(WentBackRule.judge(evidence))
        .isEqualTo(judgement(verdict, NoiseRule.WENT_BACK, evidence));
  }

  @ParameterizedTest(name = "{0} with {1} siblings and {2} benchmarks, {3} and {4}: {5}")
  @CsvSource({
    // a sibling explains what is brief
    "____|^____, 0, 0, 0, 0, RETURNED",
    "____|^____, 1, 0, 0, 0, UNCLEAR",
    // one sibling does not explain a habit, two do
    "____|^____, 1, 0, 2, 0, RETURNED",
    "____|^____, 2, 0, 2, 0, UNCLEAR",
    // another benchmark explains that it comes back to another level
    "____|^2222, 0, 0, 0, 0, RETURNED",
    "____|^2222, 0, 1, 0, 0, UNCLEAR",
    "____|^^2222, 0, 0, 0, 0, UNCLEAR",
  })
  void whatMovedWithASpikeMayExplainIt(
      String drawn, int siblings, int benchmarks, int before, int lasting, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder(drawn)
            .habits(before, 0, lasting)
            .moving(siblings, benchmarks)
            .evidence(Direction.NONE, Direction.NONE, Extent.ALONE);

    assertThat(SpikeRule.judge(evidence)).isEqualTo(judgement(verdict, NoiseRule.SPIKE, evidence));
  }

  @ParameterizedTest(name = "{0} around, {1} earlier, known for {2}: {3}")
  @CsvSource({
    "0, 0, 59, RETURNED",
    "0, 0, 60, UNCLEAR",
    "0, 2, 60, UNCLEAR",
    "0, 3, 60, RETURNED",
    "1, 2, 60, RETURNED",
  })
  void twoValuesAreNoSpikeOfATestCaseThatIsKnownToMakeNone(
      int around, int earlier, int known, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder("____|^^____")
            .habits(around, 0, 0, earlier, 0, known)
            .evidence(Direction.NONE, Direction.NONE, Extent.ALONE);

    assertThat(SpikeRule.judge(evidence)).isEqualTo(judgement(verdict, NoiseRule.SPIKE, evidence));
  }

  @ParameterizedTest(name = "{0}: {1} earlier, {2} lasting, {3} siblings, {4}, {5}, {6}: {7}")
  @CsvSource({
    "____|^^^____, 3, 1, 0, NONE, NONE, ALONE, RETURNED",
    "____|^^^____, 2, 1, 0, NONE, NONE, ALONE, UNCLEAR",
    "____|^^^____, 3, 2, 0, NONE, NONE, ALONE, UNCLEAR",
    "____|^^^____, 3, 1, 1, NONE, NONE, ALONE, UNCLEAR",
    "____|^^^____, 3, 1, 0, AGAINST, NONE, ALONE, RETURNED",
    "____|^^^____, 3, 1, 0, ALONG, NONE, ALONE, UNCLEAR",
    "____|^^^____, 3, 1, 0, NONE, ALONG, ALONE, RETURNED",
    "____|^^^____, 3, 1, 0, NONE, NONE, FEW, UNCLEAR",
    // in company, if it came back to its level as often
    "__4__4__|^^^____, 3, 1, 0, ALONG, NONE, ALONE, RETURNED",
    "__4__4__|^^^____, 3, 1, 0, NONE, NONE, FEW, RETURNED",
    "__4__|^^^____, 3, 1, 0, NONE, NONE, FEW, UNCLEAR",
    "__4__4__|^^^____, 3, 1, 0, ALONG, ALONG, ALONE, UNCLEAR",
    // twice as many are no coincidence, whatever they are
    "____|^^^____, 6, 6, 0, ALONG, NONE, ALONE, RETURNED",
    "____|^^^____, 6, 6, 0, NONE, NONE, FEW, RETURNED",
    "____|^^^____, 5, 5, 0, NONE, NONE, FEW, UNCLEAR",
    "____|^^^2222, 6, 6, 0, NONE, NONE, FEW, UNCLEAR",
    "____|^^^____, 6, 6, 1, NONE, NONE, FEW, UNCLEAR",
    "____|^^^____, 6, 6, 0, ALONG, ALONG, ALONE, UNCLEAR",
  })
  void anOldHabitOfSpikesIsOne(
      String drawn,
      int earlier,
      int lasting,
      int siblings,
      Direction company,
      Direction atOtherEnd,
      Extent extent,
      NoiseVerdict verdict) {
    Evidence evidence =
        new Builder(drawn)
            .habits(0, 0, 0, earlier, lasting, 100)
            .moving(siblings, 0)
            .evidence(company, atOtherEnd, extent);

    assertThat(SpikeRule.judge(evidence)).isEqualTo(judgement(verdict, NoiseRule.SPIKE, evidence));
  }

  @ParameterizedTest(name = "{0} lasting: {1}")
  @CsvSource({"2, RETURNED", "3, UNCLEAR"})
  void anOldHabitIsNoneOfSpikesWhereItStaysAwayForLong(int lasting, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder("____|^^^____")
            .habits(0, 3, lasting, 6, 6, 100)
            .evidence(Direction.AGAINST, Direction.NONE, Extent.FEW);

    assertThat(SpikeRule.judge(evidence)).isEqualTo(judgement(verdict, NoiseRule.SPIKE, evidence));
  }

  @ParameterizedTest(name = "{0}, company {1}, at the other end {2}, {3}: {4}")
  @CsvSource({
    "^____|^^^____, NONE, NONE, ALONE, RETURNED",
    "____|^^^____^, NONE, NONE, ALONE, RETURNED",
    "____|^^^____, NONE, NONE, ALONE, UNCLEAR",
    "^____|^^^1111, NONE, NONE, ALONE, UNCLEAR",
    "^____|^^^____, AGAINST, NONE, ALONE, UNCLEAR",
    "^____|^^^____, NONE, AGAINST, ALONE, UNCLEAR",
    "^____|^^^____, NONE, NONE, FEW, UNCLEAR",
  })
  void aSpikeToALevelWhereItWasIsNoise(
      String drawn, Direction company, Direction atOtherEnd, Extent extent, NoiseVerdict verdict) {
    Evidence evidence = new Builder(drawn).evidence(company, atOtherEnd, extent);

    assertThat(SpikeRule.judge(evidence)).isEqualTo(judgement(verdict, NoiseRule.SPIKE, evidence));
  }

  @ParameterizedTest(name = "{0}: {1} earlier, {2} siblings, {3} benchmarks, {4}, {5}: {6}")
  @CsvSource({
    "____|^^^^____, 3, 0, 0, NONE, NONE, FLIP_FLOP",
    "____|^^^^____, 2, 0, 0, NONE, NONE,",
    "____|^^^^____, 3, 0, 1, NONE, NONE, FLIP_FLOP",
    "____|^^^^____, 3, 0, 2, NONE, NONE,",
    "____|^^^^____, 3, 1, 0, NONE, NONE,",
    "____|^^^^____, 3, 0, 0, AGAINST, NONE, FLIP_FLOP",
    "____|^^^^____, 3, 0, 0, NONE, ALONG, FLIP_FLOP",
    "____|^^^^____, 3, 0, 0, ALONG, NONE,",
    // in company, where it is on that level before and after
    "^____|^^^^____^, 3, 0, 9, ALONG, NONE, FLIP_FLOP",
    "^____|^^^^____^, 3, 0, 9, ALONG, AGAINST,",
    "^____|^^^^____, 3, 0, 9, ALONG, NONE,",
    "^____|^^^^1111^, 3, 0, 9, ALONG, NONE,",
    // twice as many leave it open
    "____|^^^^____, 6, 0, 2, NONE, NONE, UNCLEAR",
    "____|^^^^____, 5, 0, 2, NONE, NONE,",
    "____|^^^^____, 6, 1, 2, NONE, NONE,",
    "____|^^^^____, 6, 0, 2, ALONG, NONE, UNCLEAR",
    // does not come back: from a level where it hardly was
    "____|^^^^^^, 3, 0, 0, NONE, NONE, FLIP_FLOP",
    "____|^^^^^, 3, 0, 0, NONE, NONE,",
    "____|^^^^^, 6, 0, 0, NONE, NONE, PENDING",
    "____|^^^^^^, 2, 0, 0, NONE, NONE,",
    "____|^^^^^^, 3, 0, 1, NONE, NONE,",
    "____|^^^^^^, 3, 0, 0, AGAINST, NONE,",
    "__4__|^^^^^^, 3, 0, 0, NONE, NONE, FLIP_FLOP",
    "__4__4__|^^^^^^, 3, 0, 0, NONE, NONE,",
    "__4__4__|^^^^^^, 6, 0, 0, NONE, NONE, UNCLEAR",
    "__4__4__|^^^^^^, 6, 0, 0, AGAINST, NONE,",
  })
  void anOldHabitOfLeavingForLongIsSwitching(
      String drawn,
      int earlier,
      int siblings,
      int benchmarks,
      Direction company,
      Direction atOtherEnd,
      NoiseVerdict verdict) {
    Evidence evidence =
        new Builder(drawn)
            .habits(0, 0, 0, earlier, earlier, 0)
            .moving(siblings, benchmarks)
            .evidence(company, atOtherEnd, Extent.ALONE);

    assertThat(SwitchingRule.judge(evidence))
        .isEqualTo(judgement(verdict, NoiseRule.SWITCHING, evidence));
  }

  @ParameterizedTest(name = "{0}: {1} around, {2} earlier, known for {3}: {4}")
  @CsvSource({
    // of a test case that is known for long, few may be chance
    "____|^^^^____, 3, 3, 60, FLIP_FLOP",
    "____|^^^^____, 3, 2, 60, UNCLEAR",
    "____|^^^^____, 3, 2, 59, FLIP_FLOP",
    // and hardly any are no doubt
    "____|^^^^____, 1, 2, 60, UNCLEAR",
    "____|^^^^____, 1, 1, 60,",
    "____|^^^^____, 1, 1, 59, FLIP_FLOP",
    // unless it was at that level before
    "^____|^^^^____, 1, 2, 60, FLIP_FLOP",
    "^____|^^^^____, 1, 0, 60, FLIP_FLOP",
    "____|^^^^____^, 1, 2, 60, UNCLEAR",
    // which is none where it does not come back
    "_{8}^^_{8}|^{4}__^{4}__^{4}, 3, 3, 60, FLIP_FLOP",
    "_{8}^^_{8}|^{4}__^{4}__^{4}, 3, 2, 60, UNCLEAR",
    "_{8}^^_{8}|^{4}__^{4}__^{4}, 3, 2, 59, FLIP_FLOP",
  })
  void fewSwitchesOfATestCaseThatIsKnownForLongAreNoHabit(
      String drawn, int around, int earlier, int known, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder(drawn)
            .habits(around, 0, 1, earlier, 0, known)
            .evidence(Direction.NONE, Direction.NONE, Extent.ALONE);

    assertThat(SwitchingRule.judge(evidence))
        .isEqualTo(judgement(verdict, NoiseRule.SWITCHING, evidence));
  }

  @ParameterizedTest(name = "{0} benchmarks, {1} earlier, known for {2}: {3}")
  @CsvSource({
    "0, 1, 60, FLIP_FLOP",
    "1, 1, 60, UNCLEAR",
    "1, 1, 59, FLIP_FLOP",
    "1, 2, 60, FLIP_FLOP",
    "3, 2, 60, FLIP_FLOP",
    "4, 2, 60, UNCLEAR",
  })
  void whatOthersMovedWithIsNoHabitThatBeganLately(
      int benchmarks, int earlier, int known, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder("^____|^^^^____^")
            .habits(6, 0, 0, earlier, earlier, known)
            .moving(0, benchmarks)
            .evidence(Direction.NONE, Direction.NONE, Extent.ALONE);

    assertThat(SwitchingRule.judge(evidence))
        .isEqualTo(judgement(verdict, NoiseRule.SWITCHING, evidence));
  }

  @ParameterizedTest(name = "{0}: {1} lasting, {2} benchmarks, at the other end {3}, {4}: {5}")
  @CsvSource({
    "____|^^^^____, 1, 0, NONE, ALONE, FLIP_FLOP",
    "____|^^^^____, 1, 1, NONE, ALONE, FLIP_FLOP",
    "____|^^^^____, 1, 2, NONE, ALONE, UNCLEAR",
    "____|^^^^____, 0, 0, NONE, ALONE, UNCLEAR",
    "^____|^^^^____, 0, 0, NONE, ALONE, FLIP_FLOP",
    "____^^^^|____, 1, 0, NONE, ALONE, PENDING",
    "____^^^^|______, 1, 0, NONE, ALONE, FLIP_FLOP",
    "____|^^^^____, 1, 0, AGAINST, ALONE, UNCLEAR",
    "____|^^^^____, 1, 0, NONE, FEW, UNCLEAR",
    "____|^^^^1111, 1, 0, NONE, ALONE, UNCLEAR",
    // where it is later, too
    "____|^^^^1111^, 0, 0, AGAINST, FEW, FLIP_FLOP",
    "____|^^^^1111^, 0, 1, AGAINST, FEW, UNCLEAR",
  })
  void oneMoreOfASingleTestCaseIsSwitching(
      String drawn,
      int lasting,
      int benchmarks,
      Direction atOtherEnd,
      Extent extent,
      NoiseVerdict verdict) {
    Evidence evidence =
        new Builder(drawn)
            .habits(1, 0, lasting)
            .moving(0, benchmarks)
            .evidence(Direction.NONE, atOtherEnd, extent);

    assertThat(SwitchingRule.judge(evidence))
        .isEqualTo(judgement(verdict, NoiseRule.SWITCHING, evidence));
  }

  @ParameterizedTest(name = "{0} siblings, group {1}, {2} benchmarks, {3} ± {4}: {5}")
  @CsvSource({
    // without a sibling, more of the change must have moved
    "0, ALONG, 0, 0.35, 0.1, UNCLEAR",
    "0, ALONG, 0, 0.349, 0.1, RETURNED",
    "0, AGAINST, 0, 0.35, 0.1, UNCLEAR",
    "0, ALONG, 0, 0.41, 0.2, UNCLEAR",
    "0, ALONG, 0, 0.4, 0.2, RETURNED",
    "0, ALONG, 0, -1, 0.1, RETURNED",
    // three benchmarks are as good as a group
    "0, NONE, 3, 0.35, 0.1, UNCLEAR",
    "0, NONE, 2, 0.35, 0.1, RETURNED",
    "1, NONE, 0, 0.15, 0.1, UNCLEAR",
  })
  void whatMovedAroundAChangeCountsWithCompany(
      int siblings,
      Direction group,
      int benchmarks,
      double share,
      double error,
      NoiseVerdict verdict) {
    Evidence evidence =
        new Builder("____|_____")
            .surroundings(share, error)
            .moving(siblings, benchmarks)
            .evidence(group, Direction.NONE, Extent.ALONE);

    assertThat(NoMoveRule.judge(evidence)).isEqualTo(new Judgement(verdict, NoiseRule.NO_MOVE, -1));
  }

  @ParameterizedTest(name = "{0} spreads, {1} values after, company {2}: {3}")
  @CsvSource({
    "4.99, 5, NONE, UNCLEAR",
    "5.01, 5, NONE,",
    "4.99, 4, NONE,",
    "4.99, 5, ALONG,",
    "4.99, 5, AGAINST,",
  })
  void aSlightMoveOfOneTestCaseMayBeScatter(
      double spreads, int valuesAfter, Direction company, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder("____|^^^^^^")
            .spread(10 / spreads)
            .valuesAfter(valuesAfter)
            .evidence(company, Direction.NONE, Extent.ALONE);

    assertThat(NoMoveRule.judge(evidence))
        .isEqualTo(verdict == null ? null : new Judgement(verdict, NoiseRule.NO_MOVE, -1));
  }

  @ParameterizedTest(name = "{0} spreads, company {1}: {2}")
  @CsvSource({
    "4.99, NONE, UNCLEAR",
    "5.01, NONE, UNDONE",
    "4.99, ALONG, UNDONE",
    "4.99, AGAINST, UNCLEAR",
  })
  void soMayBeASlightMoveThatComesBack(double spreads, Direction company, NoiseVerdict verdict) {
    Evidence evidence =
        new Builder("____|^^^^____")
            .spread(10 / spreads)
            .evidence(company, Direction.NONE, Extent.ALONE);

    assertThat(WentBackRule.judge(evidence))
        .isEqualTo(judgement(verdict, NoiseRule.WENT_BACK, evidence));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 1, 4})
  void moreThanChanceIsFourDeviationsMoreThanOneMoreThanUsual(double usual) {
    int enough = (int) Math.ceil(1 + usual + 4 * Math.sqrt(usual));

    assertThat(NoiseRules.isMoreThanChance(enough, usual)).isTrue();
    assertThat(NoiseRules.isMoreThanChance(enough - 1, usual)).isFalse();
  }

  /** A verdict with the other end of the excursion; null if the rule does not fire. */
  private static @Nullable Judgement judgement(
      @Nullable NoiseVerdict verdict, NoiseRule rule, Evidence evidence) {
    return verdict == null ? null : new Judgement(verdict, rule, evidence.otherEnd());
  }

  private static Direction along(boolean isGroup) {
    return isGroup ? Direction.ALONG : Direction.NONE;
  }

  /** A drawn series of which a test says some things otherwise. */
  private static final class Builder {

    private final Sketch sketch;
    private Surroundings surroundings = Surroundings.MOVED;
    private int valuesAfter;
    private Habits habits = new Habits(0, 0, 0, 0, 0, 0);
    private double spread = LITTLE;
    private int siblings;
    private int otherBenchmarks;

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
      return habits(before, after, lasting, 0, 0, 0);
    }

    Builder habits(int before, int after, int lasting, int earlier, int earlierLasting, int known) {
      habits = new Habits(before, after, lasting, earlier, earlierLasting, known);
      return this;
    }

    Builder spread(double size) {
      spread = size;
      return this;
    }

    Builder moving(int others, int benchmarks) {
      siblings = others;
      otherBenchmarks = benchmarks;
      return this;
    }

    Evidence evidence(Direction company, Direction atOtherEnd, Extent extent) {
      SeenSeries seen = sketch.seen();
      return new Evidence(
          sketch.merge(),
          new SeenSeries(
              seen.isMove(),
              seen.before(),
              seen.after(),
              seen.later(),
              spread,
              valuesAfter,
              seen.stayed(),
              seen.window(),
              seen.first(),
              seen.excursion(),
              seen.recurrence(),
              surroundings,
              seen.wentBack(),
              seen.jumps()),
          habits,
          -1,
          new Companions(siblings, otherBenchmarks, company),
          atOtherEnd,
          extent);
    }
  }
}

package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.Magnitude;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.ChangeJudge.Judgement;
import dev.perftriage.model.Category;
import dev.perftriage.model.Merge;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which rule of {@link NoiseRules} decides, in series as {@link Sketch} draws them, where so many
 * other test cases moved at the same merge and stayed.
 */
class ChangeJudgeTest {

  @ParameterizedTest(name = "{0} with {1} others: {2} at {3}")
  @CsvSource({
    "____|^_____, 0, RETURNED, 5",
    "____|^^^___, 0, RETURNED, 7",
    "_____^|____, 0, RETURNED, 5",
    "___^^^|____, 0, RETURNED, 3",
    "____|^, 0, PENDING, -1",
    // in merges, unmeasured ones too
    "____|^.^___, 0, RETURNED, 7",
    "___.^.|____, 0, RETURNED, 4",
    // near the level before is enough, unless a group moved
    "____|^1111111, 9, RETURNED, 5",
    "____|^1111111, 10, PERSISTENT, -1",
    "____|^_______, 10, RETURNED, 5",
    "1111111^|______, 9, RETURNED, 7",
    "1111111^|______, 10, PERSISTENT, -1",
    "_______^|______, 10, RETURNED, 7",
    // whose level is that of the six values from there
    "____|^____11^, 10, RETURNED, 5",
    "____|^___111^, 10, PERSISTENT, -1",
    "^11____^|______, 10, RETURNED, 7",
    "^111___^|______, 10, PERSISTENT, -1",
  })
  void aSpikeReturned(String drawn, int others, NoiseVerdict verdict, int other) {
    Judgement judgement = judge(Sketch.of(drawn), 0, others);

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.other()).isEqualTo(other);
    assertThat(judgement.rule())
        .isEqualTo(verdict == NoiseVerdict.RETURNED ? NoiseRule.SPIKE : NoiseRule.STAY);
  }

  @ParameterizedTest(name = "{0} with a group at {1}")
  @CsvSource({"____|^^^__, 7", "__^^^|____, 2"})
  void aWayBackThatAGroupTookIsNoEndOfASpike(String drawn, int group) {
    CoMovement nineThere = new CoMovement(99);
    CoMovement tenThere = new CoMovement(99);
    Sketch sketch = Sketch.of(drawn);
    for (int i = 0; i < 10; i++) {
      tenThere.stayed(group, sketch.change());
      if (i < 9) {
        nineThere.stayed(group, sketch.change());
      }
    }

    assertThat(judge(sketch, sketch.shift(), nineThere).rule()).isEqualTo(NoiseRule.SPIKE);
    assertThat(judge(sketch, sketch.shift(), tenThere).rule()).isEqualTo(NoiseRule.STAY);
  }

  @ParameterizedTest(name = "{0} with {1} others: {2} at {3}")
  @CsvSource({
    // one jump elsewhere to the very level, and for longer
    "____|^^^^____, 0, FLIP_FLOP, 8",
    "____|^^^^____, 2, FLIP_FLOP, 8",
    "^^^^____|^^^^^^, 2, FLIP_FLOP, 4",
    "____|^^^^1111, 0, PERSISTENT, -1",
    "9999____|^^^^^^, 0, PERSISTENT, -1",
    // of three and more that moved, one jump is a coincidence; two have to be lasting
    "____|^^^^____, 3, PERSISTENT, -1",
    "____^^^^____|^^^^^^, 3, FLIP_FLOP, 8",
    "____^^^^____|^^^^^^, 9, FLIP_FLOP, 8",
    "____^____^____^____|^^^^^^, 3, PERSISTENT, -1",
    // of fewer, four jumps that are not will do
    "_____^____|^^^^^^, 0, PERSISTENT, -1",
    "_____^____6^____|^^^^^^, 0, PERSISTENT, -1",
    "_____^____^____|^^^^^^, 0, FLIP_FLOP, 11",
    "_____^____^____|^^^^^^, 2, FLIP_FLOP, 11",
    "____^^^^____|^^^^^^, 0, FLIP_FLOP, 8",
    // a group has to have been there and come back
    "____^^^^____|^^^^^^, 10, PERSISTENT, -1",
    "____|^^^^____, 10, PERSISTENT, -1",
    "____|^^^^____^^^^, 10, FLIP_FLOP, 8",
    "____^^^^____|^^^^^____, 10, FLIP_FLOP, 8",
    "____^^^^____|^^^^^____, 99, FLIP_FLOP, 8",
    "9999____|^^^^____, 10, PERSISTENT, -1",
    "^^^^____|^^^^1111, 10, PERSISTENT, -1",
  })
  void aSeriesThatJumpsBetweenTheTwoLevelsElsewhereFlipFlops(
      String drawn, int others, NoiseVerdict verdict, int nearest) {
    Judgement judgement = judge(Sketch.of(drawn), 0, others);

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.other()).isEqualTo(nearest);
    assertThat(judgement.rule())
        .isEqualTo(verdict == NoiseVerdict.FLIP_FLOP ? NoiseRule.SWITCHING : NoiseRule.STAY);
  }

  @ParameterizedTest(name = "{0} with {2} others and a spread of {1}: {3} at {4}")
  @CsvSource({
    // less than 35 % of the change is left in the values around
    "______|^333333, 0, 0, RETURNED, 7",
    "______|^444444, 0, 0, PERSISTENT, -1",
    "777777_|^^^^^^^, 0, 0, RETURNED, 6",
    "666666_|^^^^^^^, 0, 0, PERSISTENT, -1",
    // or no more than three errors: 3 × 1.25 × √(1/3 + 1/2) / 10 of the change for each spread
    "__|^44, 1.2, 0, RETURNED, 3",
    "__|^44, 1.1, 0, PENDING, -1",
    // the merge beside it where the series went the other way by more
    "55555_|^55555, 0, 0, RETURNED, 7",
    "55557_|^55555, 0, 0, RETURNED, 5",
    "55555_|^35555, 0, 0, RETURNED, 7",
    // also in merges
    "55555._|^.55555, 0, 0, RETURNED, 9",
    // one value after it is too few to see it, two are enough
    "55555_|^5, 0, 0, PENDING, -1",
    "55555_|^55, 0, 0, RETURNED, 7",
    // a real step of a group may look like this
    "______|^333333, 0, 9, RETURNED, 7",
    "______|^333333, 0, 10, PERSISTENT, -1",
    // a change of fewer than six spreads is looked at in fifteen values a side
    "_{15}|^{6}_{9}, 1.6, 3, PERSISTENT, -1",
    "_{15}|^{6}_{9}, 1.7, 3, RETURNED, 16",
  })
  void aChangeThatTheValuesAroundDoNotFollowIsNoMove(
      String drawn, double spread, int others, NoiseVerdict verdict, int other) {
    Judgement judgement = judge(Sketch.of(drawn), spread, others);

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.other()).isEqualTo(other);
    assertThat(judgement.rule())
        .isEqualTo(verdict == NoiseVerdict.RETURNED ? NoiseRule.NO_MOVE : NoiseRule.STAY);
  }

  @ParameterizedTest
  @CsvSource({"____|^, PENDING", "____|^^^^^, PENDING", "____|^^^^^^, PERSISTENT"})
  void fiveValuesAfterAChangeTellThatItStays(String drawn, NoiseVerdict verdict) {
    Judgement judgement = judge(Sketch.of(drawn), 0, 0);

    assertThat(judgement).isEqualTo(new Judgement(verdict, NoiseRule.STAY, -1, -1, 1));
  }

  @Test
  void aChangeThatItsSeriesDoesNotHoldIsPending() {
    Sketch sketch = Sketch.of("____|^^^^^^");

    assertThat(judge(sketch, null, others(sketch, 99)))
        .isEqualTo(new Judgement(NoiseVerdict.PENDING, NoiseRule.STAY, -1, -1, 1));
  }

  @ParameterizedTest(name = "{0}: way back at {1}, {2} jumps")
  @CsvSource({
    // the end of a spike, or where it began
    "____|^^____, 6, 2",
    "____^^|____, 4, 2",
    // the only jump elsewhere
    "____|^^^^^____, 9, 2",
    "^^^^____|^^^^, 4, 2",
    // in merges, unmeasured ones too
    "____.|^..^___, 9, 2",
    // of several jumps, none
    "____^^^^____|^^^^, -1, 3",
    "____^^^^____|^^^^____, -1, 4",
    "____|^^^^, -1, 1",
  })
  void theWayBackIsKnownWhereThereIsOnlyOne(String drawn, int wayBack, int switches) {
    Judgement judgement = judge(Sketch.of(drawn), 0, 0);

    assertThat(judgement.wayBack()).isEqualTo(wayBack);
    assertThat(judgement.switches()).isEqualTo(switches);
  }

  @Test
  void aChangeThatAGroupUndidTogetherIsReverted() {
    Sketch sketch = Sketch.of("____|^^^^^____");
    CoMovement nine = new CoMovement(99);
    CoMovement ten = new CoMovement(99);
    for (int i = 0; i < 10; i++) {
      TestCaseChange change = change("benchmark-" + i);
      ten.wentBack(4, 9, change);
      if (i < 9) {
        nine.wentBack(4, 9, change);
      }
    }

    assertThat(judge(sketch, sketch.shift(), ten))
        .isEqualTo(new Judgement(NoiseVerdict.REVERTED, NoiseRule.UNDONE_TOGETHER, 9, 9, 2));
    assertThat(judge(sketch, sketch.shift(), nine).verdict()).isEqualTo(NoiseVerdict.FLIP_FLOP);
  }

  @ParameterizedTest(name = "{0} reverted at {1} with {2} others: {3}")
  @CsvSource({
    "____|^^^^^____, 9, 0, true",
    "____|^^_______, 6, 0, true",
    // with a group, a revert so close needs not be seen
    "____|^^^^^^^^^, 8, 9, false",
    "____|^^^^^^^^^, 8, 10, true",
  })
  void aRevertComesBeforeEveryOtherRule(String drawn, int revert, int others, boolean reverted) {
    Sketch sketch = Sketch.of(drawn);
    List<Merge> merges = new ArrayList<>();
    for (int i = 0; i < sketch.merges(); i++) {
      merges.add(new Merge(Range.commit(i), i));
    }
    RevertPairs pairs =
        new RevertPairs(
            new Reverts(Map.of(Range.commit(revert), Set.of(Range.commit(sketch.merge())))),
            new MeasuredSeries(merges, Map.of(), List.of()));

    Judgement judgement =
        new ChangeJudge(others(sketch, others), pairs)
            .judge(sketch.change(), sketch.shift(), sketch.merge());

    assertThat(judgement.rule()).isEqualTo(reverted ? NoiseRule.REVERT : NoiseRule.STAY);
    assertThat(judgement.other()).isEqualTo(reverted ? revert : -1);
  }

  private static Judgement judge(Sketch sketch, double spread, int others) {
    return judge(sketch, sketch.shift(spread), others(sketch, others));
  }

  private static Judgement judge(Sketch sketch, @Nullable LevelShift shift, CoMovement coMovement) {
    RevertPairs none =
        new RevertPairs(Reverts.NONE, new MeasuredSeries(List.of(), Map.of(), List.of()));
    return new ChangeJudge(coMovement, none).judge(sketch.change(), shift, sketch.merge());
  }

  /** So many others moved at the merge of the change, the same way. */
  private static CoMovement others(Sketch sketch, int others) {
    CoMovement coMovement = new CoMovement(99);
    for (int i = 0; i <= others; i++) {
      coMovement.stayed(sketch.merge(), sketch.change());
    }
    return coMovement;
  }

  private static TestCaseChange change(String benchmark) {
    return new TestCaseChange(
        Range.testCase(benchmark),
        Category.PRIMARY,
        new TestResultComparison(1000, 1010, Comparisons.THRESHOLD, 5, true),
        Magnitude.MEDIUM);
  }
}

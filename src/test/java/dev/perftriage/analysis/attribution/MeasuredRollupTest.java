package dev.perftriage.analysis.attribution;

import static dev.perftriage.analysis.attribution.KnownRollup.testCase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.attribution.RollupAttribution.MemberShare;
import dev.perftriage.model.TestCase;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MeasuredRollupTest {

  private static final TestCase SYN = testCase("syn-2.0.101", "check");
  private static final TestCase SERDE = testCase("serde-1.0.219", "check");
  private static final TestCase REGEX = testCase("regex-1.5.5", "opt");
  private static final int FOUR = MeasuredRollup.MOST_TO_MEASURE;

  @Test
  void theMemberThatMovesATestCaseAloneExplainsAllOfIt() {
    RollupAttribution rollup =
        new KnownRollup(1).moves(1, SYN, 0.02).moves(2, SERDE, -0.01).member(3).attribution(FOUR);

    assertThat(explaining(rollup, SYN))
        .singleElement()
        .satisfies(by -> assertThat(by.number()).isEqualTo(1))
        .satisfies(by -> assertThat(by.share()).isCloseTo(1, within(0.05)));
    assertThat(explaining(rollup, SERDE)).extracting(MemberShare::number).containsExactly(2);
    assertThat(rollup.unexplained()).isEmpty();
    assertThat(rollup.toMeasure()).isEmpty();
    assertThat(rollup.culprits())
        .extracting(MemberAttribution::number)
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void effectsAddUpInLogarithms() {
    RollupAttribution rollup =
        new KnownRollup(1).moves(1, SYN, 0.5).moves(2, SYN, 1.0).attribution(FOUR);

    List<MemberShare> by = explaining(rollup, SYN);
    assertThat(by).extracting(MemberShare::number).containsExactly(2, 1);
    // 1.5 times 2 is 3, of which log 2 is 63 % and log 1.5 is 37 %.
    assertThat(by.get(0).share()).isCloseTo(Math.log(2) / Math.log(3), within(0.01));
    assertThat(by.get(1).share()).isCloseTo(Math.log(1.5) / Math.log(3), within(0.01));
  }

  @Test
  void membersThatUndoEachOtherAreBothNamedThoughNothingMoves() {
    RollupAttribution rollup =
        new KnownRollup(1).moves(1, SYN, 0.02).moves(2, SYN, -0.0196).attribution(FOUR);

    assertThat(rollup.changes()).isEmpty();
    assertThat(rollup.culprits()).isEmpty();
    assertThat(rollup.offset()).containsExactly(new OffsetCase(SYN, List.of(1), List.of(2)));
  }

  @Test
  void aMemberThatUndoesAPartDoesNotExplainTheRest() {
    RollupAttribution rollup =
        new KnownRollup(1).moves(1, SYN, 0.03).moves(2, SYN, -0.01).attribution(FOUR);

    assertThat(explaining(rollup, SYN)).extracting(MemberShare::number).containsExactly(1);
    assertThat(explaining(rollup, SYN).get(0).share()).isGreaterThan(1.3);
    assertThat(rollup.unexplained()).isEmpty();
    assertThat(rollup.offset()).containsExactly(new OffsetCase(SYN, List.of(1), List.of(2)));
  }

  @Test
  void whatMeasuredMembersMakeLessThanHalfOfIsUnexplained() {
    assertThat(sharing(0.0052, 0.0048).unexplained()).isEmpty();
    assertThat(sharing(0.0040, 0.0060).unexplained())
        .extracting(TestCaseChange::testCase)
        .containsExactly(SYN);
    assertThat(sharing(0.0040, 0.0060).culprits())
        .extracting(MemberAttribution::number)
        .containsExactly(1);
  }

  private static RollupAttribution sharing(double measured, double unmeasured) {
    return new KnownRollup(5)
        .moves(1, SYN, measured)
        .moves(2, SYN, unmeasured)
        .unmeasured(2)
        .attribution(FOUR);
  }

  @Test
  void noiseNeedsNoMember() {
    RollupAttribution rollup =
        new KnownRollup(1)
            .noise(SYN, 0.03)
            .moves(1, SERDE, 0.01)
            .moves(2, SYN, 0.004)
            .attribution(FOUR);

    assertThat(rollup.noise()).extracting(TestCaseChange::testCase).containsExactly(SYN);
    assertThat(rollup.unexplained()).isEmpty();
    assertThat(explaining(rollup, SYN)).isEmpty();
    assertThat(rollup.culprits()).extracting(MemberAttribution::number).containsExactly(1);
  }

  @Test
  void aMemberThatMovesItTheOtherWayIsNoCulprit() {
    RollupAttribution rollup =
        new KnownRollup(1).moves(1, SYN, -0.01).moves(2, SYN, 0.03).unmeasured(2).attribution(FOUR);

    assertThat(rollup.culprits()).isEmpty();
    assertThat(rollup.unexplained()).hasSize(1);
    assertThat(rollup.toMeasure()).extracting(MemberAttribution::number).containsExactly(2);
  }

  @Test
  void atMostFourMembersAreToBeMeasuredUnlessAllAreWanted() {
    KnownRollup rollup = new KnownRollup(1);
    for (int number = 1; number <= 9; number++) {
      rollup.moves(number, SYN, 0.01).unmeasured(number);
    }

    assertThat(rollup.attribution(FOUR).toMeasure())
        .extracting(MemberAttribution::number)
        .containsExactly(1, 2, 3, 4);
    assertThat(rollup.attribution(Integer.MAX_VALUE).toMeasure()).hasSize(9);
  }

  @Test
  void nothingIsToBeMeasuredWhereMostIsExplained() {
    KnownRollup rollup =
        new KnownRollup(1)
            .moves(1, SYN, 0.02)
            .moves(1, SERDE, 0.02)
            .moves(2, REGEX, 0.02)
            .unmeasured(2);

    assertThat(rollup.attribution(FOUR).unexplained()).hasSize(1);
    assertThat(rollup.attribution(FOUR).toMeasure()).isEmpty();
  }

  @Test
  void rollupsOfKnownEffectsAreTakenApartRightly() {
    int alone = 0;
    int right = 0;
    int wrongMembers = 0;
    for (int seed = 0; seed < 60; seed++) {
      KnownRollup known = drawn(seed);
      RollupAttribution rollup = known.attribution(FOUR);
      for (TestCaseChange change : rollup.changes()) {
        TestCase testCase = change.testCase();
        Set<Integer> named =
            explaining(rollup, testCase).stream()
                .map(MemberShare::number)
                .collect(Collectors.toCollection(TreeSet::new));
        wrongMembers +=
            (int) named.stream().filter(number -> !isMoved(known, number, change)).count();
        List<Integer> moving =
            known.members().stream().filter(one -> known.effect(one, testCase) != 0).toList();
        boolean isNoise = rollup.noise().contains(change);
        if (!isNoise && moving.size() == 1) {
          alone++;
          boolean isMeasured = known.isMeasured(moving.get(0));
          Set<Integer> expected = isMeasured ? Set.copyOf(moving) : Set.of();
          right +=
              named.equals(expected) && rollup.unexplained().contains(change) != isMeasured ? 1 : 0;
        }
      }
    }
    assertThat(alone).isGreaterThan(1_000);
    assertThat(right).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * alone));
    assertThat(wrongMembers).isZero();
  }

  /** Whether a member's own build moves a test case by the site's rule, give or take scatter. */
  private static boolean isMoved(KnownRollup known, int number, TestCaseChange change) {
    double effect = known.effect(number, change.testCase());
    return known.isMeasured(number)
        && effect > 0 == change.isRegression()
        && Math.abs(effect) > Comparisons.THRESHOLD / 2;
  }

  /** A rollup of up to 14 members: some move nothing, some add up, some undo each other. */
  private static KnownRollup drawn(int seed) {
    Random random = new Random(seed);
    KnownRollup rollup = new KnownRollup(seed);
    int members = 3 + random.nextInt(12);
    for (int number = 1; number <= members; number++) {
      rollup.member(number);
      if (random.nextInt(3) == 0) {
        rollup.unmeasured(number);
      }
    }
    for (int i = 0; i < 40; i++) {
      TestCase testCase = testCase("crate-" + i, i % 2 == 0 ? "check" : "opt");
      int kind = random.nextInt(10);
      double size = 0.004 * Math.exp(2 * random.nextDouble());
      double change = random.nextBoolean() ? size : -size;
      int first = 1 + random.nextInt(members);
      int second = 1 + first % members;
      if (kind == 0) {
        rollup.noise(testCase, change);
      } else {
        rollup.moves(first, testCase, change);
        if (kind == 1) {
          rollup.moves(second, testCase, change / 2);
        } else if (kind == 2) {
          rollup.moves(second, testCase, -change / (1 + change));
        }
      }
    }
    return rollup;
  }

  private static List<MemberShare> explaining(RollupAttribution rollup, TestCase testCase) {
    return rollup.changes().stream()
        .filter(change -> change.testCase().equals(testCase))
        .flatMap(change -> rollup.explaining(change).stream())
        .toList();
  }
}

package dev.perftriage.analysis.attribution;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.Magnitude;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.attribution.RollupAttribution.MemberShare;
import dev.perftriage.analysis.cause.Rollup.RollupMember;
import dev.perftriage.model.BuildState;
import dev.perftriage.model.Category;
import dev.perftriage.model.MemberBuild;
import dev.perftriage.model.RollupBuilds;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of each member of a rollup, at the boundaries of each rule. */
class RollupAttributionTest {

  private static final int FOUR = MeasuredRollup.MOST_TO_MEASURE;

  private final List<RollupMember> members = new ArrayList<>();
  private final List<MemberBuild> builds = new ArrayList<>();
  private final List<TestCaseChange> changes = new ArrayList<>();
  private final Map<Integer, Optional<MemberMeasurement>> measured = new TreeMap<>();
  private Set<Sha> askedFor = Set.of();

  // A member's part of a change

  @ParameterizedTest
  @CsvSource({
    "100, 200, 100, 200, 1",
    "100, 400, 100, 200, 0.5",
    "100, 200, 100, 400, 2",
    "100, 200, 200, 100, -1",
    "200, 100, 200, 100, 1",
    // a value of zero has no logarithm: directions are all there is
    "0, 200, 0, 100, 1",
    "0, 200, 100, 200, 1",
    "0, 200, 200, 100, -1",
    "100, 0, 100, 50, 1",
    "100, 0, 50, 100, -1",
  })
  void aShareIsThatOfTheLogarithms(
      double before, double after, double ownBefore, double ownAfter, double share) {
    assertThat(
            ExplainedCase.share(change("syn", before, after), change("syn", ownBefore, ownAfter)))
        .isCloseTo(share, within(1e-12));
  }

  // What a measurement says

  @Test
  void aMeasurementHasItsRelevantChangesAndWhatItLacks() {
    TestCase same = testCase("same");
    TestCase moved = testCase("moved");
    Comparisons own = comparison();
    own.add(same, Category.PRIMARY, result(1000, 1001));
    own.add(moved, Category.PRIMARY, result(1000, 1010));

    MemberMeasurement measurement =
        MemberMeasurement.of(
            own.build(), List.of(moved, testCase("gone"), testCase("gone, too"), same));

    assertThat(measurement.moved()).containsOnlyKeys(moved);
    assertThat(measurement.lacking()).isEqualTo(2);
  }

  // States of members

  @Test
  void aMemberIsMeasuredOrNotOrItIsNotKnownWhetherItIs() {
    changes.add(change("syn", 100, 101));
    member(1, 0).measured(1, change("syn", 100, 101));
    member(2, 0).unmeasured(2);
    member(3, 0);
    members.add(new RollupMember(4, "Fails", Optional.empty(), 0));
    builds.add(MemberBuild.without(4, "Fails", BuildState.FAILED));
    members.add(new RollupMember(5, "Is not listed", Optional.empty(), 0));
    RollupAttribution rollup = attribution(FOUR);

    assertThat(rollup.members())
        .extracting(MemberAttribution::measured)
        .containsExactly(
            Optional.of(true),
            Optional.of(false),
            Optional.empty(),
            Optional.of(false),
            Optional.of(false));
    assertThat(rollup.members())
        .extracting(MemberAttribution::isMeasured)
        .containsExactly(true, false, false, false, false);
    assertThat(rollup.members())
        .extracting(MemberAttribution::state)
        .containsExactly(
            BuildState.BUILT,
            BuildState.BUILT,
            BuildState.BUILT,
            BuildState.FAILED,
            BuildState.UNKNOWN);
    // Neither one whose measurement may exist nor one without a build can be measured.
    assertThat(numbers(rollup.notMeasured())).containsExactly(2);
    assertThat(numbers(rollup.in(BuildState.FAILED))).containsExactly(4);
    assertThat(numbers(rollup.in(BuildState.BUILT))).containsExactly(1, 2, 3);
    assertThat(rollup.members().get(0).build()).contains(build(1));
    assertThat(rollup.members().get(3).build()).isEmpty();
  }

  @Test
  void culpritsComeFirstThoseOfPrimaryBenchmarksBeforeThoseOfMany() {
    TestCaseChange primary = change("primary", 100, 101);
    TestCaseChange one = secondary("one");
    TestCaseChange two = secondary("two");
    TestCaseChange three = secondary("three");
    changes.addAll(List.of(primary, one, two, three));
    member(1, 9).measured(1);
    member(2, 0).measured(2, one);
    member(3, 0).measured(3, two, three);
    member(4, 0).measured(4, primary);
    RollupAttribution rollup = attribution(FOUR);

    assertThat(numbers(rollup.culprits())).containsExactly(4, 3, 2);
    assertThat(numbers(rollup.culpritsFirst())).containsExactly(4, 3, 2, 1);
    assertThat(rollup.members())
        .extracting(MemberAttribution::primary)
        .containsExactly(0L, 0L, 0L, 1L);
  }

  @Test
  void regressionsAndImprovementsAreCountedApart() {
    TestCaseChange worse = change("worse", 100, 102);
    TestCaseChange better = change("better", 100, 99);
    TestCaseChange alsoBetter = change("also-better", 100, 98);
    changes.addAll(List.of(worse, better, alsoBetter));
    member(1, 0).measured(1, worse, change("better", 100, 99.5), change("also-better", 100, 101));
    MemberAttribution member = attribution(FOUR).members().get(0);

    assertThat(member.regressions()).containsExactly(worse);
    assertThat(member.improvements()).containsExactly(better);
    assertThat(member.meanShare())
        .isCloseTo((1 + Math.log(0.995) / Math.log(0.99)) / 2, within(1e-12));
    assertThat(RollupAttribution.regressions(changes)).isEqualTo(1);
    assertThat(RollupAttribution.improvements(changes)).isEqualTo(2);
    // The largest change comes first.
    assertThat(attribution(FOUR).changes().get(2)).isEqualTo(better);
    assertThat(attribution(FOUR).explaining(better))
        .extracting(MemberShare::number)
        .containsExactly(1);
  }

  @Test
  void whatExplainsNothingHasNoShare() {
    member(1, 0).measured(1);

    assertThat(attribution(FOUR).members().get(0).meanShare()).isNaN();
    assertThat(attribution(FOUR).members().get(0).isCulprit()).isFalse();
  }

  // Whom to measure

  @Test
  void nobodyIsNamedTwiceOrAgainstTheOdds() {
    changes.add(change("syn", 100, 101));
    member(1, 2).unmeasured(1);
    member(2, 0).unmeasured(2);
    member(3, -1).unmeasured(3);
    askedFor = Set.of(build(1));

    assertThat(numbers(attribution(FOUR).toMeasure())).containsExactly(2);
    assertThat(numbers(attribution(Integer.MAX_VALUE).toMeasure())).containsExactly(2, 3);
  }

  @Test
  void whereAllAreUnlikelyTheLeastUnlikelyAreNamedInTheOrderOfTheirBuilds() {
    changes.add(change("syn", 100, 101));
    member(1, -2).unmeasured(1);
    member(2, -1).unmeasured(2);
    member(3, -1).unmeasured(3);
    members.sort((one, other) -> other.weight() - one.weight());

    assertThat(numbers(attribution(FOUR).toMeasure())).containsExactly(2, 3);
    assertThat(numbers(attribution(1).toMeasure())).containsExactly(2);
  }

  @ParameterizedTest(name = "{0} of {1} unexplained")
  @CsvSource({
    "0, 2, false",
    "1, 2, false",
    "1, 3, false",
    "2, 3, true",
    "2, 4, false",
    "3, 4, true"
  })
  void itTakesMoreThanHalfToMeasureMore(int unexplained, int all, boolean isNamed) {
    TestCaseChange[] explained = new TestCaseChange[all - unexplained];
    for (int i = 0; i < all; i++) {
      TestCaseChange change = change("crate-" + i, 100, 101);
      changes.add(change);
      if (i >= unexplained) {
        explained[i - unexplained] = change;
      }
    }
    member(1, 0).measured(1, explained);
    member(2, 0).unmeasured(2);

    assertThat(attribution(FOUR).unexplained()).hasSize(unexplained);
    assertThat(attribution(FOUR).toMeasure()).hasSize(isNamed ? 1 : 0);
  }

  @Test
  void halfOfAChangeIsEnough() {
    changes.add(change("syn", 100, 400));
    member(1, 0).measured(1, change("syn", 100, 200));
    assertThat(attribution(FOUR).unexplained()).isEmpty();

    measured.put(1, Optional.of(measurement(change("syn", 100, 199))));
    assertThat(attribution(FOUR).unexplained()).hasSize(1);
  }

  private RollupAttribution attribution(int most) {
    return new MeasuredRollup(
            members,
            new RollupBuilds(Optional.empty(), builds, askedFor),
            changes,
            Set.of(),
            measured)
        .attribution(most);
  }

  private RollupAttributionTest member(int number, int weight) {
    members.add(new RollupMember(number, "Change " + number, Optional.empty(), weight));
    builds.add(MemberBuild.built(number, "", build(number)));
    return this;
  }

  private void measured(int number, TestCaseChange... moved) {
    measured.put(number, Optional.of(measurement(moved)));
  }

  private void unmeasured(int number) {
    measured.put(number, Optional.empty());
  }

  private static MemberMeasurement measurement(TestCaseChange... moved) {
    Map<TestCase, TestCaseChange> byCase = new LinkedHashMap<>();
    Arrays.stream(moved).forEach(change -> byCase.put(change.testCase(), change));
    return new MemberMeasurement(byCase, 0);
  }

  private static Sha build(int number) {
    return new Sha(String.format(Locale.ROOT, "%040x", number));
  }

  private static List<Integer> numbers(List<MemberAttribution> some) {
    return some.stream().map(MemberAttribution::number).toList();
  }

  private static TestCase testCase(String benchmark) {
    return KnownRollup.testCase(benchmark, "check");
  }

  private static TestCaseChange change(String benchmark, double before, double after) {
    return change(benchmark, Category.PRIMARY, before, after);
  }

  private static TestCaseChange secondary(String benchmark) {
    return change(benchmark, Category.SECONDARY, 100, 101);
  }

  private static TestCaseChange change(
      String benchmark, Category category, double before, double after) {
    return new TestCaseChange(
        testCase(benchmark), category, result(before, after), Magnitude.MEDIUM);
  }

  private static TestResultComparison result(double before, double after) {
    return new TestResultComparison(
        before, after, 0.002, Math.abs(after - before) / before / 0.002, false);
  }
}

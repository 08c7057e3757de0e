package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Category;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes of a try build are noise, by what the merges around its parent were. */
class TryJudgeTest {

  private static final int PARENT = 30;

  @Test
  void aValueBeyondAQuietSeriesIsReal() {
    assertThat(judged(quiet(), 1050)).isEqualTo(TryRule.BEYOND);
  }

  @Test
  void theLevelThatATestCaseVisitsNowAndThenIsNoise() {
    assertThat(judged(flipping(), 1050)).isEqualTo(TryRule.KNOWN_LEVEL);
  }

  @Test
  void theLevelBeforeAStepOfItsOwnIsNoise() {
    assertThat(judged(steppedDown(), 1050)).isEqualTo(TryRule.BEFORE_STEP);
    assertThat(judged(steppedDown(), 1060)).isEqualTo(TryRule.BEYOND);
  }

  @ParameterizedTest
  @CsvSource({"1, BEFORE_STEP", "2, BEFORE_STEP", "3, BACK_TOGETHER", "4, BACK_TOGETHER"})
  void threeTestCasesOfABenchmarkThatAreBackMayUndoTheirStep(int count, TryRule rule) {
    Range range = new Range();
    Comparisons build = build();
    List<String> profiles = List.of("check", "debug", "opt", "doc");
    for (String profile : profiles.subList(0, count)) {
      range.with(Range.testCase("one", profile), steppedDown());
      add(build, Range.testCase("one", profile), 1000, 1050);
    }

    assertThat(judged(range, build))
        .hasSize(count)
        .allSatisfy(judged -> assertThat(judged.rule()).isEqualTo(rule));
  }

  @Test
  void aParentOffItsLevelIsNoise() {
    double[] values = quiet();
    values[PARENT] = 1050;

    assertThat(judged(values, 1000)).isEqualTo(TryRule.NO_MOVE);
  }

  @Test
  void aValueBetweenTheLevelsIsReal() {
    assertThat(judged(flipping(), 1025)).isEqualTo(TryRule.ELSEWHERE);
  }

  @ParameterizedTest
  @CsvSource({"1080, SCATTER", "1205, SCATTER", "1215, AMONG", "800, SCATTER", "780, AMONG"})
  void aLittleBeyondTheScatterIsNoise(double after, TryRule rule) {
    Range range = new Range().with("one", scattering());
    for (int i = 0; i < 40; i++) {
      range.with("quiet-" + i, quiet());
    }
    Comparisons build = build();
    add(build, Range.testCase("one"), 1000, after);

    assertThat(judged(range, build).get(0).rule()).isEqualTo(rule);
  }

  @Test
  void whatWasMergedSinceDoesNotMakeTheBuildNoise() {
    double[] values = quiet();
    Arrays.fill(values, PARENT + 2, values.length, 1050);

    assertThat(judged(values, 1050)).isEqualTo(TryRule.BEYOND);
  }

  @Test
  void fewMeasuredMergesAreNoHistory() {
    double[] values = quiet();
    Arrays.fill(values, 0, PARENT - 4, Double.NaN);
    Arrays.fill(values, PARENT + 5, values.length, Double.NaN);

    assertThat(judged(values, 1050)).isEqualTo(TryRule.NO_HISTORY);
  }

  @ParameterizedTest
  @CsvSource({"8, NO_HISTORY", "9, NO_HISTORY", "10, BEYOND"})
  void tenValuesAreAHistory(int count, TryRule rule) {
    double[] values = quiet();
    Arrays.fill(values, 0, PARENT - 4, Double.NaN);
    Arrays.fill(values, PARENT - 4 + count, values.length, Double.NaN);
    Range range = new Range().with("one", values);
    Comparisons build = build();
    add(build, Range.testCase("one"), values[PARENT], 1050);
    moveOthers(range, build, 12);

    assertThat(judged(range, build))
        .filteredOn(judged -> judged.change().testCase().equals(Range.testCase("one")))
        .extracting(JudgedTryChange::rule)
        .containsExactly(rule);
  }

  @Test
  void whatScattersIsRealWhereMostOthersMovedToo() {
    Range range = new Range().with("scatter", scattering());
    Comparisons build = build();
    add(build, Range.testCase("scatter"), scattering()[PARENT], 1300);
    moveOthers(range, build, 12);

    assertThat(judged(range, build))
        .extracting(judged -> judged.change().testCase().benchmark() + " " + judged.rule())
        .contains("scatter BEYOND", "quiet-0 BEYOND", "quiet-11 BEYOND");
  }

  @Test
  void aKnownLevelIsNoiseEvenWhereOthersMoved() {
    Range range = new Range().with("flip", flipping());
    Comparisons build = build();
    add(build, Range.testCase("flip"), 1000, 1050);
    moveOthers(range, build, 4);

    assertThat(judged(range, build))
        .filteredOn(judged -> judged.change().testCase().equals(Range.testCase("flip")))
        .singleElement()
        .satisfies(
            judged -> {
              assertThat(judged.rule()).isEqualTo(TryRule.KNOWN_LEVEL);
              assertThat(judged.evidence().about()).isEqualTo(7);
              assertThat(judged.evidence().window()).isEqualTo(46);
              assertThat(judged.evidence().movedTogether()).isEqualTo(4);
            });
  }

  private static void moveOthers(Range range, Comparisons build, int count) {
    for (int i = 0; i < count; i++) {
      range.with("quiet-" + i, quiet());
      add(build, Range.testCase("quiet-" + i), 1000, 1050);
    }
  }

  /** A series with a little scatter, at 1,000. */
  private static double[] quiet() {
    double[] values = new double[46];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1000 + (i % 3) * 0.1;
    }
    return values;
  }

  /** The same, which is at 1,050 now and then. */
  private static double[] flipping() {
    double[] values = quiet();
    for (int at : new int[] {4, 5, 11, 19, 20, 36, 41}) {
      values[at] = 1050;
    }
    return values;
  }

  /** A series that was at 1,050 until it stepped down to 1,000. */
  private static double[] steppedDown() {
    double[] values = quiet();
    for (int i = 0; i < 12; i++) {
      values[i] += 50;
    }
    return values;
  }

  /** A series of which some values are far from 1,000, each somewhere else. */
  private static double[] scattering() {
    double[] values = quiet();
    double[] far = {1030, 960, 1060, 1012, 930, 985};
    for (int i = 0; i < far.length; i++) {
      values[3 + 7 * i] = far[i];
    }
    return values;
  }

  private static TryRule judged(double[] values, double after) {
    Comparisons build = build();
    add(build, Range.testCase("one"), values[PARENT], after);
    return judged(new Range().with("one", values), build).get(0).rule();
  }

  private static List<JudgedTryChange> judged(Range range, Comparisons build) {
    List<TestCaseChange> relevant =
        ComparisonSummary.of(build.build(), TestCase.DEFAULT_TARGET).relevant().toList();
    return TryJudge.judge(range.verdicts().series(), Range.commit(PARENT), relevant);
  }

  private static Comparisons build() {
    return Comparisons.comparison()
        .between(
            Comparisons.artifact(Range.commit(PARENT), PARENT),
            Comparisons.artifact(new Sha("f".repeat(40)), 1));
  }

  private static void add(Comparisons build, TestCase testCase, double before, double after) {
    build.add(
        testCase,
        Category.PRIMARY,
        new TestResultComparison(before, after, Comparisons.THRESHOLD, 0, false));
  }
}

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
  void aLevelThatItVisitedOnceIsDoubtful() {
    double[] values = quiet();
    Arrays.fill(values, 0, 12, 1050);

    assertThat(judged(values, 1050)).isEqualTo(TryRule.DOUBTFUL_LEVEL);
  }

  @Test
  void aParentOffItsLevelIsNoise() {
    double[] values = quiet();
    values[PARENT] = 1050;

    assertThat(judged(values, 1000)).isEqualTo(TryRule.NO_MOVE);
  }

  @Test
  void aValueBetweenTheLevelsIsOpen() {
    assertThat(judged(flipping(), 1025)).isEqualTo(TryRule.AMONG);
  }

  @Test
  void aValueALittleBeyondTheLevelsIsOpenToo() {
    assertThat(judged(flipping(), 1090)).isEqualTo(TryRule.AMONG);
    assertThat(judged(flipping(), 1300)).isEqualTo(TryRule.BEYOND);
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

  @Test
  void aKnownLevelIsDoubtfulWhereOthersMovedToo() {
    Range range = new Range().with("flip", flipping());
    for (int i = 0; i < 4; i++) {
      range.with("quiet-" + i, quiet());
    }
    Comparisons build = build();
    add(build, Range.testCase("flip"), 1000, 1050);
    for (int i = 0; i < 4; i++) {
      add(build, Range.testCase("quiet-" + i), 1000, 1050);
    }

    assertThat(judged(range, build))
        .extracting(judged -> judged.change().testCase().benchmark() + " " + judged.rule())
        .contains("flip DOUBTFUL_LEVEL", "quiet-0 BEYOND", "quiet-3 BEYOND");
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

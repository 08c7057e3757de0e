package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Merge;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SeriesBuilderTest {

  @Test
  void theOrderInWhichComparisonsArriveDoesNotMatter() {
    List<ArtifactComparison> comparisons =
        new Range().with("a", 1, 2, 3, 4, 5).with("b", 9, Double.NaN, 8, 7, 6).comparisons();
    List<ArtifactComparison> shuffled = new ArrayList<>(comparisons);
    Collections.shuffle(shuffled, new Random(7));
    SeriesBuilder builder = new SeriesBuilder(TestCase.DEFAULT_TARGET);
    shuffled.forEach(builder::add);

    MeasuredSeries series = builder.build(summaries(comparisons), List.of());

    assertThat(series.values(Range.testCase("a"))).containsExactly(1, 2, 3, 4, 5);
    assertThat(series.values(Range.testCase("b"))).containsExactly(Double.NaN, Double.NaN, 8, 7, 6);
    assertThat(series.values(Range.testCase("unheard of"))).containsOnly(Double.NaN);
  }

  @Test
  void evenContradictoryComparisonsGiveTheSameSeriesInAnyOrder() {
    List<ArtifactComparison> comparisons = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 12; i++) {
      int start = random.nextInt(4);
      comparisons.add(
          Comparisons.comparison()
              .between(
                  Comparisons.artifact(Range.commit(start), start),
                  Comparisons.artifact(Range.commit(start + 1), start + 1))
              .add(
                  Range.testCase("a"),
                  Category.PRIMARY,
                  new TestResultComparison(
                      random.nextInt(9), random.nextInt(9), 0.1, Double.NaN, false))
              .build());
    }
    List<ComparisonSummary> steps = summaries(new Range().with("a", 1, 2, 3, 4, 5).comparisons());
    List<double[]> found = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(comparisons, new Random(seed));
      SeriesBuilder builder = new SeriesBuilder(TestCase.DEFAULT_TARGET);
      comparisons.forEach(builder::add);
      found.add(builder.build(steps, List.of()).values(Range.testCase("a")));
    }

    assertThat(found).allSatisfy(values -> assertThat(values).containsExactly(found.get(0)));
  }

  @Test
  void aTestCaseWithSeveralResultsHasNoSeries() {
    List<ArtifactComparison> comparisons =
        new Range().with("a", 1, 2, 3).with("b", 4, 5, 6).comparisons();
    ArtifactComparison last = comparisons.get(1);
    List<TestCaseComparison> twice = new ArrayList<>(last.compile());
    twice.add(
        new TestCaseComparison(
            Range.testCase("a"), new TestResultComparison(7, 8, 0.1, Double.NaN, false)));
    SeriesBuilder builder = new SeriesBuilder(TestCase.DEFAULT_TARGET);
    builder.add(comparisons.get(0));
    builder.add(last.with(twice, List.of(), List.of()));

    MeasuredSeries series = builder.build(summaries(comparisons), List.of());

    assertThat(series.values(Range.testCase("a"))).containsOnly(Double.NaN);
    assertThat(series.values(Range.testCase("b"))).containsExactly(4, 5, 6);
  }

  @Test
  void unmeasuredMergesAreGapsInTheSeries() {
    List<ArtifactComparison> comparisons = new Range().with("a", 1, Double.NaN, 3).comparisons();
    SeriesBuilder builder = new SeriesBuilder(TestCase.DEFAULT_TARGET);
    comparisons.forEach(builder::add);
    Gap gap = new Gap(new Merge(Range.commit(2), 2), List.of(new Merge(Range.commit(1), 1)));

    MeasuredSeries series = builder.build(summaries(comparisons), List.of(gap));

    assertThat(series.merges()).extracting(Merge::pr).containsExactly(0, 1, 2);
    assertThat(series.values(Range.testCase("a"))).containsExactly(1, Double.NaN, 3);
  }

  @Test
  void otherTargetsHaveNoPart() {
    TestCase elsewhere = new TestCase("a", "check", "full", "llvm", "aarch64-unknown-linux-gnu");
    ArtifactComparison comparison =
        Comparisons.comparison()
            .add(elsewhere, Category.PRIMARY, new TestResultComparison(1, 2, 0.1, 10, true))
            .build();
    SeriesBuilder builder = new SeriesBuilder(TestCase.DEFAULT_TARGET);
    builder.add(comparison);

    assertThat(builder.build(summaries(List.of(comparison)), List.of()).values(elsewhere))
        .containsOnly(Double.NaN);
  }

  @Tag("long")
  @Test
  void twoThousandMergesOfThreeThousandTestCasesAreJudged() {
    int cases = 3000;
    int merges = 2000;
    SeriesBuilder builder = new SeriesBuilder(TestCase.DEFAULT_TARGET);
    List<ComparisonSummary> steps = new ArrayList<>();
    List<TestCase> testCases = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      testCases.add(Range.testCase("benchmark-" + i));
    }
    for (int merge = 1; merge < merges; merge++) {
      Comparisons comparison =
          Comparisons.comparison()
              .between(
                  Comparisons.artifact(Range.commit(merge - 1), null),
                  Comparisons.artifact(Range.commit(merge), null));
      for (int i = 0; i < cases; i++) {
        comparison.add(
            testCases.get(i),
            Category.SECONDARY,
            new TestResultComparison(value(i, merge - 1), value(i, merge), 0.002, 0, false));
      }
      ArtifactComparison built = comparison.build();
      builder.add(built);
      steps.add(ComparisonSummary.of(built, TestCase.DEFAULT_TARGET));
    }

    NoiseVerdicts verdicts = NoiseVerdicts.of(builder, steps, List.of(), Reverts.NONE);

    assertThat(verdicts.all()).hasSize(merges - 1);
    assertThat(verdicts.of(Range.commit(1500)).orElseThrow().changes())
        .hasSize(1)
        .allMatch(judged -> judged.verdict() == NoiseVerdict.RETURNED);
  }

  /** Each merge, another test case has a spike. */
  private static double value(int testCase, int merge) {
    return merge % 3000 == testCase && merge % 2 == 0 ? 1010 : 1000;
  }

  private static List<ComparisonSummary> summaries(List<ArtifactComparison> comparisons) {
    return comparisons.stream()
        .map(comparison -> ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET))
        .toList();
  }
}

package dev.perftriage.analysis.caveat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Selection;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.caveat.Caveat.BenchmarksChanged;
import dev.perftriage.analysis.caveat.Caveat.Change;
import dev.perftriage.analysis.caveat.Caveat.DefaultThresholds;
import dev.perftriage.analysis.caveat.Caveat.MergesBetween;
import dev.perftriage.analysis.caveat.Caveat.NothingComparable;
import dev.perftriage.analysis.caveat.Caveat.RandomTargets;
import dev.perftriage.analysis.caveat.Caveat.Reason;
import dev.perftriage.analysis.caveat.Caveat.Recomputed;
import dev.perftriage.analysis.caveat.Caveat.Repeated;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.SeriesBuilder;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Coverage.HalfMeasured;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TargetMix;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RangeCaveatsTest {

  private static final double DEFAULT = 0.002;
  private static final double OWN = 0.0035;

  private final List<ArtifactComparison> comparisons = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<HalfMeasured> halfMeasured = new ArrayList<>();

  // Default thresholds

  @Test
  void thresholdsOfTheirOwnAreNoCaveat() {
    step(0, 1, of("a", OWN), of("b", DEFAULT), of("b", "opt", OWN));

    assertThat(caveats().ofSteps()).isEmpty();
    assertThat(caveats().all()).isEmpty();
  }

  @Test
  void theDefaultThresholdMayBeThatOfAllTestCases() {
    step(0, 1, of("a", DEFAULT), of("b", DEFAULT));

    assertThat(caveats().of(sha(1))).containsExactly(byDefault(new Reason.UnknownHole()));
  }

  @Test
  void aThresholdWithoutANumberIsNotTheDefault() {
    step(0, 1, of("a", DEFAULT), of("b", Double.NaN));

    assertThat(caveats().of(sha(1))).containsExactly(byDefault(new Reason.UnknownHole()));
  }

  @Test
  void theDefaultThresholdMayBeThatOfABenchmark() {
    step(0, 1, of("a", DEFAULT), of("a", "opt", DEFAULT), of("b", OWN));

    assertThat(caveats().of(sha(1))).containsExactly(byDefault(new Reason.UnknownHole(), "a"));
  }

  @Test
  void aHoleIsTheReasonForThirtyMerges() {
    step(0, 2, of("a", OWN));
    gaps.add(new Gap(merge(2), List.of(merge(1))));
    for (int i = 2; i <= 33; i++) {
      step(i, i + 1, of("a", i <= 31 ? DEFAULT : OWN));
    }
    RangeCaveats caveats = caveats();

    assertThat(caveats.of(sha(3))).containsExactly(byDefault(new Reason.Hole(merge(1), 29)));
    assertThat(caveats.of(sha(32))).containsExactly(byDefault(new Reason.Hole(merge(1), 0)));
    assertThat(caveats.of(sha(33))).isEmpty();
    ScopedCaveat all = caveats.all().get(0);
    assertThat(all.caveat()).isEqualTo(byDefault(new Reason.Hole(merge(1), 0)));
    assertThat(all.merges()).hasSize(30).startsWith(merge(3)).endsWith(merge(32));
  }

  @Test
  void aHoleThatIsOutOfReachIsNoReason() {
    step(0, 2, of("a", OWN));
    gaps.add(new Gap(merge(2), List.of(merge(1))));
    for (int i = 2; i <= 33; i++) {
      step(i, i + 1, of("a", DEFAULT));
    }

    assertThat(caveats().of(sha(32))).containsExactly(byDefault(new Reason.Hole(merge(1), 0)));
    assertThat(caveats().of(sha(33))).containsExactly(byDefault(new Reason.UnknownHole()));
  }

  @Test
  void theLatestHoleIsTheOneThatLasts() {
    step(0, 3, of("a", OWN));
    gaps.add(new Gap(merge(3), List.of(merge(1), merge(2))));
    step(3, 4, of("a", DEFAULT));

    assertThat(caveats().of(sha(4))).containsExactly(byDefault(new Reason.Hole(merge(2), 29)));
  }

  @Test
  void aHoleBeforeTheRangeIsKnownFromItsContext() {
    step(0, 2, of("a", OWN));
    List<ComparisonSummary> earlier = summaries();
    comparisons.clear();
    step(2, 3, of("a", DEFAULT));

    RangeHistory history =
        new RangeHistory(earlier, List.of(new Gap(merge(2), List.of(merge(1)))), Optional.empty());
    assertThat(caveats(history).of(sha(3)))
        .containsExactly(byDefault(new Reason.Hole(merge(1), 29)));
    assertThat(caveats().of(sha(3))).containsExactly(byDefault(new Reason.UnknownHole()));
  }

  @Test
  void aBenchmarkHasAHoleWhereItHasNoValue() {
    step(0, 1, of("a", OWN), of("b", OWN));
    step(1, 2, of("a", OWN));
    step(2, 3, of("a", OWN));
    step(3, 4, of("a", OWN), of("b", DEFAULT));

    assertThat(caveats().of(sha(4))).contains(byDefault(new Reason.Hole(merge(2), 29), "b"));
  }

  @Test
  void aReleaseAndATryBuildHaveNoMergesBefore() {
    Artifact release = new Artifact(new Sha("1.91.0"), null, null, "master", Map.of(), 0, Map.of());
    Artifact tryBuild =
        new Artifact(
            sha(1), Comparisons.artifact(sha(1), 1).date(), 1, "try", Map.of(), 0, Map.of());

    assertThat(reason(release)).isEqualTo(new Reason.Release());
    assertThat(reason(tryBuild)).isEqualTo(new Reason.TryBuild());
  }

  private static Reason reason(Artifact before) {
    ComparisonSummary summary =
        ComparisonSummary.of(
            Comparisons.comparison()
                .between(before, artifact(2))
                .add(Category.PRIMARY, 1000, 1000, DEFAULT)
                .build(),
            TestCase.DEFAULT_TARGET);
    return ComparisonCaveats.defaultThresholds(summary).orElseThrow().reason();
  }

  @Test
  void aHoleOfABenchmarkIsTheReasonForThirtyMerges() {
    step(0, 1, of("a", OWN), of("b", OWN));
    step(1, 2, of("a", OWN));
    for (int i = 2; i <= 33; i++) {
      step(i, i + 1, of("a", OWN), of("b", DEFAULT));
    }

    // Merge 1 lacks b in the comparison that begins there.
    assertThat(caveats().of(sha(3))).contains(byDefault(new Reason.Hole(merge(1), 29), "b"));
    assertThat(caveats().of(sha(32))).containsExactly(byDefault(new Reason.Hole(merge(1), 0), "b"));
    assertThat(caveats().of(sha(33))).containsExactly(byDefault(new Reason.UnknownHole(), "b"));
  }

  @Test
  void benchmarksWithDifferentHolesAreDifferentCaveats() {
    step(0, 1, of("a", OWN), of("b", OWN), of("c", OWN));
    step(1, 2, of("b", OWN), of("c", OWN));
    step(2, 3, of("a", OWN), of("c", OWN));
    step(3, 4, of("a", DEFAULT), of("b", DEFAULT), of("c", OWN));

    assertThat(caveats().of(sha(4)))
        .contains(
            byDefault(new Reason.Hole(merge(1), 28), "a"),
            byDefault(new Reason.Hole(merge(2), 29), "b"));
  }

  @Test
  void aComparisonOfNothingIsNoHoleOfABenchmark() {
    step(0, 1, of("a", OWN), of("b", OWN));
    step(1, 2);
    step(2, 3, of("a", OWN), of("b", DEFAULT));

    assertThat(caveats().of(sha(3))).containsExactly(byDefault(new Reason.UnknownHole(), "b"));
  }

  // The site's rule, applied again

  @Test
  void onlyChangesJudgedByTheDefaultOfTheCaveatsBenchmarksAreJudgedAgain() {
    for (int i = 0; i < 12; i++) {
      step(
          i,
          i + 1,
          value("a", 1000, 1000, OWN),
          value("b", noisy(i), noisy(i + 1), OWN),
          value("c", 1000, 1000, OWN));
    }
    step(
        12,
        13,
        value("a", 1000, 1010, DEFAULT),
        value("b", 1000, 1010, DEFAULT),
        value("c", 1000, 1010, OWN),
        value("c", "opt", 1000, 1010, DEFAULT));

    RangeHistory values =
        new RangeHistory(
            List.of(), List.of(), Optional.of(() -> series().build(summaries(), gaps)));
    assertThat(thresholds(caveats(values)))
        .extracting(ScopedCaveat::caveat)
        .containsExactly(
            new DefaultThresholds(
                List.of("a", "b"), new Reason.UnknownHole(), Optional.of(new Recomputed(2, 1, 0))));
  }

  @Test
  void withoutTheParentsValuesNothingIsJudgedAgain() {
    step(0, 1, value("a", 1000, 1010, DEFAULT));

    RangeHistory values =
        new RangeHistory(List.of(), List.of(), Optional.of(() -> MeasuredSeries.EMPTY));
    assertThat(caveats(values).of(sha(1))).containsExactly(byDefault(new Reason.UnknownHole()));
  }

  @Test
  void changesAreJudgedAgainByTheValuesThatAreKnown() {
    // The quiet one stays at 1000, the noisy one alternates by 10 %.
    for (int i = 0; i < 12; i++) {
      step(i, i + 1, value("quiet", 1000, 1000, OWN), value("noisy", noisy(i), noisy(i + 1), OWN));
    }
    step(12, 13, value("quiet", 1000, 1010, DEFAULT), value("noisy", 1000, 1010, DEFAULT));

    RangeHistory values =
        new RangeHistory(
            List.of(), List.of(), Optional.of(() -> series().build(summaries(), gaps)));
    assertThat(caveats(values).of(sha(13)))
        .containsExactly(
            new DefaultThresholds(
                List.of(), new Reason.UnknownHole(), Optional.of(new Recomputed(2, 1, 0))));
  }

  @Test
  void tooFewValuesJudgeNothing() {
    step(0, 1, value("quiet", 1000, 1010, DEFAULT));

    RangeHistory values =
        new RangeHistory(
            List.of(), List.of(), Optional.of(() -> series().build(summaries(), gaps)));
    assertThat(caveats(values).of(sha(1)))
        .containsExactly(
            new DefaultThresholds(
                List.of(), new Reason.UnknownHole(), Optional.of(new Recomputed(1, 0, 1))));
  }

  private static double noisy(int merge) {
    return merge % 2 == 0 ? 1000 : 1100;
  }

  private SeriesBuilder series() {
    SeriesBuilder series = new SeriesBuilder(TestCase.DEFAULT_TARGET);
    comparisons.forEach(series::add);
    return series;
  }

  // Benchmarks

  @Test
  void aBenchmarkFailsAtOneMergeAndIsFixedAtAnother() {
    step(0, 1, of("a", OWN), of("b", OWN));
    step(1, 2, of("a", OWN), error("b"));
    step(2, 3, of("a", OWN));
    step(3, 4, of("a", OWN), of("b", OWN));

    assertThat(caveats().of(sha(2))).containsExactly(changed(Change.NEWLY_FAILING, "b"));
    assertThat(caveats().of(sha(3))).containsExactly(changed(Change.FIXED, "b"));
    assertThat(caveats().of(sha(4))).isEmpty();
  }

  @Test
  void aBenchmarkThatFailsBeforeTheRangeIsFixedInIt() {
    step(0, 1, of("a", OWN), error("b"));
    List<ComparisonSummary> earlier = summaries();
    comparisons.clear();
    step(1, 2, of("a", OWN));
    step(2, 3, of("a", OWN), of("b", OWN));

    assertThat(caveats(new RangeHistory(earlier, List.of(), Optional.empty())).of(sha(2)))
        .containsExactly(changed(Change.FIXED, "b"));
  }

  @Test
  void aBenchmarkAppearsAtTheMergeBeforeItsFirstComparison() {
    step(0, 1, of("a", OWN));
    step(1, 2, of("a", OWN), of("b", OWN));

    assertThat(caveats().of(sha(1))).containsExactly(changed(Change.APPEARED, "b"));
    assertThat(caveats().of(sha(2))).isEmpty();
  }

  @Test
  void aKnownBenchmarkThatTheAnswerDoesNotListFails() {
    // The second answer lists a alone; that b is a benchmark is known by its neighbour.
    step(0, 1, of("a", OWN), of("b", OWN));
    step(1, 2, of("a", OWN), error("b"), error("Job failure"));

    assertThat(caveats().of(sha(2)))
        .containsExactly(
            changed(Change.NEWLY_FAILING, "b"), changed(Change.OTHER_ERRORS, "Job failure"));
  }

  @Test
  void aBenchmarkFailsAgainAfterItWasFixed() {
    step(0, 1, of("a", OWN), of("b", OWN));
    step(1, 2, of("a", OWN), error("b"));
    step(2, 3, of("a", OWN));
    step(3, 4, of("a", OWN), of("b", OWN));
    step(4, 5, of("a", OWN));
    step(5, 6, of("a", OWN));
    step(6, 7, of("a", OWN), of("b", OWN));

    // Fixed at 3, it is gone at 5 without an error, and returns at 6.
    assertThat(caveats().of(sha(3))).containsExactly(changed(Change.FIXED, "b"));
    assertThat(caveats().of(sha(5))).containsExactly(changed(Change.GONE, "b"));
    assertThat(caveats().of(sha(6))).containsExactly(changed(Change.RETURNED, "b"));
  }

  @Test
  void whatWasFixedBeforeTheRangeDoesNotFailInIt() {
    step(0, 1, of("a", OWN), error("b"));
    step(1, 2, of("a", OWN), of("b", OWN));
    List<ComparisonSummary> earlier = summaries();
    comparisons.clear();
    step(2, 3, of("a", OWN), of("b", OWN));
    step(3, 4, of("a", OWN));

    assertThat(caveats(new RangeHistory(earlier, List.of(), Optional.empty())).of(sha(4)))
        .containsExactly(changed(Change.GONE, "b"));
  }

  @Test
  void benchmarksComeAndGoAtOneMergeInTheOrderOfTheirNames() {
    step(0, 1, of("z", OWN), of("y", OWN), of("m", OWN));
    step(1, 2, of("m", OWN));
    step(2, 3, of("m", OWN), of("c", OWN), of("b", OWN));

    assertThat(caveats().of(sha(2)))
        .containsExactly(changed(Change.GONE, "y", "z"), changed(Change.APPEARED, "b", "c"));
  }

  @Test
  void aBenchmarkGoesWithoutAnErrorAndComesAgain() {
    step(0, 1, of("a", OWN), of("b", OWN));
    step(1, 2, of("a", OWN));
    step(2, 3, of("a", OWN));
    step(3, 4, of("a", OWN), of("b", OWN));

    assertThat(caveats().of(sha(2))).containsExactly(changed(Change.GONE, "b"));
    assertThat(caveats().of(sha(3))).containsExactly(changed(Change.RETURNED, "b"));
  }

  @Test
  void aComparisonOfNothingSaysNothingOfSingleBenchmarks() {
    step(0, 1, of("a", OWN));
    step(1, 2);
    step(2, 3, of("a", OWN));

    assertThat(caveats().of(sha(2))).containsExactly(new NothingComparable(0));
    assertThat(caveats().of(sha(1))).isEmpty();
    assertThat(caveats().of(sha(3))).isEmpty();
  }

  @Test
  void aNameThatNoComparisonMeasuredIsNoBenchmark() {
    step(0, 1, of("a", OWN), error("Job failure"));

    assertThat(caveats().of(sha(1))).containsExactly(changed(Change.OTHER_ERRORS, "Job failure"));
  }

  // Nothing

  @Test
  void nothingMayBeMeasuredOrComparable() {
    step(0, 1);
    step(1, 2, value("a", Double.NaN, 1000, OWN));

    assertThat(caveats().of(sha(1))).containsExactly(new NothingComparable(0));
    assertThat(caveats().of(sha(2))).containsExactly(new NothingComparable(1));
  }

  // All of a range, and several metrics

  @Test
  void aCaveatOfSeveralMergesIsOneWithTheirFigures() {
    for (int i = 0; i < 12; i++) {
      step(i, i + 1, value("quiet", 1000, 1000, OWN), value("noisy", noisy(i), noisy(i + 1), OWN));
    }
    step(12, 13, value("quiet", 1000, 1010, DEFAULT), value("noisy", 1000, 1010, DEFAULT));
    step(13, 14, value("quiet", 1010, 1020, DEFAULT), value("new", 1000, 1010, DEFAULT));
    step(14, 15, value("quiet", 1020, 1020, DEFAULT));

    RangeHistory values =
        new RangeHistory(
            List.of(), List.of(), Optional.of(() -> series().build(summaries(), gaps)));
    assertThat(thresholds(caveats(values)))
        .containsExactly(
            new ScopedCaveat(
                Metric.INSTRUCTIONS,
                "",
                false,
                List.of(merge(13), merge(14), merge(15)),
                new DefaultThresholds(
                    List.of(), new Reason.UnknownHole(), Optional.of(new Recomputed(4, 2, 1)))));
  }

  @Test
  void differentHolesAndBenchmarksAreDifferentCaveats() {
    step(0, 1, of("a", OWN), of("b", OWN));
    step(1, 3, of("a", OWN), of("b", OWN));
    gaps.add(new Gap(merge(3), List.of(merge(2))));
    step(3, 4, of("a", DEFAULT), of("b", OWN));
    step(4, 5, of("a", OWN), of("b", DEFAULT));
    step(5, 6, of("a", DEFAULT), of("b", DEFAULT));
    step(6, 8, of("a", DEFAULT), of("b", OWN));
    gaps.add(new Gap(merge(8), List.of(merge(7))));
    step(8, 9, of("a", DEFAULT), of("b", OWN));

    assertThat(thresholds(caveats()))
        .extracting(ScopedCaveat::merges, ScopedCaveat::caveat)
        .containsExactly(
            tuple(List.of(merge(4), merge(8)), byDefault(new Reason.Hole(merge(2), 26), "a")),
            tuple(List.of(merge(5)), byDefault(new Reason.Hole(merge(2), 28), "b")),
            tuple(List.of(merge(6)), byDefault(new Reason.Hole(merge(2), 27))),
            tuple(List.of(merge(9)), byDefault(new Reason.Hole(merge(7), 29), "a")));
  }

  @Test
  void randomTargetsOfSeveralMergesAreThoseOfTheLeastKnownOne() {
    TargetMix less = mix(1, 2);
    TargetMix more = mix(2, 2);
    step(0, 1, of("a", OWN), on(more));
    step(1, 2, of("a", OWN), on(less));
    step(2, 3, of("a", OWN), on(more));

    assertThat(caveats().of(sha(2))).containsExactly(new RandomTargets(less, false));
    assertThat(caveats().all())
        .containsExactly(
            new ScopedCaveat(
                Metric.INSTRUCTIONS,
                "",
                false,
                List.of(merge(1), merge(2), merge(3)),
                new RandomTargets(less, true)));
  }

  @Test
  void mergesBetweenAreACaveatOfTheirMergeButNotOfTheRange() {
    step(0, 1, of("a", OWN));
    step(1, 3, of("a", OWN), Comparisons::withMergesBetween);

    assertThat(caveats().ofSteps())
        .isEqualTo(Map.of(merge(3), List.of(new MergesBetween(artifact(1), artifact(3)))));
    assertThat(caveats().all()).isEmpty();
    assertThat(caveats().of(sha(1))).isEmpty();
  }

  @Test
  void theComparisonOfTheEndsHasItsOwnAndStandsFirst() {
    TargetMix mix = mix(1, 2);
    step(0, 1, of("a", OWN), of("a", OWN));
    TriageWeek week =
        week(
            Metric.INSTRUCTIONS,
            Optional.of(
                summary(
                    Comparisons.comparison()
                        .between(artifact(0), artifact(1))
                        .withMergesBetween()
                        .onRandomTargets(mix))));

    RangeCaveats caveats = RangeCaveats.of(week, List.of(), RangeHistory.NONE).get(0);

    assertThat(caveats.ofWhole())
        .containsExactly(new RandomTargets(mix, false), new NothingComparable(0));
    assertThat(caveats.all())
        .extracting(ScopedCaveat::wholeRange, ScopedCaveat::merges, ScopedCaveat::caveat)
        .containsExactly(
            tuple(true, List.of(), new RandomTargets(mix, false)),
            tuple(true, List.of(), new NothingComparable(0)),
            tuple(
                false,
                List.of(merge(1)),
                new Repeated(
                    List.of(
                        new TestCase(
                            "a",
                            "check",
                            "full",
                            TestCase.DEFAULT_BACKEND,
                            TestCase.DEFAULT_TARGET)))));
  }

  @Test
  void byAnotherMetricBenchmarksAndRecomputedThresholdsAreNotSaidAgain() {
    for (int i = 0; i < 12; i++) {
      step(i, i + 1, value("quiet", 1000, 1000, OWN));
    }
    step(12, 13, value("quiet", 1000, 1010, DEFAULT));
    step(13, 14, error("quiet"), value("other", 1000, 1000, DEFAULT));
    TriageWeek week = week(Metric.INSTRUCTIONS, Optional.empty());
    TriageWeek other = week(new Metric("max-rss"), Optional.empty());
    RangeHistory values =
        new RangeHistory(
            List.of(), List.of(), Optional.of(() -> series().build(summaries(), gaps)));

    List<RangeCaveats> caveats = RangeCaveats.of(week, List.of(other), values);

    assertThat(caveats)
        .extracting(one -> one.metric().name())
        .containsExactly("instructions:u", "max-rss");
    assertThat(caveats.get(0).of(sha(13)))
        .contains(
            new DefaultThresholds(
                List.of(), new Reason.UnknownHole(), Optional.of(new Recomputed(1, 1, 0))));
    assertThat(caveats.get(0).of(sha(14))).contains(changed(Change.NEWLY_FAILING, "quiet"));
    assertThat(caveats.get(1).of(sha(13))).containsExactly(byDefault(new Reason.UnknownHole()));
    assertThat(caveats.get(1).of(sha(14))).containsExactly(byDefault(new Reason.UnknownHole()));
  }

  @Test
  void whatAHalfMeasuredMergeLacksIsNotGone() {
    step(0, 1, of("a", OWN), of("b", OWN));
    step(1, 2, of("a", OWN));
    step(2, 3, of("a", OWN));
    step(3, 4, of("a", OWN), of("b", OWN));
    halfMeasured.add(new HalfMeasured(merge(2), 1, 2, List.of("b"), false));

    assertThat(caveats().ofSteps()).isEmpty();
  }

  // The figures of several comparisons

  @Test
  void recomputedFiguresAddUpWhereThereAreAny() {
    Optional<Recomputed> one = Optional.of(new Recomputed(10, 3, 2));
    Optional<Recomputed> other = Optional.of(new Recomputed(5, 1, 4));

    assertThat(Recomputed.sum(one, other)).contains(new Recomputed(15, 4, 6));
    assertThat(Recomputed.sum(one, Optional.empty())).isEqualTo(one);
    assertThat(Recomputed.sum(Optional.empty(), other)).isEqualTo(other);
    assertThat(Recomputed.sum(Optional.empty(), Optional.empty())).isEmpty();
  }

  private static List<ScopedCaveat> thresholds(RangeCaveats caveats) {
    return caveats.all().stream()
        .filter(scoped -> scoped.caveat() instanceof DefaultThresholds)
        .toList();
  }

  private static TargetMix mix(int known, int testCases) {
    return new TargetMix(new TreeMap<>(Map.of(TestCase.DEFAULT_TARGET, known)), testCases);
  }

  private static Consumer<Comparisons> on(TargetMix mix) {
    return comparison -> comparison.onRandomTargets(mix);
  }

  private static Caveat changed(Change change, String... benchmarks) {
    return new BenchmarksChanged(change, List.of(benchmarks));
  }

  private static Caveat byDefault(Reason reason, String... benchmarks) {
    return new DefaultThresholds(List.of(benchmarks), reason, Optional.empty());
  }

  private RangeCaveats caveats() {
    return caveats(RangeHistory.NONE);
  }

  private RangeCaveats caveats(RangeHistory history) {
    return RangeCaveats.of(week(Metric.INSTRUCTIONS, Optional.empty()), List.of(), history).get(0);
  }

  private TriageWeek week(Metric metric, Optional<ComparisonSummary> whole) {
    Coverage coverage = new Coverage(sha(0), sha(99), null, gaps, List.of(), null, halfMeasured);
    return new TriageWeek(
        metric,
        whole,
        summaries(),
        coverage,
        new Selection(CaseFilter.ALL, 0, 0),
        Optional.empty());
  }

  private List<ComparisonSummary> summaries() {
    return comparisons.stream()
        .map(comparison -> ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET))
        .toList();
  }

  private static ComparisonSummary summary(Comparisons comparison) {
    return ComparisonSummary.of(comparison.build(), TestCase.DEFAULT_TARGET);
  }

  @SafeVarargs
  private void step(int before, int after, Consumer<Comparisons>... parts) {
    Comparisons comparison = Comparisons.comparison().between(artifact(before), artifact(after));
    for (Consumer<Comparisons> part : parts) {
      part.accept(comparison);
    }
    comparisons.add(comparison.build());
  }

  /** An unchanged test case. */
  private static Consumer<Comparisons> of(String benchmark, double threshold) {
    return of(benchmark, "check", threshold);
  }

  private static Consumer<Comparisons> of(String benchmark, String profile, double threshold) {
    return value(benchmark, profile, 1000, 1000, threshold);
  }

  private static Consumer<Comparisons> value(
      String benchmark, double before, double after, double threshold) {
    return value(benchmark, "check", before, after, threshold);
  }

  private static Consumer<Comparisons> value(
      String benchmark, String profile, double before, double after, double threshold) {
    return comparison ->
        comparison.add(
            new TestCase(
                benchmark, profile, "full", TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET),
            Category.PRIMARY,
            new TestResultComparison(
                before, after, threshold, Math.abs(after - before) / before / threshold, false));
  }

  private static Consumer<Comparisons> error(String name) {
    return comparison -> comparison.error(name);
  }

  private static Artifact artifact(int merge) {
    return Comparisons.artifact(sha(merge), merge);
  }

  private static Merge merge(int number) {
    return new Merge(sha(number), number);
  }

  private static Sha sha(int merge) {
    return new Sha(String.format(Locale.ROOT, "%040x", merge));
  }
}

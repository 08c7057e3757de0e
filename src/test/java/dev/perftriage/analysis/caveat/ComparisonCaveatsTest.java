package dev.perftriage.analysis.caveat;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.caveat.Caveat.DefaultThresholds;
import dev.perftriage.analysis.caveat.Caveat.MergesBetween;
import dev.perftriage.analysis.caveat.Caveat.NothingComparable;
import dev.perftriage.analysis.caveat.Caveat.RandomTargets;
import dev.perftriage.analysis.caveat.Caveat.Reason;
import dev.perftriage.analysis.caveat.Caveat.Repeated;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.Category;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TargetMix;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.model.UnmeasuredMerge;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a comparison of two artifacts says of itself, and what a known hole explains. */
class ComparisonCaveatsTest {

  private static final String ARM = "aarch64-unknown-linux-gnu";
  private static final String X86 = TestCase.DEFAULT_TARGET;
  private static final double DEFAULT = 0.002;
  private static final double OWN = 0.0035;
  private static final Metric MAX_RSS = new Metric("max-rss");
  private static final Instant DATE = Instant.parse("2025-11-03T00:00:00Z");

  @Test
  void anUnremarkableComparisonHasNone() {
    assertThat(caveats(false, comparison().add(on("a", X86), Category.PRIMARY, value(OWN))))
        .isEmpty();
  }

  // Merges between

  @Test
  void mergesBetweenAreSaidOnceOfAllMetricsAndFirst() {
    Comparisons first = comparison().withMergesBetween();
    Comparisons second =
        comparison()
            .by("max-rss")
            .withMergesBetween()
            .add(on("a", X86), Category.PRIMARY, value(OWN));

    assertThat(caveats(false, first, second))
        .containsExactly(
            new ScopedCaveat(
                Metric.INSTRUCTIONS,
                "",
                false,
                List.of(),
                new MergesBetween(first.build().before(), first.build().after())),
            scoped(Metric.INSTRUCTIONS, "", new NothingComparable(0)));
  }

  @Test
  void thereIsNoMergeBetweenAnArtifactAndItself() {
    Artifact same = Comparisons.artifact(new Sha("a".repeat(40)), 1);

    assertThat(
            caveats(
                false,
                comparison()
                    .between(same, same)
                    .withMergesBetween()
                    .add(on("a", X86), Category.PRIMARY, value(OWN))))
        .isEmpty();
  }

  // Nothing comparable

  @ParameterizedTest(name = "before {0} and {1}, runtime before {2}, with runtime: {3}")
  @CsvSource({
    "NaN,  NaN,  1000, false, 2",
    "NaN,  NaN,  1000, true,",
    "NaN,  NaN,  NaN,  true,  2",
    "NaN,  1000, NaN,  true,",
    "1000, NaN,  NaN,  false,",
    "0,    NaN,  NaN,  false, 2",
  })
  void nothingIsComparableIfNoTargetAndNoRuntimeBenchmarkIs(
      double x86, double arm, double runtime, boolean withRuntime, @Nullable Integer testCases) {
    List<ScopedCaveat> caveats =
        caveats(
            withRuntime,
            comparison()
                .by("max-rss")
                .add(on("a", X86), Category.PRIMARY, value(x86, 1000, OWN))
                .add(on("a", ARM), Category.PRIMARY, value(arm, 1000, OWN))
                .runtime("r", value(runtime, 1000, OWN)));

    assertThat(caveats)
        .isEqualTo(
            testCases == null
                ? List.of()
                : List.of(scoped(MAX_RSS, "", new NothingComparable(testCases))));
  }

  // Random targets

  @Test
  void randomTargetsAreThoseOfEachMetric() {
    TargetMix mix = new TargetMix(new TreeMap<>(Map.of(X86, 2, ARM, 1)), 3);
    TargetMix other = new TargetMix(new TreeMap<>(Map.of(X86, 1, ARM, 2)), 3);

    assertThat(
            caveats(
                false,
                comparison().onRandomTargets(mix).add(on("a", X86), Category.PRIMARY, value(OWN)),
                comparison()
                    .by("max-rss")
                    .onRandomTargets(other)
                    .add(on("a", X86), Category.PRIMARY, value(OWN))))
        .containsExactly(
            scoped(Metric.INSTRUCTIONS, "", new RandomTargets(mix, false)),
            scoped(MAX_RSS, "", new RandomTargets(other, false)));
  }

  // Repeated test cases

  @Test
  void repeatedTestCasesAreThoseOfATargetAndOfTheRuntimeBenchmarksIfTheyAreCompared() {
    Comparisons repeated =
        comparison()
            .add(on("a", X86), Category.PRIMARY, value(OWN))
            .add(on("b", ARM), Category.PRIMARY, value(OWN))
            .add(on("b", ARM), Category.PRIMARY, value(OWN))
            .runtime("r", value(OWN))
            .runtime("r", value(OWN))
            .runtime("s", value(OWN));
    ScopedCaveat compile = scoped(Metric.INSTRUCTIONS, ARM, new Repeated(List.of(on("b", ARM))));

    assertThat(caveats(false, repeated)).containsExactly(compile);
    assertThat(caveats(true, repeated))
        .containsExactly(
            compile,
            scoped(Metric.INSTRUCTIONS, "", new Repeated(List.of(TestCase.ofRuntime("r", X86)))));
  }

  // Default thresholds

  @ParameterizedTest(name = "{0}, hole {1} merges before: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # thresholds of a, a, b | distance of the hole | caveat
          own own own             | 1  |
          default default default | 1  | all, a hole for 29 merges more
          default default default | 30 | all, a hole for 0 merges more
          default default default |    | all, an unknown hole
          default default NaN     | 7  | all, a hole for 23 merges more
          # a hole that explains all test cases is not known to explain some
          default default own     | 1  | a, an unknown hole
          own default default     | 1  | b, an unknown hole
          default own own         | 1  |
          NaN NaN own             | 1  |
          """)
  void aHoleExplainsTheDefaultThresholdOfAllTestCases(
      String thresholds, @Nullable Integer distance, @Nullable String caveat) {
    List<Double> each =
        Arrays.stream(thresholds.split(" "))
            .map(one -> one.equals("own") ? OWN : one.equals("NaN") ? Double.NaN : DEFAULT)
            .toList();
    Comparisons comparison =
        comparison()
            .add(on("a", X86), Category.PRIMARY, value(each.get(0)))
            .add(
                new TestCase("a", "opt", "full", "llvm", X86), Category.PRIMARY, value(each.get(1)))
            .add(on("b", X86), Category.PRIMARY, value(each.get(2)));

    List<ScopedCaveat> caveats =
        ComparisonCaveats.of(
            List.of(judged(comparison)),
            false,
            Optional.ofNullable(distance).map(merges -> new UnmeasuredMerge(hole(), merges)));

    assertThat(
            caveats.stream()
                .map(ScopedCaveat::caveat)
                .map(DefaultThresholds.class::cast)
                .map(ComparisonCaveatsTest::described)
                .toList())
        .isEqualTo(caveat == null ? List.of() : List.of(caveat));
    assertThat(caveats).extracting(ScopedCaveat::target).allMatch(X86::equals);
  }

  private static String described(DefaultThresholds caveat) {
    String benchmarks =
        caveat.benchmarks().isEmpty() ? "all" : String.join(" ", caveat.benchmarks());
    return benchmarks
        + ", "
        + (caveat.reason() instanceof Reason.Hole hole
            ? "a hole for " + hole.mergesLeft() + " merges more"
            : "an unknown hole");
  }

  @Test
  void theThresholdsOfOneTargetSayNothingOfAnother() {
    assertThat(
            caveats(
                false,
                comparison()
                    .add(on("a", X86), Category.PRIMARY, value(OWN))
                    .add(on("a", ARM), Category.PRIMARY, value(DEFAULT))))
        .containsExactly(
            scoped(
                Metric.INSTRUCTIONS,
                ARM,
                new DefaultThresholds(List.of(), new Reason.UnknownHole(), Optional.empty())));
  }

  @ParameterizedTest(name = "{0} of {1}, dated: {2}")
  @CsvSource({
    "try,    full,   true,  TryBuild",
    "try,    full,   false, TryBuild",
    "master, full,   true,  Hole",
    "master, full,   false, Hole",
    "master, 1.91.0, true,  Hole",
    "master, 1.91.0, false, Release",
  })
  void whatHasNoMergesBeforeHasNoHole(String type, String commit, boolean isDated, String reason) {
    Artifact before =
        new Artifact(
            new Sha(commit.equals("full") ? "a".repeat(40) : commit),
            isDated ? DATE : null,
            1,
            type,
            Map.of(),
            0,
            Map.of());
    List<ScopedCaveat> caveats =
        ComparisonCaveats.of(
            List.of(
                judged(
                    comparison()
                        .between(before, Comparisons.artifact(new Sha("b".repeat(40)), 2))
                        .add(on("a", X86), Category.PRIMARY, value(DEFAULT)))),
            false,
            Optional.of(new UnmeasuredMerge(hole(), 1)));

    assertThat(((DefaultThresholds) caveats.get(0).caveat()).reason().getClass().getSimpleName())
        .isEqualTo(reason);
  }

  private static Merge hole() {
    return new Merge(new Sha("c".repeat(40)), 7);
  }

  private static ScopedCaveat scoped(Metric metric, String target, Caveat caveat) {
    return new ScopedCaveat(metric, target, false, List.of(), caveat);
  }

  private static List<ScopedCaveat> caveats(boolean withRuntime, Comparisons... metrics) {
    return ComparisonCaveats.of(
        Arrays.stream(metrics).map(ComparisonCaveatsTest::judged).toList(),
        withRuntime,
        Optional.empty());
  }

  private static JudgedComparison judged(Comparisons comparison) {
    return JudgedComparison.of(comparison.build(), CaseFilter.ALL);
  }

  private static TestCase on(String benchmark, String target) {
    return new TestCase(benchmark, "check", "full", "llvm", target);
  }

  private static TestResultComparison value(double threshold) {
    return value(1000, 1000, threshold);
  }

  private static TestResultComparison value(double before, double after, double threshold) {
    return new TestResultComparison(before, after, threshold, 0, false);
  }
}

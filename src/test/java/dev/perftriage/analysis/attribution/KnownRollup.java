package dev.perftriage.analysis.attribution;

import static dev.perftriage.Comparisons.comparison;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.cause.Rollup;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.MemberBuild;
import dev.perftriage.model.RollupBuilds;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * A rollup whose members' effects are known: in logarithms, by member and test case. Each
 * measurement scatters around what the effects add up to.
 */
public final class KnownRollup {

  /** How far measurements scatter, a tenth of the threshold. */
  private static final double SCATTER = Comparisons.THRESHOLD / 10;

  private static final double BEFORE = 1e9;

  private final Map<Integer, Map<TestCase, Double>> effects = new TreeMap<>();
  private final Set<TestCase> testCases = new LinkedHashSet<>();
  private final Set<Integer> unmeasured = new TreeSet<>();
  private final Set<TestCase> noise = new LinkedHashSet<>();
  private final Map<TestCase, Double> jumps = new LinkedHashMap<>();
  private final Random random;

  /** A rollup without members yet. */
  public KnownRollup(long seed) {
    this.random = new Random(seed);
  }

  /** A test case of the usual scenario, backend and target. */
  public static TestCase testCase(String benchmark, String profile) {
    return new TestCase(
        benchmark, profile, "full", TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET);
  }

  /** A member without an effect yet. */
  public KnownRollup member(int number) {
    effects.computeIfAbsent(number, key -> new LinkedHashMap<>());
    return this;
  }

  /** A member changes a test case by a fraction. */
  public KnownRollup moves(int number, TestCase testCase, double change) {
    effects.computeIfAbsent(number, key -> new LinkedHashMap<>()).put(testCase, Math.log1p(change));
    testCases.add(testCase);
    return this;
  }

  /** Nobody measured a member. */
  public KnownRollup unmeasured(int number) {
    unmeasured.add(number);
    return this;
  }

  /** A test case jumps in the rollup's measurement for no reason, which is known. */
  public KnownRollup noise(TestCase testCase, double change) {
    noise.add(testCase);
    jumps.put(testCase, Math.log1p(change));
    testCases.add(testCase);
    return this;
  }

  /** What a member does to a test case, in logarithms; 0 for nothing. */
  double effect(int number, TestCase testCase) {
    return effects.getOrDefault(number, Map.of()).getOrDefault(testCase, 0.0);
  }

  boolean isMeasured(int number) {
    return !unmeasured.contains(number);
  }

  Set<Integer> members() {
    return effects.keySet();
  }

  /** The attribution by the measurements of the rollup and of the measured members. */
  public RollupAttribution attribution(int mostToMeasure) {
    List<TestCaseChange> changes =
        JudgedComparison.of(measured(member -> true, true), CaseFilter.ALL).relevantLargestFirst();
    Map<Integer, Optional<MemberMeasurement>> measured = new TreeMap<>();
    Map<Integer, String> titles = new LinkedHashMap<>();
    List<MemberBuild> builds = new ArrayList<>();
    for (int number : effects.keySet()) {
      titles.put(number, "Change " + number);
      builds.add(
          MemberBuild.built(number, "", new Sha(String.format(Locale.ROOT, "%040x", number))));
      measured.put(
          number,
          isMeasured(number)
              ? Optional.of(
                  MemberMeasurement.of(measured(member -> member == number, false), testCases))
              : Optional.empty());
    }
    return new MeasuredRollup(
            Rollup.members(titles, changes, Map.of()),
            new RollupBuilds(Optional.empty(), builds, Set.of()),
            changes,
            noise,
            measured)
        .attribution(mostToMeasure);
  }

  private ArtifactComparison measured(IntPredicate merged, boolean withJumps) {
    Comparisons comparison = comparison();
    for (TestCase testCase : testCases) {
      double log = withJumps ? jumps.getOrDefault(testCase, 0.0) : 0;
      for (int number : effects.keySet()) {
        log += merged.test(number) ? effect(number, testCase) : 0;
      }
      double after = BEFORE * Math.exp(log + SCATTER * random.nextGaussian());
      comparison.add(
          testCase,
          Category.PRIMARY,
          new TestResultComparison(
              BEFORE,
              after,
              Comparisons.THRESHOLD,
              Math.abs(after / BEFORE - 1) / Comparisons.THRESHOLD,
              false));
    }
    return comparison.build();
  }
}

package dev.perftriage.report.chart;

import dev.perftriage.analysis.Magnitude;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Category;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Comparisons that are hard to draw. */
final class EdgeCases {

  private static final String[] PROFILES = {"check", "debug", "opt", "doc"};
  private static final String[] SCENARIOS = {
    "full", "incr-full", "incr-unchanged", "incr-patched: println"
  };
  static final double THRESHOLD = 0.002;

  private EdgeCases() {}

  static Comparison named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  static Map<String, Comparison> all() {
    Map<String, Comparison> cases = new LinkedHashMap<>();
    cases.put("empty", comparison(List.of()));
    cases.put("one", comparison(List.of(change("serde-1.0.219", 0, 0.0123))));
    cases.put("nothing-relevant", comparison(many(500, 7, 0.0004)));
    cases.put("five-thousand", comparison(many(5000, 1, 0.004)));
    cases.put("five-thousand-relevant", comparison(many(5000, 2, 0.05)));
    List<TestCaseChange> equal = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      equal.add(change("equal-" + i / 4, i % 4, 0.01));
    }
    cases.put("all-equal", comparison(equal));
    List<TestCaseChange> unchanged = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      unchanged.add(change("same-" + i / 4, i % 4, 0));
    }
    cases.put("unchanged", comparison(unchanged));
    List<TestCaseChange> outliers = new ArrayList<>(many(300, 3, 0.005));
    outliers.add(change("explodes", 0, 0.7));
    outliers.add(change("implodes", 1, -0.7));
    cases.put("outliers", comparison(outliers));
    List<TestCaseChange> damaged = new ArrayList<>(many(100, 4, 0.01));
    damaged.add(fromOneTo("damaged", Double.MAX_VALUE));
    damaged.add(fromOneTo("absurd", 1e20));
    cases.put("beyond-all-scales", comparison(damaged));
    List<TestCaseChange> allDamaged = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      allDamaged.add(fromOneTo("damaged-" + i, Double.MAX_VALUE));
    }
    cases.put("all-beyond-all-scales", comparison(allDamaged));
    List<TestCaseChange> fromZero = new ArrayList<>(many(100, 5, 0.01));
    fromZero.add(fromZero("benchmark-0", 40));
    fromZero.add(fromZero("new", 0));
    cases.put("from-zero", comparison(fromZero));
    cases.put("only-from-zero", comparison(List.of(fromZero("new", 0), fromZero("new", 1))));
    List<TestCaseChange> names = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      names.add(
          change(
              ("a-crate-with-a-name-that-has-no-end-" + i + "-").repeat(3).substring(0, 80),
              i,
              (i - 11) / 500.0));
    }
    cases.put("long-names", comparison(names));
    cases.put(
        "non-latin",
        comparison(
            List.of(
                change("性能测试-编译器", 0, 0.03),
                change("パフォーマンス", 1, 0.021),
                change("быстродействие", 2, -0.014),
                change("성능-벤치마크", 3, -0.02),
                change("מבחן-ביצועים", 4, 0.011))));
    return cases;
  }

  static Comparison comparison(List<TestCaseChange> changes) {
    return Comparison.of(Metric.INSTRUCTIONS, "23fced0f..35ebdf9b", "27 Oct – 2 Nov 2025", changes);
  }

  /** Test cases with normally distributed changes. */
  static List<TestCaseChange> many(int count, long seed, double spread) {
    Random random = new Random(seed);
    List<TestCaseChange> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      changes.add(change("benchmark-" + i / 16, i, random.nextGaussian() * spread));
    }
    return changes;
  }

  /** A test case that changed by a fraction, its profile and scenario chosen by a number. */
  static TestCaseChange change(String benchmark, int variant, double change) {
    double before = 1e9;
    return change(testCase(benchmark, variant), variant, before, before * (1 + change));
  }

  /** A test case that was zero before. */
  static TestCaseChange fromZero(String benchmark, int variant) {
    return change(testCase(benchmark, variant), variant, 0, 1e9);
  }

  private static TestCase testCase(String benchmark, int variant) {
    return new TestCase(
        benchmark,
        PROFILES[variant / SCENARIOS.length % PROFILES.length],
        SCENARIOS[variant % SCENARIOS.length],
        TestCase.DEFAULT_BACKEND,
        TestCase.DEFAULT_TARGET);
  }

  private static TestCaseChange fromOneTo(String benchmark, double after) {
    TestCase testCase =
        new TestCase(
            benchmark,
            PROFILES[0],
            SCENARIOS[0],
            TestCase.DEFAULT_BACKEND,
            TestCase.DEFAULT_TARGET);
    return change(testCase, 1, 1, after);
  }

  private static TestCaseChange change(
      TestCase testCase, int variant, double before, double after) {
    double change = (after - before) / before;
    TestResultComparison result =
        new TestResultComparison(before, after, THRESHOLD, Math.abs(change) / THRESHOLD, false);
    return new TestCaseChange(
        testCase,
        variant % 3 == 0 ? Category.SECONDARY : Category.PRIMARY,
        result,
        Magnitude.of(result.change(), THRESHOLD, Metric.INSTRUCTIONS));
  }
}

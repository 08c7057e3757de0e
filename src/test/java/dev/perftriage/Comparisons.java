package dev.perftriage;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Selection;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.model.ArtifactComparison.BenchmarkMetadata;
import dev.perftriage.model.Category;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.CrateKind;
import dev.perftriage.model.Metric;
import dev.perftriage.model.RepeatedTestCases;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TargetMix;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds comparisons for tests; what a test does not say is unremarkable. */
public final class Comparisons {

  /** The threshold of a test case that names none: 0.2 %. */
  public static final double THRESHOLD = 0.002;

  private final List<TestCaseComparison> compile = new ArrayList<>();
  private final Map<String, BenchmarkMetadata> benchmarks = new HashMap<>();
  private final List<TestCaseComparison> runtime = new ArrayList<>();
  private final List<BenchmarkError> errors = new ArrayList<>();
  private Metric metric = Metric.INSTRUCTIONS;
  private boolean contiguous = true;
  private @Nullable TargetMix targetMix;
  private Artifact before = artifact(new Sha("a".repeat(40)), 1);
  private Artifact after = artifact(new Sha("b".repeat(40)), 2);

  private Comparisons() {}

  /** A comparison of nothing yet. */
  public static Comparisons comparison() {
    return new Comparisons();
  }

  /** A merge of a pull request. */
  public static Artifact artifact(Sha commit, @Nullable Integer pr) {
    return new Artifact(
        commit, Instant.parse("2025-11-03T00:00:00Z"), pr, "master", Map.of(), 0, Map.of());
  }

  /** A week of that whole and those steps, covered merge by merge. */
  public static TriageWeek week(ComparisonSummary whole, List<ComparisonSummary> steps) {
    Coverage coverage =
        new Coverage(
            whole.before().commit(),
            whole.after().commit(),
            null,
            List.of(),
            List.of(),
            null,
            List.of());
    return new TriageWeek(
        whole.metric(),
        Optional.of(whole),
        steps,
        coverage,
        new Selection(CaseFilter.ALL, 0, 0),
        Optional.empty());
  }

  /** Names the metric. */
  public Comparisons by(String name) {
    metric = new Metric(name);
    return this;
  }

  /** Names the artifacts. */
  public Comparisons between(Artifact before, Artifact after) {
    this.before = before;
    this.after = after;
    return this;
  }

  /** Says that there are merges between the artifacts. */
  public Comparisons withMergesBetween() {
    contiguous = false;
    return this;
  }

  /** Says that each test case is on a random one of the site's targets. */
  public Comparisons onRandomTargets(TargetMix mix) {
    targetMix = mix;
    return this;
  }

  /** Adds a primary test case. */
  public Comparisons primary(double valueBefore, double valueAfter) {
    return add(Category.PRIMARY, valueBefore, valueAfter, THRESHOLD);
  }

  /** Adds a secondary test case. */
  public Comparisons secondary(double valueBefore, double valueAfter) {
    return add(Category.SECONDARY, valueBefore, valueAfter, THRESHOLD);
  }

  /** Adds a test case of a benchmark of its own, with a verdict that the site does not have. */
  public Comparisons add(
      Category category, double valueBefore, double valueAfter, double threshold) {
    String benchmark = category.label() + "-" + compile.size();
    return add(
        new TestCase(benchmark, "check", "full", TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET),
        category,
        new TestResultComparison(
            valueBefore,
            valueAfter,
            threshold,
            Math.abs(valueAfter - valueBefore) / valueBefore / threshold,
            false));
  }

  /** Adds a test case. */
  public Comparisons add(TestCase testCase, Category category, TestResultComparison result) {
    compile.add(new TestCaseComparison(testCase, result));
    BenchmarkMetadata known = benchmarks.get(testCase.benchmark());
    benchmarks.put(
        testCase.benchmark(),
        new BenchmarkMetadata(category, known == null ? null : known.crateKind()));
    return this;
  }

  /** Says what a benchmark is compiled to; it has test cases already. */
  public Comparisons built(String benchmark, CrateKind kind) {
    Category category = Objects.requireNonNull(benchmarks.get(benchmark)).category();
    benchmarks.put(benchmark, new BenchmarkMetadata(category, kind));
    return this;
  }

  /** Adds a runtime benchmark. */
  public Comparisons runtime(String benchmark, TestResultComparison result) {
    runtime.add(
        new TestCaseComparison(TestCase.ofRuntime(benchmark, TestCase.DEFAULT_TARGET), result));
    return this;
  }

  /** Adds a benchmark that fails now. */
  public Comparisons error(String benchmark) {
    return error(benchmark, "it fails");
  }

  /** Adds a benchmark that fails now, with a message. */
  public Comparisons error(String benchmark, String message) {
    errors.add(new BenchmarkError(benchmark, message));
    return this;
  }

  /** The comparison. */
  public ArtifactComparison build() {
    return new ArtifactComparison(
        metric,
        before,
        after,
        null,
        null,
        contiguous,
        compile,
        runtime,
        errors,
        benchmarks,
        targetMix,
        RepeatedTestCases.of(compile));
  }
}

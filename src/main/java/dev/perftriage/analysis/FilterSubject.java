package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.model.Category;
import dev.perftriage.model.CrateKind;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A test case, failing benchmark or target to filter, with the properties that criteria test. */
record FilterSubject(
    TestCase testCase,
    Category category,
    Optional<CrateKind> crateKind,
    TestResultComparison result) {

  private static final TestResultComparison NOTHING_MEASURED =
      new TestResultComparison(Double.NaN, Double.NaN, Double.NaN, Double.NaN, false);

  static FilterSubject of(TestCaseComparison compile, ArtifactComparison in) {
    String benchmark = compile.testCase().benchmark();
    return new FilterSubject(
        compile.testCase(), in.categoryOf(benchmark), in.crateKindOf(benchmark), compile.result());
  }

  static FilterSubject of(BenchmarkError error, ArtifactComparison in) {
    return new FilterSubject(
        new TestCase(error.benchmark(), "", "", "", ""),
        in.categoryOf(error.benchmark()),
        in.crateKindOf(error.benchmark()),
        NOTHING_MEASURED);
  }

  static FilterSubject ofTarget(String target) {
    return new FilterSubject(
        new TestCase("", "", "", "", target),
        Category.SECONDARY,
        Optional.empty(),
        NOTHING_MEASURED);
  }

  /** All subjects in a comparison to which a criterion or field applies. */
  static List<FilterSubject> all(ArtifactComparison comparison, FilterKey key) {
    List<FilterSubject> all = new ArrayList<>();
    comparison.compile().forEach(some -> all.add(of(some, comparison)));
    if (key.isForRuntime()) {
      comparison.runtime().forEach(some -> all.add(of(some, comparison)));
    }
    if (key.isForErrors()) {
      comparison.newErrors().forEach(some -> all.add(of(some, comparison)));
    }
    return all;
  }

  boolean isComparable() {
    return result.isJudged();
  }

  /** Whether a criterion or field applies to it, if it is a runtime benchmark. */
  boolean isTestedAsRuntime(FilterKey key) {
    return key.isForRuntime() && !(key instanceof FieldKey && names(key).isEmpty());
  }

  /** Its names for a criterion or field; empty for the size of a change. */
  List<String> names(FilterKey key) {
    if (key instanceof Criterion criterion) {
      return names(criterion);
    }
    String value = testCase.further().get(key.label());
    return value == null ? List.of() : List.of(value);
  }

  private List<String> names(Criterion criterion) {
    return switch (criterion) {
      case BENCHMARK -> List.of(testCase.benchmark());
      case PROFILE -> List.of(testCase.profile());
      case SCENARIO -> List.of(testCase.scenario(), testCase.scenarioKind());
      case BACKEND -> List.of(testCase.backend());
      case TARGET -> List.of(testCase.target());
      case CATEGORY -> List.of(category.label());
      case ARTIFACT -> crateKind.stream().map(CrateKind::label).toList();
      case DIRECTION -> isComparable() ? List.of(direction().label()) : List.of();
      case MIN_CHANGE -> List.of();
    };
  }

  private Direction direction() {
    return result.after() > result.before() ? Direction.REGRESSION : Direction.IMPROVEMENT;
  }
}

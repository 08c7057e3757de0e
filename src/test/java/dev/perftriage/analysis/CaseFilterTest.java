package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.THRESHOLD;
import static dev.perftriage.Comparisons.comparison;
import static dev.perftriage.analysis.Selections.both;
import static dev.perftriage.analysis.Selections.filter;
import static dev.perftriage.analysis.Selections.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.analysis.ChangeStatistics.Figures;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.model.Category;
import dev.perftriage.model.CrateKind;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFilterTest {

  private static final int SEEDS = 5;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BENCHMARK  | serde-1.0.219  | serde-1.0.219 check
          BENCHMARK  | SERDE-1.0.219  | serde-1.0.219 check
          BENCHMARK  | serde          |
          BENCHMARK  | serde-1?0.219  | serde-1.0.219 check
          BENCHMARK  | serde*         | serde-1.0.219 check, serde_derive opt
          BENCHMARK  | *derive        | serde_derive opt
          BENCHMARK  | /de[-_]/       | serde-1.0.219 check, serde_derive opt
          BENCHMARK  | /^s.{3,5}-/    | serde-1.0.219 check
          PROFILE    | opt            | serde_derive opt
          PROFILE    | doc*           | cargo doc, regex doc-json
          SCENARIO   | full           | serde-1.0.219 check, regex doc-json
          SCENARIO   | incr-patched   | serde_derive opt, cargo doc
          SCENARIO   | *println       | serde_derive opt
          BACKEND    | cranelift      | cargo doc
          TARGET     | aarch64*       | regex doc-json
          CATEGORY   | primary        | serde-1.0.219 check, cargo doc
          CATEGORY   | Secondary      | serde_derive opt, regex doc-json
          ARTIFACT   | binary         | cargo doc
          ARTIFACT   | library        | serde-1.0.219 check
          ARTIFACT   | !binary        | serde-1.0.219 check, serde_derive opt, regex doc-json
          DIRECTION  | regression     | serde-1.0.219 check, cargo doc
          DIRECTION  | improvement    | serde_derive opt, regex doc-json
          DIRECTION  | !regression    | serde_derive opt, regex doc-json
          MIN_CHANGE | 1%             | serde-1.0.219 check, serde_derive opt, cargo doc
          MIN_CHANGE | 1.01 %         | serde_derive opt, cargo doc
          MIN_CHANGE | !1.01%         | serde-1.0.219 check, regex doc-json
          MIN_CHANGE | 0%             | serde-1.0.219 check, serde_derive opt, cargo doc, regex doc-json
          """)
  void eachCriterionSelectsByItsOwnRule(Criterion criterion, String value, String selected) {
    ArtifactComparison all =
        comparison()
            .add(testCase("serde-1.0.219", "check", "full"), Category.PRIMARY, from(1000, 1010))
            .add(
                testCase("serde_derive", "opt", "incr-patched: println"),
                Category.SECONDARY,
                from(1000, 980))
            .add(
                new TestCase(
                    "cargo", "doc", "incr-patched: a", "cranelift", TestCase.DEFAULT_TARGET),
                Category.PRIMARY,
                from(0, 5))
            .add(
                new TestCase("regex", "doc-json", "full", "llvm", "aarch64-unknown-linux-gnu"),
                Category.SECONDARY,
                from(1000, 1000))
            .built("cargo", CrateKind.BINARY)
            .built("serde-1.0.219", CrateKind.LIBRARY)
            .build();

    assertThat(names(filter(criterion, value).select(all)))
        .isEqualTo(Optional.ofNullable(selected).orElse(""));
  }

  @Test
  void theValuesOfACriterionAreAlternativesAndThoseThatExcludeWin() {
    ArtifactComparison all =
        comparison()
            .add(testCase("a", "check", "full"), Category.PRIMARY, from(1, 2))
            .add(testCase("ab", "debug", "full"), Category.PRIMARY, from(1, 2))
            .add(testCase("b", "opt", "full"), Category.PRIMARY, from(1, 2))
            .build();

    assertThat(names(filter(Criterion.PROFILE, "opt", "check").select(all)))
        .isEqualTo("a check, b opt");
    assertThat(names(filter(Criterion.BENCHMARK, "a*", "!ab").select(all))).isEqualTo("a check");
    assertThat(names(filter(Criterion.BENCHMARK, "!a", "!b").select(all))).isEqualTo("ab debug");
    assertThat(
            names(
                both(filter(Criterion.BENCHMARK, "a*"), filter(Criterion.PROFILE, "debug", "opt"))
                    .select(all)))
        .isEqualTo("ab debug");
  }

  @ParameterizedTest
  @CsvSource({
    "BENCHMARK, serde*",
    "BENCHMARK, /[24]$/",
    "PROFILE, opt",
    "SCENARIO, incr-patched",
    "BACKEND, cranelift",
    "TARGET, aarch64*",
    "CATEGORY, primary",
    "ARTIFACT, binary",
    "DIRECTION, improvement",
    "DIRECTION, regression",
    "MIN_CHANGE, 0.5%",
  })
  void aFilterAndItsNegationPartitionTheTestCases(Criterion criterion, String value) {
    for (long seed = 0; seed < SEEDS; seed++) {
      ArtifactComparison all = random(seed);
      List<TestCaseComparison> selected = filter(criterion, value).select(all).compile();
      List<TestCaseComparison> others = filter(criterion, "!" + value).select(all).compile();

      assertThat(selected).isNotEmpty().doesNotContainAnyElementsOf(others);
      assertThat(others).isNotEmpty();
      List<TestCaseComparison> union = new ArrayList<>(selected);
      union.addAll(others);
      assertThat(union).containsExactlyInAnyOrderElementsOf(all.compile());
      assertThat(Selection.of(filter(criterion, value), all))
          .extracting(Selection::total, Selection::leftOut)
          .containsExactly(all.compile().size(), others.size());
    }
  }

  @Test
  void theSummaryOfDisjointSlicesTogetherIsTheirSum() {
    for (long seed = 0; seed < SEEDS; seed++) {
      ArtifactComparison all = random(seed);
      CategorySummary whole = summary(all);
      CategorySummary one = summary(filter(Criterion.BENCHMARK, "serde*").select(all));
      CategorySummary other = summary(filter(Criterion.BENCHMARK, "!serde*").select(all));

      assertIsSum(whole.regressions(), one.regressions(), other.regressions());
      assertIsSum(whole.improvements(), one.improvements(), other.improvements());
      assertIsSum(whole.all(), one.all(), other.all());
    }
  }

  @Test
  void runtimeBenchmarksAndErrorsFollowTheCriteriaThatMeanSomethingToThem() {
    ArtifactComparison all =
        comparison()
            .add(testCase("cargo", "check", "full"), Category.PRIMARY, from(1, 2))
            .runtime("nbody", from(1000, 1100))
            .runtime("raytracer", from(1000, 900))
            .error("cargo")
            .error("syn")
            .build();

    assertThat(describe(filter(Criterion.PROFILE, "opt").select(all)))
        .isEqualTo("0 compiled, runtime [nbody, raytracer], errors [cargo, syn]");
    assertThat(describe(filter(Criterion.BENCHMARK, "n*", "s*").select(all)))
        .isEqualTo("0 compiled, runtime [nbody], errors [syn]");
    assertThat(describe(filter(Criterion.CATEGORY, "primary").select(all)))
        .isEqualTo("1 compiled, runtime [nbody, raytracer], errors [cargo]");
    assertThat(describe(filter(Criterion.DIRECTION, "regression").select(all)))
        .isEqualTo("1 compiled, runtime [nbody], errors [cargo, syn]");
    assertThat(describe(filter(Criterion.TARGET, "aarch64*").select(all)))
        .isEqualTo("0 compiled, runtime [], errors [cargo, syn]");
  }

  @Test
  void aFurtherFieldSelectsTheTestCasesThatHaveItsValue() {
    ArtifactComparison all =
        comparison()
            .add(withThreads("one", "1"), Category.PRIMARY, from(1, 2))
            .add(withThreads("four", "4"), Category.PRIMARY, from(1, 2))
            .add(testCase("plain", "check", "full"), Category.PRIMARY, from(1, 2))
            .runtime("nbody", from(1, 2))
            .error("one")
            .build();
    ArtifactComparison runtime =
        all.with(
            all.compile(),
            List.of(
                new TestCaseComparison(
                    TestCase.ofRuntime("nbody", TestCase.DEFAULT_TARGET, Map.of("threads", "1")),
                    from(1, 2)),
                new TestCaseComparison(
                    TestCase.ofRuntime("fannkuch", TestCase.DEFAULT_TARGET), from(1, 2))),
            all.newErrors());

    assertThat(names(further("4").select(all))).isEqualTo("four check");
    assertThat(names(further("!4").select(all))).isEqualTo("one check, plain check");
    assertThat(describe(further("4").select(all)))
        .isEqualTo("1 compiled, runtime [nbody], errors [one]");
    assertThat(describe(further("4").select(runtime)))
        .isEqualTo("1 compiled, runtime [fannkuch], errors [one]");
    assertThat(describe(further("1").select(runtime)))
        .isEqualTo("1 compiled, runtime [nbody, fannkuch], errors [one]");
    assertThat(further("4").selectsByOutcome()).isFalse();
    assertThat(further("4").admitsTarget(TestCase.DEFAULT_TARGET)).isTrue();
    assertThat(further("8").unmatchedNames(all))
        .containsExactly(new UnmatchedName(new FieldKey("threads"), "8", List.of("1", "4")));
    assertThat(further("1").unmatchedNames(runtime)).isEmpty();
  }

  @Test
  void criteriaStandInTheirOwnOrderAndFurtherFieldsAfterThemByName() {
    FilterPattern pattern = FilterPattern.of(new FieldKey("a"), "1");
    List<FilterKey> order =
        List.of(
            Criterion.BENCHMARK, Criterion.MIN_CHANGE, new FieldKey("a"), new FieldKey("threads"));
    Map<FilterKey, List<FilterPattern>> reversed = new LinkedHashMap<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      reversed.put(order.get(i), List.of(pattern));
    }

    assertThat(new CaseFilter(reversed).patterns().keySet()).containsExactlyElementsOf(order);
  }

  @Test
  void namesOfRuntimeBenchmarksAndOfThoseThatFailAreKnown() {
    ArtifactComparison all =
        comparison()
            .add(testCase("serde", "opt", "full"), Category.PRIMARY, from(1, 2))
            .runtime("nbody", from(1, 2))
            .error("syn")
            .build();

    assertThat(filter(Criterion.BENCHMARK, "nbody", "syn", "serde", "x").unmatchedNames(all))
        .containsExactly(
            new UnmatchedName(Criterion.BENCHMARK, "x", List.of("nbody", "serde", "syn")));
    assertThat(filter(Criterion.CATEGORY, "secondary").unmatchedNames(all)).isEmpty();
    assertThat(filter(Criterion.PROFILE, "check").unmatchedNames(all))
        .containsExactly(new UnmatchedName(Criterion.PROFILE, "check", List.of("opt")));
  }

  @Test
  void whatIsSelectedByNameStaysWhateverItsOutcome() {
    ArtifactComparison all =
        comparison()
            .add(testCase("serde", "opt", "full"), Category.PRIMARY, from(1000, 1001))
            .add(testCase("cargo", "check", "full"), Category.PRIMARY, from(1000, 1001))
            .build();
    CaseFilter filter = both(filter(Criterion.PROFILE, "opt"), filter(Criterion.MIN_CHANGE, "1%"));

    assertThat(names(filter.selectNamed(all))).isEqualTo("serde opt");
    assertThat(CaseFilter.ALL.selectNamed(all)).isSameAs(all);
    assertThat(filter.isAll()).isFalse();
  }

  private static CaseFilter further(String value) {
    FieldKey threads = new FieldKey("threads");
    return new CaseFilter(Map.of(threads, List.of(FilterPattern.of(threads, value))));
  }

  private static TestCase withThreads(String benchmark, String threads) {
    return new TestCase(
        benchmark,
        "check",
        "full",
        TestCase.DEFAULT_BACKEND,
        TestCase.DEFAULT_TARGET,
        Map.of("threads", threads));
  }

  @Test
  void withoutCriteriaEverythingStays() {
    ArtifactComparison all = random(1);

    assertThat(CaseFilter.ALL.select(all)).isSameAs(all);
    assertThat(new CaseFilter(Map.of(Criterion.PROFILE, List.of())).isAll()).isTrue();
  }

  @Test
  void namesThatNothingHasAreNamedWithThoseThatThereAre() {
    ArtifactComparison all =
        comparison()
            .add(testCase("serde", "opt", "full"), Category.PRIMARY, from(1, 2))
            .add(testCase("cargo", "check", "full"), Category.PRIMARY, from(1, 2))
            .runtime("nbody", from(1, 2))
            .build();
    CaseFilter filter =
        both(
            filter(Criterion.PROFILE, "chekc", "!dco", "opt"),
            filter(Criterion.BENCHMARK, "nbody", "x*"));

    assertThat(filter.unmatchedNames(all))
        .containsExactly(
            new UnmatchedName(Criterion.BENCHMARK, "x*", List.of("cargo", "nbody", "serde")),
            new UnmatchedName(Criterion.PROFILE, "chekc", List.of("check", "opt")),
            new UnmatchedName(Criterion.PROFILE, "dco", List.of("check", "opt")));
  }

  @Test
  void whatIsSelectedByNameIsKnownApartFromTheOutcome() {
    CaseFilter filter = both(filter(Criterion.PROFILE, "opt"), filter(Criterion.MIN_CHANGE, "1%"));

    ArtifactComparison quiet =
        comparison()
            .add(testCase("serde", "opt", "full"), Category.PRIMARY, from(1000, 1001))
            .build();

    assertThat(filter.selectsByOutcome()).isTrue();
    assertThat(filter(Criterion.PROFILE, "opt").selectsByOutcome()).isFalse();
    assertThat(filter.select(quiet).compile()).isEmpty();
    assertThat(filter.namesAnyOf(quiet)).isTrue();
    assertThat(filter(Criterion.PROFILE, "check").namesAnyOf(quiet)).isFalse();
    assertThat(filter(Criterion.DIRECTION, "regression").selectsByOutcome()).isTrue();
    assertThat(filter(Criterion.TARGET, "aarch64*").admitsTarget(TestCase.DEFAULT_TARGET))
        .isFalse();
    assertThat(filter(Criterion.PROFILE, "opt").admitsTarget(TestCase.DEFAULT_TARGET)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          BENCHMARK  | !        | empty value
          BENCHMARK  | " "      | empty value
          BENCHMARK  | /(/      | '/(/' is not a regular expression: missing closing )
          BENCHMARK  | /*a/     | '/*a/' is not a regular expression: missing argument to repetition operator: *
          BENCHMARK  | /(?=a)/  | '/(?=a)/' is not a regular expression: invalid or unsupported perl syntax: (?=
          BENCHMARK  | /((a{9}){9}){99}/ | '/((a{9}){9}){99}/' repeats a part more than 1000 times
          BENCHMARK  | /a{1,10000000000}/ | '/a{1,10000000000}/' repeats a part more than 1000 times
          BENCHMARK  | /        | '/' is not a regular expression: the closing slash is missing
          BENCHMARK  | /a       | '/a' is not a regular expression: the closing slash is missing
          CATEGORY   | main     | 'main' is neither primary nor secondary
          ARTIFACT   | lib      | 'lib' is neither binary nor library
          DIRECTION  | mixed    | 'mixed' is neither regression nor improvement
          MIN_CHANGE | 1        | '1' is not a percentage such as 1% or 0.5%
          MIN_CHANGE | -1%      | '-1%' is not a percentage
          MIN_CHANGE | many%    | 'many%' is not a percentage
          """)
  void whatIsNoValueIsRefusedInOneSentence(Criterion criterion, String value, String message) {
    assertThatThrownBy(() -> FilterPattern.of(criterion, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static void assertIsSum(
      Optional<ChangeStatistics> whole,
      Optional<ChangeStatistics> one,
      Optional<ChangeStatistics> other) {
    Figures a = one.flatMap(ChangeStatistics::figures).orElseThrow();
    Figures b = other.flatMap(ChangeStatistics::figures).orElseThrow();
    Figures all = whole.flatMap(ChangeStatistics::figures).orElseThrow();
    int count = a.count() + b.count();
    assertThat(all.count()).isEqualTo(count);
    assertThat(all.mean())
        .isCloseTo((a.mean() * a.count() + b.mean() * b.count()) / count, within(1e-15));
    assertThat(all.smallest()).isEqualTo(Math.min(a.smallest(), b.smallest()));
    assertThat(all.largest()).isEqualTo(Math.max(a.largest(), b.largest()));
  }

  private static CategorySummary summary(ArtifactComparison comparison) {
    return ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET).secondary();
  }

  private static String names(ArtifactComparison comparison) {
    return String.join(
        ", ",
        comparison.compile().stream()
            .map(some -> some.testCase().benchmark() + " " + some.testCase().profile())
            .toList());
  }

  private static String describe(ArtifactComparison comparison) {
    return comparison.compile().size()
        + " compiled, runtime "
        + comparison.runtime().stream().map(some -> some.testCase().benchmark()).toList()
        + ", errors "
        + comparison.newErrors().stream().map(BenchmarkError::benchmark).toList();
  }

  private static TestCase testCase(String benchmark, String profile, String scenario) {
    return new TestCase(
        benchmark, profile, scenario, TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET);
  }

  private static TestResultComparison from(double before, double after) {
    return new TestResultComparison(before, after, THRESHOLD, 1, false);
  }
}

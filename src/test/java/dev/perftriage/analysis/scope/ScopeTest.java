package dev.perftriage.analysis.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.analysis.Magnitude;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.scope.Scope.Size;
import dev.perftriage.model.Category;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What some changes have in common, at the boundaries of each rule. */
class ScopeTest {

  private static final Metric INSTRUCTIONS = new Metric("instructions:u");
  private static final Metric WALL_TIME = new Metric("wall-time");

  // Sizes

  @ParameterizedTest
  @CsvSource({
    "0.0001, TINY, TINY",
    "0.0034, TINY, TINY",
    "-0.0034, TINY, TINY",
    "0.0036, SMALL, TINY",
    "0.0069, SMALL, TINY",
    "0.0071, SMALL, SMALL",
    "0.0104, SMALL, SMALL",
    "-0.0106, NOTABLE, SMALL",
    "0.0209, NOTABLE, SMALL",
    "0.0211, NOTABLE, NOTABLE",
    "Infinity, NOTABLE, NOTABLE",
  })
  void aSizeIsNamedAsItIsReadAndHalvedForANoisyMetric(double change, Size size, Size noisy) {
    assertThat(Size.of(change, INSTRUCTIONS)).isEqualTo(size);
    assertThat(Size.of(change, WALL_TIME)).isEqualTo(noisy);
  }

  // What is shared

  @Test
  void nothingHasNoScopeAndOneChangeSharesNothing() {
    assertThat(Scope.of(List.of(), INSTRUCTIONS)).isEmpty();

    Scope one = scope(change("syn-2.0.101", "doc", "full", 0.01));
    assertThat(one.count()).isEqualTo(1);
    assertThat(one.category()).isEmpty();
    assertThat(one.shared()).isEmpty();
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "2, 2, all",
    "1, 2, none",
    "3, 4, none",
    "4, 4, all",
    "3, 5, none",
    "4, 5, most",
    "5, 5, all",
    "7, 9, none",
    "8, 10, most",
    "9, 10, most"
  })
  void fourOfFiveAreMost(int doc, int all, String shared) {
    List<TestCaseChange> changes = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      // Scenarios differ, so that the profile alone is shared.
      changes.add(change("crate-" + i, i < doc ? "doc" : "check" + i, "scenario" + i, 0.01));
    }
    Optional<Shared> found = Shared.by(SharedProperty.PROFILE, changes);

    assertThat(found.map(each -> each.isByAll() ? "all" : "most").orElse("none")).isEqualTo(shared);
    found.ifPresent(each -> assertThat(each.value()).isEqualTo("doc"));
    assertThat(Scope.of(changes, INSTRUCTIONS).orElseThrow().shared()).isEqualTo(found);
  }

  @Test
  void whatAllShareComesBeforeWhatMostShare() {
    List<TestCaseChange> changes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      changes.add(change("crate-" + i, i == 0 ? "opt" : "check", "incr-patched: change" + i, 0.01));
    }

    assertThat(Scope.of(changes, INSTRUCTIONS).orElseThrow().shared())
        .contains(new Shared(SharedProperty.SCENARIO, "incr-patched", true));
  }

  @ParameterizedTest
  @CsvSource({
    "syn-2.0.101, syn, ''",
    "typenum-1.18.0-new-solver, typenum-new-solver, -new-solver",
    "deeply-nested-multi-new-solver, deeply-nested-multi-new-solver, -new-solver",
    "cargo-0.87.1-threads4, cargo-threads4, -threads4",
    "html5ever-0.31.0, html5ever, ''",
    "new-solver-tests, new-solver-tests, ''",
    "ctfe-stress-5, ctfe-stress-5, ''",
  })
  void aNameHasAFamilyAndPerhapsAVariant(String name, String family, String variant) {
    TestCase testCase = change(name, "opt", "full", 0.01).testCase();

    assertThat(BenchmarkName.family(testCase)).isEqualTo(family);
    assertThat(BenchmarkName.shortened(testCase)).isEqualTo(family + " opt full");
    assertThat(BenchmarkName.variant(testCase).orElse("")).isEqualTo(variant);
    assertThat(SharedProperty.VARIANT.of(change(name, "opt", "full", 0.01)).orElse(""))
        .isEqualTo(variant);
  }

  @Test
  void theVariantComesFirstAndTheUsualTargetIsNotWorthNaming() {
    Scope scope =
        scope(
            change("a-1.0.0-new-solver", "check", "full", 0.01),
            change("b-1.0.0-new-solver", "check", "full", 0.03));

    assertThat(scope.shared()).contains(new Shared(SharedProperty.VARIANT, "-new-solver", true));
    assertThat(scope.families()).containsExactly("b-new-solver", "a-new-solver");
    assertThat(scope.largest().change()).isEqualTo(0.03, within(1e-9));
    assertThat(SharedProperty.TARGET.of(scope.largest())).isEmpty();
    assertThat(SharedProperty.TARGET.of(on("aarch64-unknown-linux-gnu")))
        .contains("aarch64-unknown-linux-gnu");
    assertThat(SharedProperty.SCENARIO.of(change("a", "check", "incr-patched: println", 0.01)))
        .contains("incr-patched");
    assertThat(SharedProperty.SCENARIO.of(change("a", "check", "", 0.01))).isEmpty();
    assertThat(SharedProperty.PROFILE.of(change("a", "", "full", 0.01))).isEmpty();
    assertThat(SharedProperty.PROFILE.of(change("a", "doc", "full", 0.01))).contains("doc");
  }

  @Test
  void onlyWhereAllAreSecondaryIsItSecondary() {
    TestCaseChange primary = change(Category.PRIMARY, 0.01);
    TestCaseChange secondary = change(Category.SECONDARY, 0.01);

    assertThat(scope(secondary, secondary).category())
        .contains(new Shared(SharedProperty.CATEGORY, "secondary", true));
    assertThat(scope(primary, primary).category())
        .contains(new Shared(SharedProperty.CATEGORY, "primary", true));
    Scope most = scope(secondary, secondary, secondary, secondary, primary);
    assertThat(most.category()).contains(new Shared(SharedProperty.CATEGORY, "secondary", false));
  }

  // Weights

  @Test
  void aPrimaryChangeWeighsThreefoldAndSignsDoNotMatter() {
    assertThat(
            ChangeWeight.of(
                List.of(change(Category.PRIMARY, -0.01), change(Category.SECONDARY, 0.02))))
        .isCloseTo(0.05, within(1e-9));
    assertThat(ChangeWeight.of(List.of())).isZero();
  }

  private static Scope scope(TestCaseChange... changes) {
    return Scope.of(List.of(changes), INSTRUCTIONS).orElseThrow();
  }

  private static TestCaseChange on(String target) {
    return change(
        new TestCase("a", "check", "full", TestCase.DEFAULT_BACKEND, target),
        Category.PRIMARY,
        0.01);
  }

  private static TestCaseChange change(Category category, double change) {
    return change(
        new TestCase("a", "check", "full", TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET),
        category,
        change);
  }

  private static TestCaseChange change(
      String benchmark, String profile, String scenario, double change) {
    return change(
        new TestCase(
            benchmark, profile, scenario, TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET),
        Category.PRIMARY,
        change);
  }

  private static TestCaseChange change(TestCase testCase, Category category, double change) {
    return new TestCaseChange(
        testCase,
        category,
        new TestResultComparison(1e6, 1e6 * (1 + change), 0.002, 5, true),
        Magnitude.MEDIUM);
  }
}

package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.TargetMix;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was measured on a target, whatever its outcome. */
class MeasuredCasesTest {

  private static final String ARM = "aarch64-unknown-linux-gnu";
  private static final String X86 = TestCase.DEFAULT_TARGET;

  @Test
  void testCasesOfATargetAreCountedComparableOrNot() {
    ArtifactComparison all =
        comparison()
            .add(on("a", X86), Category.PRIMARY, value(1000, 1000, 0.003))
            .add(on("b", X86), Category.PRIMARY, value(0, 1000, 0.003))
            .add(on("c", X86), Category.PRIMARY, value(Double.NaN, 1000, 0.003))
            .add(on("d", ARM), Category.PRIMARY, value(1000, 1000, 0.003))
            .build();

    MeasuredCases measured = MeasuredCases.of(all, X86);

    assertThat(measured.testCases()).isEqualTo(3);
    assertThat(measured.comparable()).isEqualTo(1);
    assertThat(measured.isNothing()).isFalse();
    assertThat(measured.benchmarks()).containsExactly("a", "b", "c");
    assertThat(MeasuredCases.of(all, "riscv").isNothing()).isTrue();
  }

  @ParameterizedTest(name = "{0} has its default thresholds in {1}, everywhere: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          # benchmark, target, threshold in percent
          a x86 0.2                           | a    | true
          a x86 0.2, b x86 0.2                | a b  | true
          a x86 0.2, b x86 0.3                | a    | false
          a x86 0.2, a x86 0.3                | none | false
          a x86 0.3                           | none | false
          a x86 0.2, a x86 NaN                | a    | true
          a x86 NaN                           | none | false
          a x86 0.2000001                     | none | false
          # another target's thresholds are another target's
          a x86 0.2, a arm 0.3                | a    | true
          a x86 0.3, b arm 0.2                | none | false
          """)
  void aBenchmarkIsJudgedByDefaultIfAllItsTestCasesAre(
      String testCases, @Nullable String byDefault, boolean all) {
    Comparisons comparison = comparison();
    for (String testCase : testCases.split(", ", -1)) {
      String[] parts = testCase.split(" ", -1);
      comparison.add(
          on(parts[0], parts[1].equals("x86") ? X86 : ARM),
          Category.PRIMARY,
          value(1000, 1000, Double.parseDouble(parts[2]) / 100));
    }

    MeasuredCases measured = MeasuredCases.of(comparison.build(), X86);

    assertThat(measured.byDefault())
        .isEqualTo(
            byDefault == null
                ? new TreeSet<String>()
                : new TreeSet<>(Arrays.asList(byDefault.split(" ", -1))));
    assertThat(measured.allByDefault()).isEqualTo(all);
  }

  @Test
  void newErrorsAreOfBenchmarksOrOfOtherNames() {
    ArtifactComparison all =
        comparison()
            .add(on("serde", X86), Category.PRIMARY, value(1000, 1000, 0.003))
            .runtime("nbody", value(1000, 1000, 0.003))
            .error("serde")
            .error("nbody")
            .error("Job failure")
            .error("Job failure")
            .build();

    MeasuredCases measured = MeasuredCases.of(all, X86);

    assertThat(measured.newlyFailing()).containsExactly("nbody", "serde");
    assertThat(measured.otherErrors()).containsExactly("Job failure");
  }

  @Test
  void aBenchmarkThatWasNotMeasuredIsKnownByItsMetadata() {
    ArtifactComparison all =
        comparison().add(on("serde", X86), Category.PRIMARY, value(1000, 1000, 0.003)).build();
    ArtifactComparison nothing = all.with(List.of(), List.of(), List.of());

    assertThat(MeasuredCases.isBenchmark("serde", nothing)).isTrue();
    assertThat(MeasuredCases.isBenchmark("syn", nothing)).isFalse();
  }

  @Test
  void withoutMetadataAnyNameIsABenchmark() {
    assertThat(MeasuredCases.isBenchmark("Job failure", comparison().build())).isTrue();
  }

  @Test
  void whatTheComparisonSaysOfItselfIsKept() {
    TargetMix mix = new TargetMix(new TreeMap<>(Map.of(X86, 1, ARM, 1)), 2);
    ArtifactComparison all =
        comparison()
            .withMergesBetween()
            .onRandomTargets(mix)
            .add(on("a", X86), Category.PRIMARY, value(1000, 1000, 0.003))
            .add(on("a", X86), Category.PRIMARY, value(1000, 1001, 0.003))
            .add(on("b", ARM), Category.PRIMARY, value(1000, 1000, 0.003))
            .add(on("b", ARM), Category.PRIMARY, value(1000, 1001, 0.003))
            .build();

    MeasuredCases measured = MeasuredCases.of(all, X86);

    assertThat(measured.contiguous()).isFalse();
    assertThat(measured.targetMix()).isEqualTo(mix);
    assertThat(measured.repeated()).containsExactly(on("a", X86));
    assertThat(MeasuredCases.of(comparison().build(), X86).contiguous()).isTrue();
  }

  private static TestCase on(String benchmark, String target) {
    return new TestCase(benchmark, "check", "full", "llvm", target);
  }

  private static TestResultComparison value(double before, double after, double threshold) {
    return new TestResultComparison(before, after, threshold, 0, false);
  }
}

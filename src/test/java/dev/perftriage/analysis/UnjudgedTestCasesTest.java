package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnjudgedTestCasesTest {

  private static final TestCase COMPILED =
      new TestCase("serde", "check", "full", "llvm", TestCase.DEFAULT_TARGET);
  private static final TestCase RUN = TestCase.ofRuntime("nbody", TestCase.DEFAULT_TARGET);

  @ParameterizedTest(name = "from {0} to {1} by a threshold of {2}: {3}")
  @CsvSource({
    // a figure says whether it got worse
    "1000, 2000, 0.002, false",
    "1000, 500, 0.002, false",
    "1000, 0, 0.002, false",
    // grown from zero, without a relative change that says how much
    "0, 1, 0.002, true",
    "0, 0, 0.002, false",
    // not a number
    "NaN, 1000, 0.002, true",
    "1000, NaN, 0.002, true",
    "1000, 1000, NaN, true",
    "0, NaN, 0.002, true",
    "1000, Infinity, 0.002, true",
  })
  void aTestCaseIsUnjudgedWhereItMayBeWorseAndNoFigureSaysSo(
      double before, double after, double threshold, boolean unjudged) {
    TestResultComparison result = new TestResultComparison(before, after, threshold, 1, false);
    JudgedComparison compiled = judged(comparison().add(COMPILED, Category.PRIMARY, result));
    JudgedComparison run = judged(comparison().runtime("nbody", result));

    for (boolean withRuntime : new boolean[] {false, true}) {
      assertThat(compiled.unjudged(withRuntime).contains(COMPILED)).isEqualTo(unjudged);
      assertThat(run.unjudged(withRuntime).contains(RUN)).isEqualTo(withRuntime && unjudged);
    }
  }

  @ParameterizedTest(name = "compile benchmark to {0}, runtime benchmark to {1}, judged too: {2}")
  @CsvSource({
    "1000, 1000, false, false",
    "1000, NaN,  true,  false",
    "NaN,  1000, true,  false",
    "NaN,  1000, false, true",
    "NaN,  NaN,  true,  true",
    "NaN,  NaN,  false, true",
  })
  void nothingIsJudgedWhereNoTestCaseIsComparable(
      double compiled, double run, boolean withRuntime, boolean everything) {
    JudgedComparison judged =
        judged(
            comparison()
                .primary(1000, compiled)
                .runtime("nbody", new TestResultComparison(1000, run, 0.002, 1, false)));

    assertThat(judged.judgesNothing(withRuntime)).isEqualTo(everything);
  }

  private static JudgedComparison judged(Comparisons comparison) {
    return JudgedComparison.of(comparison.build(), CaseFilter.ALL);
  }
}

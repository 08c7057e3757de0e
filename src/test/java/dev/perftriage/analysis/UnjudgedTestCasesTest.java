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

  @ParameterizedTest(name = "from {0} to {1} by a threshold of {2}: {3}, in no mean: {4}")
  @CsvSource({
    // a figure says whether it got worse
    "1000, 2000, 0.002, false, false",
    "1000, 500, 0.002, false, false",
    "1000, 0, 0.002, false, false",
    // grown from zero: a regression, of which a mean says nothing
    "0, 1, 0.002, false, true",
    "-0.0, 1, 0.002, false, true",
    // still zero: no news
    "0, 0, 0.002, false, false",
    // not a number
    "NaN, 1000, 0.002, true, false",
    "1000, NaN, 0.002, true, false",
    "1000, 1000, NaN, true, false",
    "0, NaN, 0.002, true, false",
    "0, 1, NaN, true, false",
    "0, 0, NaN, true, false",
    "0, Infinity, 0.002, true, false",
    "1000, Infinity, 0.002, true, false",
  })
  void aTestCaseIsUnjudgedWhereItMayBeWorseAndNoFigureSaysSo(
      double before, double after, double threshold, boolean unjudged, boolean inNoMean) {
    TestResultComparison result = new TestResultComparison(before, after, threshold, 1, false);
    JudgedComparison compiled = judged(comparison().add(COMPILED, Category.PRIMARY, result));
    JudgedComparison run = judged(comparison().runtime("nbody", result));

    for (boolean withRuntime : new boolean[] {false, true}) {
      assertThat(compiled.withoutNumber(withRuntime).contains(COMPILED)).isEqualTo(unjudged);
      assertThat(run.withoutNumber(withRuntime).contains(RUN)).isEqualTo(withRuntime && unjudged);
      assertThat(compiled.fromZero(withRuntime).contains(COMPILED)).isEqualTo(inNoMean);
      assertThat(run.fromZero(withRuntime).contains(RUN)).isEqualTo(withRuntime && inNoMean);
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

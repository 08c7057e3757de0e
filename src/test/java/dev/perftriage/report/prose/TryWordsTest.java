package dev.perftriage.report.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedTryChange;
import dev.perftriage.analysis.noise.TryEvidence;
import dev.perftriage.analysis.noise.TryRule;
import dev.perftriage.model.Category;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reasons for verdicts on try builds. */
class TryWordsTest {

  private static final TryWords WORDS = new TryWords(Metric.INSTRUCTIONS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_MOVE | 20 | 0 | 0 | 20 of 30 values around the parent are about there, on the level"
            + " 1,000; the parent's own value 900 was off it",
        "KNOWN_LEVEL | 1 | 0 | 0 | 1 of 30 values around the parent is about there without the"
            + " change, 5.0% from the level 1,000",
        "BEFORE_STEP | 0 | 1 | 0 | none of 30 values around the parent is about there, but 1 value"
            + " before a step of this test case is",
        "BACK_TOGETHER | 0 | 8 | 0 | none of 30 values around the parent is about there, but 8"
            + " values before a step of this test case are; other test cases are back, too: the"
            + " build may undo that step",
        "SCATTER | 0 | 0 | 0 | none of 30 values around the parent is about there, but they scatter"
            + " so far, 990 to 1,020, that one more may be",
        "BEYOND | 0 | 0 | 1 | it is beyond all 30 values around the parent, 990 to 1,020; 1 other"
            + " test case moved with it",
        "ELSEWHERE | 2 | 0 | 0 | 2 of 30 values around the parent are about there, of 990 to 1,020;"
            + " no other test case moved with it",
        "AMONG | 0 | 0 | 12 | none of 30 values around the parent is about there, of 990 to 1,020,"
            + " which tells neither; 12 other test cases moved with it",
      })
  void saysWhatTheVerdictRestsOnInCounts(
      TryRule rule, int about, int before, int others, String reason) {
    TryEvidence evidence = new TryEvidence(30, 1000, 990, 1020, 1050, about, before, others);

    assertThat(WORDS.reason(new JudgedTryChange(change(), rule, evidence))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | no merge around the parent has a value to compare with",
        "1 | only 1 value of merges around the parent to compare with",
        "9 | only 9 values of merges around the parent to compare with"
      })
  void saysHowLittleIsKnown(int window, String reason) {
    double none = Double.NaN;
    TryEvidence evidence = new TryEvidence(window, none, none, none, none, 0, 0, 0);

    assertThat(WORDS.reason(new JudgedTryChange(change(), TryRule.NO_HISTORY, evidence)))
        .isEqualTo(reason);
  }

  @Test
  void aValueIsBeyondIfItIsFartherThanAny() {
    assertThat(new TryEvidence(30, 1000, 990, 1020, 1021, 0, 0, 0).isBeyond()).isTrue();
    assertThat(new TryEvidence(30, 1000, 990, 1020, 1020, 0, 0, 0).isBeyond()).isFalse();
    assertThat(new TryEvidence(30, 1000, 990, 1020, 990, 0, 0, 0).isBeyond()).isFalse();
    assertThat(new TryEvidence(30, 1000, 990, 1020, 989, 0, 0, 0).isBeyond()).isTrue();
  }

  private static TestCaseChange change() {
    return ComparisonSummary.of(
            Comparisons.comparison().add(Category.PRIMARY, 900, 1050, 0.002).build(),
            TestCase.DEFAULT_TARGET)
        .relevant()
        .findFirst()
        .orElseThrow();
  }
}

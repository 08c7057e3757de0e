package dev.perftriage.report.prose;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.unexplained.UnexplainedChanges;
import dev.perftriage.model.TestCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnexplainedSentencesTest {

  @Test
  void growthFromZeroIsInNoAverage() {
    assertThat(sentence(comparison().primary(0, 5).primary(1000, 1030).primary(1000, 1010)))
        .isEqualTo(
            "By instructions:u, 3 test cases changed by 2.0% on average [1.0%, 3.0%] without the 1"
                + " from zero over the whole range, and the entries explain less than half of it;"
                + " the largest is primary-0 check full.");
    assertThat(sentence(comparison().primary(0, 5).primary(0, 7)))
        .isEqualTo(
            "By instructions:u, 2 test cases grew from zero over the whole range, and the entries"
                + " explain less than half of it; the largest is primary-0 check full.");
    assertThat(sentence(comparison().primary(0, 5)))
        .isEqualTo(
            "By instructions:u, primary-0 check full changed by ∞% over the whole range, and the"
                + " entries explain less than half of it.");
  }

  private static String sentence(Comparisons comparison) {
    return UnexplainedSentences.of(
        new UnexplainedChanges(
            comparison.build().metric(),
            TestCase.DEFAULT_TARGET,
            true,
            ComparableTestCases.of(comparison.build()).largestFirst(),
            List.of(),
            0),
        Markup.NONE);
  }
}

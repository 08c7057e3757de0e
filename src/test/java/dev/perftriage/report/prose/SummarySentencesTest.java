package dev.perftriage.report.prose;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.unexplained.Unexplained;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.TriageReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummarySentencesTest {

  @Test
  void aWeekIsCountedAndJudged() {
    ComparisonSummary worse = summary(comparison().primary(1000, 1030).build());
    ComparisonSummary quiet = summary(comparison().primary(1000, 1000).build());
    ComparisonSummary whole =
        summary(comparison().primary(1000, 1030).primary(1000, 990).primary(1000, 1010).build());

    assertThat(SummarySentences.week(report(whole, List.of(worse, quiet))))
        .isEqualTo(
            "The range has 2 merges, and 1 of them changed performance enough to be listed (1 for"
                + " the worse, 0 for the better, 0 both ways). Over the whole range, the results"
                + " are mixed in instructions:u: 3 primary test cases changed relevantly, 1 for the"
                + " better and 2 for the worse, by 1.0% on average; the largest change is 3.0% in"
                + " primary-0 check full.");
  }

  @Test
  void aQuietWeekSaysSo() {
    assertThat(
            SummarySentences.week(
                report(summary(comparison().primary(1000, 1000).build()), List.of())))
        .isEqualTo(
            "The range has 0 merges, and none of them is listed. Over the whole range, no relevant"
                + " change in instructions:u.");
  }

  @Test
  void secondaryTestCasesSpeakWherePrimaryOnesAreSilent() {
    assertThat(SummarySentences.comparison(summary(comparison().secondary(1000, 950).build())))
        .isEqualTo(
            "The compiler improved in instructions:u: 1 secondary test case changed relevantly, 1"
                + " for the better and 0 for the worse, by -5.0% on average; the largest change is"
                + " -5.0% in secondary-0 check full.");
  }

  @Test
  void theLargestChangeIsThatOfAllThatAreShown() {
    assertThat(
            SummarySentences.comparison(
                summary(comparison().primary(1000, 1030).secondary(1000, 301).build())))
        .isEqualTo(
            "The results are mixed in instructions:u: 1 primary test case changed relevantly, 0 for"
                + " the better and 1 for the worse, by 3.0% on average; 1 secondary test case"
                + " changed relevantly, 1 for the better and 0 for the worse, by -69.9% on average;"
                + " the largest change is -69.9% in secondary-1 check full (secondary).");
  }

  @ParameterizedTest
  @CsvSource({"9, 1, regressed", "8, 2, mixed", "1, 9, improved", "2, 8, mixed", "3, 0, regressed"})
  void nineInTenChangesDecideTheOutcome(int worse, int better, String word) {
    Comparisons comparison = comparison();
    for (int i = 0; i < worse; i++) {
      comparison.primary(1000, 1030);
    }
    for (int i = 0; i < better; i++) {
      comparison.secondary(1000, 970);
    }

    assertThat(SummarySentences.comparison(summary(comparison.build())))
        .startsWith("The ")
        .containsPattern("^The [a-z ]*" + word + " in instructions:u: ");
  }

  @Test
  void growthFromZeroCountsButIsInNoAverage() {
    ComparisonSummary alone =
        summary(comparison().secondary(0, 5).secondary(0, 7).primary(1000, 1000).build());
    ComparisonSummary beside =
        summary(comparison().primary(0, 5).primary(1000, 1030).primary(1000, 1010).build());

    assertThat(SummarySentences.comparison(alone))
        .isEqualTo(
            "The compiler regressed in instructions:u: 2 secondary test cases changed relevantly, 0"
                + " for the better and 2 for the worse, all from zero.");
    assertThat(SummarySentences.comparison(beside))
        .isEqualTo(
            "The compiler regressed in instructions:u: 3 primary test cases changed relevantly, 0"
                + " for the better and 3 for the worse, by 2.0% on average without the 1 from zero;"
                + " the largest change is ∞% in primary-0 check full.");
    assertThat(SummarySentences.line(Optional.of(alone)))
        .isEqualTo("primary nothing relevant, secondary from zero (2)");
    assertThat(SummarySentences.line(Optional.of(beside)))
        .isEqualTo(
            "primary 2.0% [1.0%, 3.0%] (3, 1 of them from zero), secondary nothing relevant");
  }

  private static TriageReport report(ComparisonSummary whole, List<ComparisonSummary> steps) {
    return new TriageReport(
        Comparisons.week(whole, steps),
        List.of(),
        List.of(),
        Unexplained.NONE,
        Map.of(),
        Optional.empty(),
        LocalDate.of(2025, 11, 3),
        "ferris");
  }

  private static ComparisonSummary summary(ArtifactComparison comparison) {
    return ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET);
  }
}

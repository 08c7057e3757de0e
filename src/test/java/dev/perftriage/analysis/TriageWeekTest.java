package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.artifact;
import static dev.perftriage.Comparisons.comparison;
import static dev.perftriage.Comparisons.week;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageWeekTest {

  private static final ComparisonSummary WHOLE = step("e", 1000, 1000);
  private static final ComparisonSummary SMALL = step("a", 1000, 1005);
  private static final ComparisonSummary SLOWER = step("b", 1000, 1030);
  private static final ComparisonSummary QUIET = step("c", 1000, 1000);
  private static final ComparisonSummary FASTER = step("d", 1000, 970);
  private static final ComparisonSummary SLOWER_AGAIN = step("e", 1000, 1020);
  private static final TriageWeek WEEK =
      week(WHOLE, List.of(SMALL, SLOWER, QUIET, FASTER, SLOWER_AGAIN));

  @Test
  void itsEntriesAreTheStepsThatDeserveAttentionInCommitOrder() {
    assertThat(WEEK.entries()).containsExactly(SLOWER, FASTER, SLOWER_AGAIN);
  }

  @ParameterizedTest
  @CsvSource({"REGRESSION, be", "IMPROVEMENT, d", "MIXED, ''", "NONE, ''"})
  void anEntryIsListedUnderTheWayItWent(Direction direction, String merges) {
    assertThat(
            WEEK.entries(direction).stream()
                .map(entry -> entry.after().shortCommit().substring(0, 1)))
        .containsExactlyElementsOf(merges.chars().mapToObj(Character::toString).toList());
  }

  @Test
  void aStepIsFoundByTheMergeItEndsAt() {
    assertThat(WEEK.step(new Sha("b".repeat(40)))).contains(SLOWER);
    assertThat(WEEK.step(new Sha("c".repeat(40)))).contains(QUIET);
    assertThat(WEEK.step(new Sha("0".repeat(40)))).isEmpty();
  }

  @Test
  void theWholeComesBeforeTheSteps() {
    assertThat(WEEK.all()).containsExactly(WHOLE, SMALL, SLOWER, QUIET, FASTER, SLOWER_AGAIN);
    TriageWeek withoutWhole =
        new TriageWeek(
            WEEK.metric(),
            Optional.empty(),
            WEEK.steps(),
            WEEK.coverage(),
            WEEK.selection(),
            Optional.empty());
    assertThat(withoutWhole.all()).containsExactly(SMALL, SLOWER, QUIET, FASTER, SLOWER_AGAIN);
  }

  private static ComparisonSummary step(String end, double before, double after) {
    return ComparisonSummary.of(
        comparison()
            .between(
                artifact(new Sha("0".repeat(40)), null), artifact(new Sha(end.repeat(40)), null))
            .primary(before, after)
            .build(),
        TestCase.DEFAULT_TARGET);
  }
}

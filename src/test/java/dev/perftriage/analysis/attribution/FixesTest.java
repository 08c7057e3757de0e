package dev.perftriage.analysis.attribution;

import static dev.perftriage.analysis.noise.FlaggedWeek.testCase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.attribution.Fix.Extent;
import dev.perftriage.analysis.noise.FlaggedWeek;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRequest;
import dev.perftriage.report.prose.FixSentences;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.VerdictSentence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixesTest {

  private static final int MERGES = 30;
  private static final int WORSE = 10;
  private static final int BETTER = 20;
  private static final int ROLLUP = FlaggedWeek.FIRST_PR + WORSE;
  private static final int FIXING = FlaggedWeek.FIRST_PR + BETTER;
  private static final int CASES = 10;

  @ParameterizedTest
  @CsvSource({"10, WHOLLY", "9, WHOLLY", "8, MOSTLY", "5, MOSTLY", "4, PARTLY", "3, PARTLY"})
  void howManyRegressionsWentBackSaysHowFarItIsFixed(int wentBack, Extent extent) {
    Fixes fixes = fixes(wentBack, 1, pull(FIXING, "Less work after #" + ROLLUP, ""));

    assertThat(fixes.of(FlaggedWeek.commit(WORSE)))
        .singleElement()
        .satisfies(fix -> assertThat(fix.extent()).isEqualTo(extent))
        .satisfies(fix -> assertThat(fix.wentBack()).isEqualTo(wentBack))
        .satisfies(fix -> assertThat(fix.by().pr()).isEqualTo(FIXING));
    assertThat(fixes.by(FlaggedWeek.commit(BETTER))).hasSize(1);
  }

  @Test
  void aFewThatWentBackAreNoFix() {
    assertThat(fixes(2, 1, pull(FIXING, "See #" + ROLLUP, "")).fixes()).isEmpty();
  }

  @Test
  void lessThanHalfOfAChangeIsNoWayBack() {
    PullRequest mention = pull(FIXING, "See #" + ROLLUP, "");

    assertThat(fixes(10, 0.45, mention).fixes()).isEmpty();
    assertThat(fixes(10, 0.6, mention).fixes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fixes the regression of #1010.",
        "Fixes rust-lang/rust#1010",
        "see https://github.com/rust-lang/rust/pull/1010#issuecomment-1",
        "follow-up of #77, which the rollup merged"
      })
  void theRollupOrAMemberMayBeMentioned(String body) {
    assertThat(fixes(10, 1, pull(FIXING, "Do less", body)).fixes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#101", "#10100", "rust-lang/cargo#1010"})
  void whatIsNotMentionedIsNotFixed(String body) {
    assertThat(fixes(10, 1, pull(FIXING, "Do less", body)).fixes()).isEmpty();
  }

  @Test
  void aMemberOfTheFixingRollupMayMentionIt() {
    PullRequest rollup =
        pull(FIXING, "Rollup of 1 pull request", "Successful merges:\n\n - #88 (Do less)\n");

    assertThat(fixes(10, 1, rollup, pull(88, "Do less", "Fixes #1010")).fixes()).hasSize(1);
    assertThat(fixes(10, 1, rollup, pull(88, "Do less", "")).fixes()).isEmpty();
  }

  @Test
  void anEarlierMergeFixesNothing() {
    assertThat(fixes(10, 1, pull(FlaggedWeek.FIRST_PR + 5, "See #1010", "")).fixes()).isEmpty();
  }

  @Test
  void bothEntriesSayIt() {
    Fixes fixes = fixes(6, 1, pull(FIXING, "See #1010", ""));

    assertThat(sentences(fixes, WORSE))
        .containsExactly("Mostly fixed by #1020 (6 of 10 regressions)");
    assertThat(sentences(fixes, BETTER))
        .containsExactly("Mostly fixes #1010 (6 of 10 regressions)");
    assertThat(sentences(fixes, WORSE + 1)).isEmpty();
  }

  @Test
  void aFixIsTheCauseThatAVerdictDoesNotKnow() {
    FlaggedWeek week = week(10, 1);
    Fixes fixes = fixes(week, pull(FIXING, "See #1010", ""));

    assertThat(verdict(week, Set.of())).endsWith(" went back together at #1020, cause unknown.");
    assertThat(verdict(week, fixes.ofAndBy(FlaggedWeek.commit(WORSE))))
        .endsWith(" went back together at #1020.");
    assertThat(fixes.ofAndBy(FlaggedWeek.commit(BETTER)))
        .extracting(Merge::pr)
        .containsExactly(ROLLUP);
  }

  private static String verdict(FlaggedWeek week, Set<Merge> explained) {
    NoiseVerdicts verdicts = week.annotations().verdicts();
    return new VerdictSentence(
            verdicts.of(FlaggedWeek.commit(WORSE)).orElseThrow(),
            verdicts.series(),
            explained,
            Markup.NONE)
        .text()
        .orElseThrow();
  }

  private static List<String> sentences(Fixes fixes, int merge) {
    return FixSentences.of(fixes, FlaggedWeek.commit(merge)).stream()
        .map(sentence -> sentence.in(Markup.NONE))
        .toList();
  }

  /**
   * Ten test cases get worse by 4 % at a rollup with the member 77, and some get better again.
   *
   * @param part of the change that goes back
   */
  private static Fixes fixes(int wentBack, double part, PullRequest... more) {
    return fixes(week(wentBack, part), more);
  }

  private static FlaggedWeek week(int wentBack, double part) {
    FlaggedWeek week = new FlaggedWeek();
    for (int i = 0; i < CASES; i++) {
      double[] values = new double[MERGES];
      Arrays.fill(values, 1e9);
      Arrays.fill(values, WORSE, MERGES, 1.04e9);
      if (i < wentBack) {
        Arrays.fill(values, BETTER, MERGES, 1.04e9 / Math.pow(1.04, part));
      }
      for (int at = 0; at < MERGES; at++) {
        values[at] *= 1 + 1e-4 * (at % 3);
      }
      week.with(testCase("crate-" + i, "check", "full"), values);
    }
    return week;
  }

  private static Fixes fixes(FlaggedWeek week, PullRequest... more) {
    Map<Integer, PullRequest> pulls = new TreeMap<>();
    pulls.put(
        ROLLUP,
        pull(ROLLUP, "Rollup of 1 pull request", "Successful merges:\n\n - #77 (Do more)\n"));
    for (PullRequest pull : more) {
      pulls.put(pull.number(), pull);
    }
    List<ComparisonSummary> listed =
        week.steps().stream().filter(ComparisonSummary::deservesAttention).toList();
    return Fixes.among(listed, week.annotations().verdicts(), pulls);
  }

  private static PullRequest pull(int number, String title, String body) {
    return new PullRequest(number, title, body, List.of(), null);
  }
}

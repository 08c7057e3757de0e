package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Sha;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevertsTest {

  private static final Merge FIRST = new Merge(new Sha("a".repeat(40)), 100);
  private static final Merge SECOND = new Merge(new Sha("b".repeat(40)), 200);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Revert #100",
        "Revert PR #100 for now",
        "Revert \"Make it fast\"",
        "revert “Make it fast”",
        "[stable] Revert \"Make it fast\" (#100)",
        "Partially revert #100",
        "Partial revert of rust-lang/rust#100",
        "Revert 100 due to perf regression",
        "Revert PR 100",
        "Revert \"Auto merge of #100 - somebody:branch, r=another\"",
      })
  void aTitleNamesWhatItReverts(String title) {
    assertThat(undone(new PullRequest(200, title, "", List.of(), null)))
        .containsExactly(FIRST.sha());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Reverts rust-lang/rust#100",
        "This reverts #99 and #100.",
        "This reverts commit aaaaaaaaaaaa.",
        "This PR is a revert of https://github.com/rust-lang/rust/pull/100 due to regressions",
        "This reverts most of #100.",
        "Fixes the regression by reverting #100",
        "A revert of parts of PR #100",
        "It was slow, so this PR reverts https://github.com/rust-lang/rust/pull/100 again",
      })
  void aDescriptionDoes(String body) {
    assertThat(undone(new PullRequest(200, "Go back", body, List.of(), null)))
        .containsExactly(FIRST.sha());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Reverted lifetimes",
        "Fix #100",
        "Revert \"Make it slow\"",
        "Revert #1000",
        "Make revertible what #100 did",
      })
  void othersRevertNothing(String title) {
    assertThat(undone(new PullRequest(200, title, "does not revert #100", List.of(), null)))
        .isEmpty();
  }

  @Test
  void aRollupRevertsWhatItsMembersDo() {
    String body =
        "Successful merges:\n\n - #150 (Tidy)\n - #151 (Revert \"Make it fast\")\n\nr? me";

    assertThat(undone(new PullRequest(200, "Rollup of 2 pull requests", body, List.of(), null)))
        .containsExactly(FIRST.sha());
  }

  @Test
  void aRollupRevertsNothingThatItFailedToMerge() {
    String body =
        """
        Successful merges:
         - #150 (Tidy)

        Failed merges:
         - #151 (Revert "Make it fast")
        """;

    assertThat(undone(new PullRequest(200, "Rollup of 1 pull request", body, List.of(), null)))
        .isEmpty();
  }

  @Test
  void whatRevertsAMemberRevertsTheRollup() {
    PullRequest rollup =
        new PullRequest(
            100,
            "Rollup of 2 pull requests",
            " - #50 (Make it fast)\n - #51 (b)\n",
            List.of(),
            null);
    PullRequest revert = new PullRequest(200, "Revert #50", "", List.of(), null);

    assertThat(Reverts.among(List.of(FIRST, SECOND), Map.of(100, rollup, 200, revert)).undoneBy())
        .containsExactly(Map.entry(SECOND.sha(), Set.of(FIRST.sha())));
  }

  @Test
  void aRevertByNumberNeedsNoOtherTitle() {
    PullRequest revert = new PullRequest(200, "Revert #100", "", List.of(), null);

    assertThat(Reverts.among(List.of(FIRST, SECOND), Map.of(200, revert)).undoneBy(SECOND.sha()))
        .containsExactly(FIRST.sha());
  }

  @Test
  void onlyEarlierMergesAreReverted() {
    PullRequest revert = new PullRequest(100, "Revert #200", "", List.of(), null);

    assertThat(Reverts.among(List.of(FIRST, SECOND), Map.of(100, revert)).undoneBy()).isEmpty();
  }

  private static Set<Sha> undone(PullRequest second) {
    PullRequest first = new PullRequest(100, "Make it fast", "", List.of(), null);
    return Reverts.among(List.of(FIRST, SECOND), Map.of(100, first, 200, second))
        .undoneBy(SECOND.sha());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Reland #100", "Re-land \"Make it fast\"", "Relanding of rust-lang/rust#100"})
  void whatLandsAgainUndoesItsRevert(String title) {
    Merge third = new Merge(new Sha("c".repeat(40)), 300);
    Map<Integer, PullRequest> pulls =
        Map.of(
            100, new PullRequest(100, "Make it fast", "", List.of(), null),
            200, new PullRequest(200, "Revert #100", "", List.of(), null),
            300, new PullRequest(300, title, "", List.of(), null));

    assertThat(Reverts.among(List.of(FIRST, SECOND, third), pulls).undoneBy(third.sha()))
        .containsExactly(SECOND.sha());
  }
}

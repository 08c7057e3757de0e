package dev.perftriage.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perftriage.analysis.Magnitude;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.cause.Rollup.RollupMember;
import dev.perftriage.model.Category;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which members a rollup has, and which of them are likeliest to matter. */
class RollupTest {

  @Test
  void membersAreReadFromEitherFormAndFailedOnesAreNone() {
    PullRequest rollup =
        rollup(
            "Successful merges:",
            " - #7 (Add (nested) `words`)",
            "- rust-lang/rust#8 (Other)",
            "Failed merges:",
            " - #9 (Not in it)");

    assertThat(Rollup.members(rollup, List.of(), Map.of()))
        .extracting(RollupMember::number, RollupMember::title)
        .containsExactly(tuple(7, "Add (nested) `words`"), tuple(8, "Other"));
    assertThat(Rollup.numbers(rollup)).containsExactly(7, 8);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what lists a member
          - #7 (One)                                               | 7
          * #7 (One)                                               | 7
          - rust-lang/rust#7 (One)                                 | 7
          - https://github.com/rust-lang/rust/pull/7 (One)         | 7
          - #7 (One);- #8 (Two)                                    | 7 8
          - #7 (One);- #7 (Again)                                  | 7
          # and what does not
          #7 (One)                                                 |
          - #7                                                     |
          - #7 (One) and more                                      |
          - #1234567890 (One)                                      |
          # failed merges are none until others follow
          Failed merges:;- #7 (One)                                |
          ### failed merge;- #7 (One)                              |
          Failed merges:;- #7 (One);Successful merges:;- #8 (Two)  | 8
          We failed merges before:;- #7 (One)                      | 7
          """)
  void aMemberIsALineOfAList(String lines, @Nullable String members) {
    assertThat(Rollup.numbers(rollup(lines.split(";", -1))))
        .isEqualTo(
            members == null
                ? List.of()
                : Stream.of(members.split(" ", -1)).map(Integer::valueOf).toList());
  }

  @Test
  void theFirstTitleOfAMemberCountsAndLabelsAreKnownOrNot() {
    PullRequest rollup = rollup(" - #7 ( One )", " - #7 (Again)", " - #8 (Two)");
    Map<Integer, PullRequest> known =
        Map.of(7, new PullRequest(7, "Other title", "", List.of("relnotes"), null));

    assertThat(Rollup.members(rollup, List.of(), known))
        .containsExactly(
            new RollupMember(7, "One", Optional.of(List.of("relnotes")), 0),
            new RollupMember(8, "Two", Optional.empty(), 0));
  }

  @Test
  void aRollupOfPerfSensitivePullRequestsHasMembersToo() {
    PullRequest rollup =
        new PullRequest(
            1, "Rollup of 10 perf-sensitive pull requests", " - #7 (Cache it)", List.of(), null);

    assertThat(Rollup.numbers(rollup)).containsExactly(7);
  }

  @Test
  void anOrdinaryPullRequestHasNoMembersWhateverItLists() {
    PullRequest pull = new PullRequest(1, "Roll up sleeves", " - #7 (Title)", List.of(), null);

    assertThat(Rollup.numbers(pull)).isEmpty();
  }

  @Test
  void whatEveryCompilationRunsComesBeforeWhatNoneDoes() {
    PullRequest rollup =
        rollup(
            " - #1 (Update Cargo.lock)",
            " - #2 (Say it better)",
            " - #3 (Fix typos in docs)",
            " - #4 (Cache the results of queries)",
            " - #5 (Update LLVM)");

    assertThat(numbers(rollup, List.of(), Map.of())).containsExactly(5, 4, 2, 1, 3);
  }

  @Test
  void labelsCountAsTitlesDo() {
    PullRequest rollup = rollup(" - #1 (One)", " - #2 (Two)", " - #3 (Three)");
    Map<Integer, PullRequest> known =
        Map.of(
            1, new PullRequest(1, "One", "", List.of("T-bootstrap"), null),
            3, new PullRequest(3, "Three", "", List.of("T-compiler", "A-LLVM"), null));

    assertThat(numbers(rollup, List.of(), known)).containsExactly(3, 2, 1);
  }

  @Test
  void rustdocMattersWhereDocumentationChangedAndNowhereElse() {
    PullRequest rollup = rollup(" - #1 (Sort things)", " - #2 (rustdoc: sort items)");

    assertThat(numbers(rollup, changes("doc", 3), Map.of())).containsExactly(2, 1);
    assertThat(numbers(rollup, changes("check", 3), Map.of())).containsExactly(1, 2);
  }

  private static List<Integer> numbers(
      PullRequest rollup, List<TestCaseChange> changes, Map<Integer, PullRequest> known) {
    return Rollup.members(rollup, changes, known).stream().map(RollupMember::number).toList();
  }

  private static PullRequest rollup(String... lines) {
    String body = String.join("\r\n", lines);
    return new PullRequest(99, "Rollup of 5 pull requests", body, List.of("rollup"), null);
  }

  private static List<TestCaseChange> changes(String profile, int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> change("crate" + i, profile, "scenario" + i))
        .toList();
  }

  private static TestCaseChange change(String benchmark, String profile, String scenario) {
    return new TestCaseChange(
        new TestCase(
            benchmark, profile, scenario, TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET),
        Category.PRIMARY,
        new TestResultComparison(1000, 1010, 0.002, 5, true),
        Magnitude.MEDIUM);
  }
}

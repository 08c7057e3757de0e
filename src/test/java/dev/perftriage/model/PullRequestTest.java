package dev.perftriage.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullRequestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rollup of 7 pull requests",
        "Rollup of 1 pull request",
        "Rollup of 10 perf-sensitive pull requests",
        "rollup of 3 iffy pull requests",
        "\"Rollup of 7 pull requests\"",
      })
  void aTitleThatBeginsWithRollupOfANumberIsARollups(String title) {
    assertThat(PullRequest.isRollup(title)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rollup of pull requests",
        "Revert \"Rollup of 7 pull requests\"",
        "Fix the rollup of 3 maps",
        "Rollup of 7th items",
        "",
      })
  void anyOtherTitleIsNot(String title) {
    assertThat(PullRequest.isRollup(title)).isFalse();
  }
}

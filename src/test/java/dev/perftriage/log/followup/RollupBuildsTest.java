package dev.perftriage.log.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.log.followup.RollupBuilds.MemberBuild;
import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullEvent.PullEventKind;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.Sha;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RollupBuildsTest {

  private static final String A = "a".repeat(40);
  private static final String B = "b".repeat(40);
  private static final String PARENT = "c".repeat(40);

  private static final String NEWEST =
      """
      :pushpin: Perf builds for each rolled up PR:

      | PR# | Message | Perf Build Sha |
      |----|----|:-----:|
      |#1|a \\| b|`%s`<br>([link](https://github.com/rust-lang/rust/commit/%s))|
      |#2|broken|:x: build [failed](https://example.org/%s) :x:|
      |#3|clash|:x: conflicts merging into previous parent commit :x:|

      *parent commit*: [cccccccccc](https://github.com/rust-lang/rust/commit/%s)
      """
          .formatted(A, A, B, PARENT);

  private static final String OF_2023 =
      """
      Perf builds for each rolled up PR:

      | PR# | Message | Perf Build Sha |
      |----|----|:-----:|
      |#4|title|`%s` ([link](https://github.com/rust-lang-ci/rust/commit/%s))|
      |#5|title|❌ conflicts merging '[bbbbbbbbbb](https://github.com/a/rust/commit/%s)' into previous master ❌|

      *previous master*: [cccccccccc](https://github.com/rust-lang-ci/rust/commit/%s)
      """
          .formatted(B, B, A, PARENT);

  private static final String OLDEST =
      """
      Perf builds enqueued for each rolled up PR:

      |PR# | Perf Build Sha|
      |----|-----|
      |#6|[%s](https://github.com/rust-lang-ci/rust/commit/%s)|

      *previous master*: [cccccccccc](https://github.com/rust-lang-ci/rust/commit/%s)
      """
          .formatted(B, B, PARENT);

  @Test
  void membersWithoutABuildAreLeftOut() {
    assertThat(RollupBuilds.in(saying("rust-bors[bot]", NEWEST)))
        .hasValueSatisfying(
            builds -> {
              assertThat(builds.parent()).isEqualTo(new Sha(PARENT));
              assertThat(builds.builds()).containsExactly(new MemberBuild(1, new Sha(A)));
            });
  }

  @Test
  void olderFormsAreReadToo() {
    assertThat(builds(OF_2023)).containsExactly(new MemberBuild(4, new Sha(B)));
    assertThat(builds(OLDEST)).containsExactly(new MemberBuild(6, new Sha(B)));
  }

  @Test
  void onlyTheBotsAreBelieved() {
    assertThat(RollupBuilds.in(saying("mallory", NEWEST))).isEmpty();
  }

  @Test
  void theLastCommentCounts() {
    assertThat(RollupBuilds.in(saying("rust-timer", NEWEST, OF_2023)).orElseThrow().builds())
        .containsExactly(new MemberBuild(4, new Sha(B)));
  }

  @Test
  void whatWasAskedForIsNotAskedForAgain() {
    RollupBuilds builds = RollupBuilds.in(saying("rust-timer", NEWEST)).orElseThrow();

    assertThat(builds.notAskedFor(saying("ferris", "see " + A)).builds()).hasSize(1);
    assertThat(builds.notAskedFor(saying("ferris", "@rust-timer triage " + B + " " + A)).builds())
        .isEmpty();
    assertThat(
            builds
                .notAskedFor(saying("rust-timer", "Queued %s with parent %s".formatted(A, PARENT)))
                .builds())
        .isEmpty();
  }

  private static List<MemberBuild> builds(String comment) {
    return RollupBuilds.in(saying("rust-timer", comment)).orElseThrow().builds();
  }

  private static PullTimeline saying(String login, String... comments) {
    return new PullTimeline(
        Stream.of(comments)
            .map(
                comment ->
                    new PullEvent(
                        PullEventKind.COMMENTED,
                        Instant.EPOCH,
                        login,
                        comment,
                        "",
                        OptionalInt.empty(),
                        false))
            .toList());
  }
}

package dev.perftriage.source.wire;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.BuildState;
import dev.perftriage.model.MemberBuild;
import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullEvent.PullEventKind;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.RollupBuilds;
import dev.perftriage.model.Sha;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollupBuildsReaderTest {

  private static final String A = "a".repeat(40);
  private static final String B = "b".repeat(40);
  private static final String C = "d".repeat(40);
  private static final String PARENT = "c".repeat(40);
  private static final String BORS = "rust-bors[bot]";
  private static final String TIMER = "rust-timer";

  private static final String NEWEST =
      """
      :pushpin: Perf builds for each rolled up PR:

      | PR# | Message | Perf Build Sha |
      |----|----|:-----:|
      |#1|a \\| b|`%s`<br>([link](https://github.com/rust-lang/rust/commit/%s))|
      |#2|broken|:x: build [failed](https://example.org/%s) :x:|
      |#3|clash|:x: conflicts merging into previous parent commit :x:|

      *parent commit*: [cccccccccc](https://github.com/rust-lang/rust/commit/%s)

      In the case of a perf regression, run `@rust-timer triage $SHA`
      """
          .formatted(A, A, B, PARENT);

  private static final String OF_2023 =
      """
      📌 Perf builds for each rolled up PR:

      |PR# | Message | Perf Build Sha|
      |----|----|:-----:|
      |#4|title|`%s` ([link](https://github.com/rust-lang-ci/rust/commit/%s))|
      |#5|title|❌ conflicts merging '[bbbbbbbbbb](https://github.com/a/rust/commit/%s)' into previous master ❌|

      *previous master*: [cccccccccc](https://github.com/rust-lang-ci/rust/commit/%s)

      <!-- rust-timer: rollup -->
      """
          .formatted(B, B, A, PARENT);

  private static final String OLDEST =
      """
      📌 Perf builds enqueued for each rolled up PR:

      |PR# | Perf Build Sha|
      |----|:-----:|
      |#7|[%s](https://github.com/rust-lang-ci/rust/commit/%s)|
      |#6|[%s](https://github.com/rust-lang-ci/rust/commit/%s)|

      *previous master*: [cccccccccc](https://github.com/rust-lang-ci/rust/commit/%s)
      """
          .formatted(B, B, A, A, PARENT);

  @Test
  void aMemberThatFailedOrConflictsHasNoBuildThoughItsRowHasASha() {
    assertThat(read(NEWEST).parent()).contains(new Sha(PARENT));
    assertThat(read(NEWEST).members())
        .containsExactly(
            MemberBuild.built(1, "a | b", new Sha(A)),
            MemberBuild.without(2, "broken", BuildState.FAILED),
            MemberBuild.without(3, "clash", BuildState.CONFLICTS));
  }

  @Test
  void theFormOf2023() {
    assertThat(read(OF_2023).parent()).contains(new Sha(PARENT));
    assertThat(read(OF_2023).members())
        .containsExactly(
            MemberBuild.built(4, "title", new Sha(B)),
            MemberBuild.without(5, "title", BuildState.CONFLICTS));
  }

  @Test
  void theFormBefore2023HasNoTitlesAndAnyOrder() {
    assertThat(read(OLDEST).parent()).contains(new Sha(PARENT));
    assertThat(read(OLDEST).members())
        .containsExactly(
            MemberBuild.built(7, "", new Sha(B)), MemberBuild.built(6, "", new Sha(A)));
  }

  @Test
  void linesMayEndAsOnWindows() {
    assertThat(read(NEWEST.replace("\n", "\r\n"))).isEqualTo(read(NEWEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Merge `a` \\| into `b`",
        "Merge `a` | into `b`",
        "`a|b` and ``c`",
        "[#9](https://github.com/rust-lang/rust/pull/9)",
        "Print ❌ not :x: on failure",
        "Revert dddddddddddddddddddddddddddddddddddddddd",
        "<!-- hidden",
        "*parent commit*: dddddddddddddddddddddddddddddddddddddddd",
        "| ❌ build failed |",
      })
  void titlesMayHoldAnything(String title) {
    String body = NEWEST.replace("a \\| b", title);

    assertThat(read(body).parent()).contains(new Sha(PARENT));
    assertThat(read(body).members())
        .hasSize(3)
        .first()
        .isEqualTo(MemberBuild.built(1, title.replace("\\|", "|").strip(), new Sha(A)));
  }

  @Test
  void onlyTheBotsAreBelieved() {
    assertThat(RollupBuildsReader.read(saying("mallory", NEWEST))).isEmpty();
    assertThat(RollupBuildsReader.read(saying("rust-bors", NEWEST))).isEmpty();
    assertThat(RollupBuildsReader.read(saying("", NEWEST))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "    ", "- "})
  void aQuotedTableIsNotTheBotsOwn(String mark) {
    String quoted = NEWEST.lines().map(line -> mark + line + "\n").reduce("", String::concat);

    assertThat(RollupBuildsReader.read(saying(BORS, quoted))).isEmpty();
    assertThat(RollupBuildsReader.read(saying(BORS, "```\n" + NEWEST + "```\n"))).isEmpty();
    assertThat(read(quoted + "\nseparates\n\n" + OF_2023)).isEqualTo(read(OF_2023));
  }

  @Test
  void theLastCommentWithBuildsCounts() {
    PullTimeline twice =
        new PullTimeline(
            Stream.of(
                    saying(TIMER, OLDEST, OF_2023),
                    saying(BORS, NEWEST),
                    saying("ferris", OLDEST),
                    saying(BORS, "Perf builds for each rolled up PR: none yet"))
                .flatMap(some -> some.events().stream())
                .toList());

    assertThat(RollupBuildsReader.read(twice)).contains(read(NEWEST));
  }

  @Test
  void aMemberListedTwiceHasItsLastBuild() {
    String again = "|#1|again|`%s`|%n|#8|no sha here|?|%n".formatted(C);

    assertThat(read(NEWEST.replace("|#2|", again + "|#2|")).members())
        .contains(
            MemberBuild.built(1, "again", new Sha(C)),
            MemberBuild.without(8, "no sha here", BuildState.UNKNOWN))
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"|#1|%s|", "|#1|%s||", "|#1|%s", "|#1|%s| |"})
  void aShaInTheTitleIsNoBuild(String row) {
    String cut = NEWEST.lines().filter(line -> !line.startsWith("|#1|")).collect(joining("\n"));
    String body = cut.replace("|#2|", row.formatted(C) + "\n|#2|");

    assertThat(read(body).members())
        .first()
        .isEqualTo(MemberBuild.without(1, C, BuildState.UNKNOWN));
  }

  @Test
  void aParentThatIsCutOffIsNotKnown() {
    String cut = NEWEST.substring(0, NEWEST.indexOf("*parent"));

    assertThat(read(cut).parent()).isEmpty();
    assertThat(read(cut).members()).hasSize(3);
  }

  @Test
  void otherTablesAreNoBuilds() {
    String table =
        """
        Finished benchmarking commit (%s): comparison URL.

        | (instructions:u) | mean | range | count |
        |:---:|:---:|:---:|:---:|
        |#1|1.0%%|%s|3|
        """
            .formatted(A, A);

    assertThat(RollupBuildsReader.read(saying(TIMER, table))).isEmpty();
  }

  @Test
  void whatSomebodyAskedToMeasureIsKnown() {
    assertThat(asked("ferris", "see " + A)).isFalse();
    assertThat(asked("ferris", "> @rust-timer triage " + A)).isFalse();
    assertThat(asked("ferris", "@rust-timer triage " + B + " " + A)).isTrue();
    assertThat(asked("ferris", "please\n@rust-timer build " + A + "\nthanks")).isTrue();
    assertThat(asked(TIMER, "Queued %s with parent %s".formatted(A, PARENT))).isTrue();
    assertThat(asked(TIMER, "Queued %s with parent %s".formatted(B, A))).isFalse();
  }

  private static boolean asked(String login, String comment) {
    PullTimeline both =
        new PullTimeline(
            Stream.of(saying(BORS, NEWEST), saying(login, comment))
                .flatMap(some -> some.events().stream())
                .toList());
    RollupBuilds builds = RollupBuildsReader.read(both).orElseThrow();
    return builds.isAskedFor(builds.of(1).orElseThrow());
  }

  private static RollupBuilds read(String comment) {
    return RollupBuildsReader.read(saying(TIMER, comment)).orElseThrow();
  }

  private static PullTimeline saying(String login, String... comments) {
    return new PullTimeline(
        List.of(comments).stream()
            .map(
                comment ->
                    new PullEvent(
                        PullEventKind.COMMENTED,
                        Instant.EPOCH,
                        login,
                        comment,
                        "",
                        OptionalInt.empty(),
                        Optional.empty()))
            .toList());
  }
}

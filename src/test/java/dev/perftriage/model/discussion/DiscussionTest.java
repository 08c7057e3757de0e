package dev.perftriage.model.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullEvent.PullEventKind;
import dev.perftriage.model.PullEvent.PullState;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.Sha;
import dev.perftriage.model.discussion.Mention.MentionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a timeline, and what is not. */
class DiscussionTest {

  private static final Instant START = Instant.parse("2025-11-01T10:00:00Z");
  private static final String COMMAND = "@rustbot label: +perf-regression-triaged";
  private static final String ONE = "1".repeat(40);
  private static final String TWO = "2".repeat(40);

  @ParameterizedTest
  @ValueSource(
      strings = {
        COMMAND,
        "@rustbot label +perf-regression-triaged",
        "@rustbot labels: +perf-regression-triaged -perf-regression",
        "@rustbot modify labels: -S-waiting-on-perf, +perf-regression-triaged",
        "@rustbot label perf-regression-triaged"
      })
  void theCommandIsReadAsPeopleWriteIt(String command) {
    TriagedLabel label = triaged(comment(0, "gardener", "Worth it.\n\n" + command));

    assertThat(label.actor()).isEqualTo("gardener");
    assertThat(label.justification()).isEqualTo("Worth it.");
    assertThat(label.comment()).isEqualTo("url-of-0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> Worth it.\n> " + COMMAND + "\n\nIs it?",
        "Somebody should write\n```\n" + COMMAND + "\n```\nhere.",
        "One writes `" + COMMAND + "`.",
        "@rustbot label: -perf-regression-triaged",
        "@rustbot label: +perf-regression-triaged-by-hand"
      })
  void whoQuotesTheCommandOrGivesAnotherOneHasNotTriaged(String text) {
    TriagedLabel label = triaged(comment(0, "stranger", text));

    assertThat(label.actor()).isEqualTo("rustbot");
    assertThat(label.justification()).isEmpty();
    assertThat(label.comment()).isEmpty();
  }

  @Test
  void theLastCommandBeforeTheLabelCounts() {
    TriagedLabel label =
        triaged(
            comment(-90_000, "early", "Old reason.\n" + COMMAND),
            comment(0, "gardener", "New reason.\n" + COMMAND));

    assertThat(label.actor()).isEqualTo("gardener");
    assertThat(label.justification()).isEqualTo("New reason.");
  }

  @Test
  void aCommandOfLongAgoIsNotWhatTheBotObeyed() {
    assertThat(triaged(comment(-3599, "gardener", "Yes.\n" + COMMAND)).actor())
        .isEqualTo("gardener");
    assertThat(triaged(comment(-3600, "gardener", "Yes.\n" + COMMAND)).actor())
        .isEqualTo("rustbot");
  }

  @Test
  void whoSetsTheLabelByHandNeedsNoComment() {
    PullTimeline timeline =
        timeline(
            comment(0, "stranger", "Mine.\n" + COMMAND),
            label(PullEventKind.LABELED, 1, "gardener"));

    assertThat(TriagedLabel.of(timeline).orElseThrow().actor()).isEqualTo("gardener");
    assertThat(TriagedLabel.of(timeline).orElseThrow().justification()).isEmpty();
  }

  @Test
  void aLabelThatWasTakenAwayIsNone() {
    PullTimeline timeline =
        timeline(
            label(PullEventKind.LABELED, 1, "gardener"),
            label(PullEventKind.UNLABELED, 2, "gardener"));

    assertThat(TriagedLabel.of(timeline)).isEmpty();
    assertThat(timeline.hasLabel(PullTimeline.TRIAGED)).contains(false);
    assertThat(timeline().hasLabel(PullTimeline.TRIAGED)).isEmpty();
  }

  @Test
  void theLastParagraphIsQuotedWordForWordOrTheLastSentenceOfALongOne() {
    String sentence = "The *cost* of `async` is known, and \"worth\" it @all.";
    assertThat(
            triaged(comment(0, "x", "Thanks.\n\nFirst.\n" + sentence + "\n\n" + COMMAND))
                .justification())
        .isEqualTo("First. " + sentence);
    assertThat(
            triaged(comment(0, "x", "Talk, ".repeat(30) + "and more. " + sentence + "\n" + COMMAND))
                .justification())
        .isEqualTo(sentence);
    String endless = "words ".repeat(60) + "end.";
    assertThat(triaged(comment(0, "x", endless + "\n" + COMMAND)).justification())
        .startsWith("…words ")
        .endsWith("words end.")
        .hasSizeLessThanOrEqualTo(161);
  }

  @Test
  void theLastRunBeforeTheMergeCounts() {
    PullTimeline timeline =
        timeline(
            run(0, "rust-timer", TWO, ONE),
            run(1, "rust-timer", ONE, TWO),
            run(2, "quoter", TWO, ONE),
            event(PullEventKind.MERGED, 3, "bors", ""),
            run(4, "rust-timer", TWO, ONE));

    assertThat(FinishedRun.lastBeforeMerge(timeline))
        .contains(new FinishedRun(new Sha(ONE), new Sha(TWO)));
  }

  @Test
  void withoutAMergeOrALinkThereIsNoRunBefore() {
    assertThat(FinishedRun.lastBeforeMerge(timeline(run(0, "rust-timer", ONE, TWO)))).isEmpty();
    assertThat(
            FinishedRun.lastBeforeMerge(
                timeline(
                    comment(0, "rust-timer", "Finished benchmarking commit (" + ONE + ")."),
                    event(PullEventKind.MERGED, 3, "bors", ""))))
        .isEmpty();
  }

  @Test
  void pullRequestsThatSpeakOfAFixAfterTheMergeAreMentionedOnce() {
    PullTimeline timeline =
        timeline(
            reference(0, 5, "Fix something before", Optional.of(PullState.MERGED)),
            event(PullEventKind.MERGED, 1, "bors", ""),
            reference(2, 6, "Revert \"Make it slow\" (#7)", Optional.of(PullState.MERGED)),
            reference(3, 8, "Fix the regression", Optional.of(PullState.OPEN)),
            reference(4, 8, "Fix the regression", Optional.of(PullState.OPEN)),
            reference(5, 9, "Rollup of 8 pull requests", Optional.of(PullState.MERGED)),
            reference(6, 10, "A performance regression", Optional.empty()),
            reference(7, 11, "Rename a variable", Optional.of(PullState.CLOSED)));

    assertThat(Mention.allIn(timeline, 7, "Make it slow"))
        .containsExactly(
            new Mention(6, "Revert \"Make it slow\" (#7)", PullState.MERGED, MentionKind.REVERT),
            new Mention(8, "Fix the regression", PullState.OPEN, MentionKind.FIX));
  }

  private static TriagedLabel triaged(PullEvent... before) {
    List<PullEvent> events = new ArrayList<>(Arrays.asList(before));
    events.add(label(PullEventKind.LABELED, 0, "rustbot"));
    return TriagedLabel.of(new PullTimeline(events)).orElseThrow();
  }

  private static PullTimeline timeline(PullEvent... events) {
    return new PullTimeline(List.of(events));
  }

  private static PullEvent run(int seconds, String actor, String start, String end) {
    return comment(
        seconds,
        actor,
        "Finished benchmarking commit (%s): [comparison URL](https://perf.rust-lang.org/compare.html?start=%s&end=%s&stat=instructions:u)."
            .formatted(end, start, end));
  }

  private static PullEvent label(PullEventKind kind, int seconds, String actor) {
    return event(kind, seconds, actor, PullTimeline.TRIAGED);
  }

  private static PullEvent comment(int seconds, String actor, String text) {
    return new PullEvent(
        PullEventKind.COMMENTED,
        START.plusSeconds(seconds - 1L),
        actor,
        text,
        "url-of-" + seconds,
        OptionalInt.empty(),
        Optional.empty());
  }

  private static PullEvent event(PullEventKind kind, int seconds, String actor, String text) {
    return new PullEvent(
        kind, START.plusSeconds(seconds), actor, text, "", OptionalInt.empty(), Optional.empty());
  }

  private static PullEvent reference(
      int seconds, int number, String title, Optional<PullState> state) {
    return new PullEvent(
        PullEventKind.CROSS_REFERENCED,
        START.plusSeconds(seconds),
        "mend",
        title,
        "",
        OptionalInt.of(number),
        state);
  }
}

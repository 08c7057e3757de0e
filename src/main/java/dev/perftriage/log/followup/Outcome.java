package dev.perftriage.log.followup;

import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullEvent.PullEventKind;
import dev.perftriage.model.PullEvent.PullState;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.discussion.FinishedRun;
import dev.perftriage.model.discussion.Mention;
import dev.perftriage.model.discussion.Mention.MentionKind;
import dev.perftriage.model.discussion.TriagedLabel;
import dev.perftriage.model.discussion.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that happened to what a log left open.
 *
 * @param kind what it is
 * @param event the event that tells it
 * @param quotation words of the event, on one line; may be empty
 */
public record Outcome(OutcomeKind kind, PullEvent event, String quotation) {

  private static final Pattern BOT =
      Pattern.compile(".*\\[bot\\]|bors|rustbot|rust-timer|rust-log-analyzer|rust-highfive");

  /** What happened to an item since its log, oldest first. */
  static List<Outcome> of(OpenItem item, PullTimeline timeline) {
    List<Outcome> outcomes = new ArrayList<>();
    timeline
        .labelled(PullTimeline.TRIAGED)
        .map(label -> new Outcome(OutcomeKind.TRIAGED, label, justification(timeline)))
        .ifPresent(outcomes::add);
    Instant since = item.date().atStartOfDay(ZoneOffset.UTC).toInstant();
    for (PullEvent event : timeline.after(since)) {
      if (event.kind() == PullEventKind.COMMENTED) {
        comment(item, event).ifPresent(outcomes::add);
      } else if (event.state().filter(PullState.MERGED::equals).isPresent()) {
        reference(item, event).ifPresent(outcomes::add);
      }
    }
    outcomes.sort(Comparator.comparing(outcome -> outcome.event.time()));
    return List.copyOf(outcomes);
  }

  /** The last words before the command that set the label; empty if no comment did. */
  private static String justification(PullTimeline timeline) {
    return TriagedLabel.of(timeline).map(TriagedLabel::justification).orElse("");
  }

  private static Optional<Outcome> comment(OpenItem item, PullEvent event) {
    if (FinishedRun.isReportedBy(event)) {
      return Optional.of(new Outcome(OutcomeKind.RUN_FINISHED, event, FinishedRun.result(event)));
    }
    boolean isTriager = item.log().triagers().stream().anyMatch(event.actor()::equalsIgnoreCase);
    boolean isCommand = TriagedLabel.isCommandedBy(event);
    return isTriager || isCommand || BOT.matcher(event.actor()).matches()
        ? Optional.empty()
        : Optional.of(new Outcome(OutcomeKind.ANSWERED, event, Words.first(event.text())));
  }

  private static Optional<Outcome> reference(OpenItem item, PullEvent event) {
    return Mention.in(event, item.pull(), item.entry().title())
        .map(
            mention ->
                new Outcome(
                    mention.kind() == MentionKind.REVERT ? OutcomeKind.REVERTED : OutcomeKind.FIXED,
                    event,
                    mention.title()));
  }

  /** The kinds of outcomes. */
  public enum OutcomeKind {
    /** It has the label that says that it is triaged. */
    TRIAGED,
    /** A merged pull request whose title says that it reverts it. */
    REVERTED,
    /** A merged pull request that refers to it, and whose title speaks of a fix. */
    FIXED,
    /** A measurement is finished. */
    RUN_FINISHED,
    /** Somebody other than the triager and the bots commented. */
    ANSWERED
  }
}

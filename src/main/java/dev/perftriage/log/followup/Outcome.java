package dev.perftriage.log.followup;

import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullEvent.PullEventKind;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.PullTimeline;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that happened to what a log left open.
 *
 * @param kind what it is
 * @param event the event that tells it
 * @param quotation words of the event, on one line; may be empty
 */
public record Outcome(OutcomeKind kind, PullEvent event, String quotation) {

  private static final String LABEL_COMMAND = "@rustbot label: +" + PullTimeline.TRIAGED;
  private static final Pattern BOT =
      Pattern.compile(".*\\[bot\\]|bors|rustbot|rust-timer|rust-log-analyzer|rust-highfive");
  private static final Pattern FINISHED = Pattern.compile("\\A\\s*Finished benchmarking commit");
  private static final Pattern RESULT = Pattern.compile("(?m)^### Overall result: (.*)$");
  private static final Pattern REVERT =
      Pattern.compile("^\\W*(?:partially )?revert", Pattern.CASE_INSENSITIVE);
  private static final Pattern FIX =
      Pattern.compile(
          "\\b(?:fix\\w*|perf\\w*|regress\\w*|speed\\w*|optimi[sz]\\w*|faster|slow\\w*|revert\\w*|"
              + "improve\\w*)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_QUOTATION = 160;

  /** What happened to an item since its log, oldest first. */
  static List<Outcome> of(OpenItem item, PullTimeline timeline) {
    List<Outcome> outcomes = new ArrayList<>();
    timeline
        .labelled(PullTimeline.TRIAGED)
        .map(label -> new Outcome(OutcomeKind.TRIAGED, label, justification(timeline, label)))
        .ifPresent(outcomes::add);
    Instant since = item.date().atStartOfDay(ZoneOffset.UTC).toInstant();
    for (PullEvent event : timeline.after(since)) {
      if (event.kind() == PullEventKind.COMMENTED) {
        comment(item, event).ifPresent(outcomes::add);
      } else if (event.kind() == PullEventKind.CROSS_REFERENCED && event.isMerged()) {
        reference(item, event).ifPresent(outcomes::add);
      }
    }
    outcomes.sort(Comparator.comparing(outcome -> outcome.event.time()));
    return List.copyOf(outcomes);
  }

  /** The last words before the command that set a label; empty if no comment did. */
  private static String justification(PullTimeline timeline, PullEvent label) {
    return timeline.comments().stream()
        .filter(comment -> !comment.time().isAfter(label.time()))
        .map(PullEvent::text)
        .filter(text -> text.contains(LABEL_COMMAND))
        .reduce((older, newer) -> newer)
        .map(text -> quoted(text.substring(0, text.indexOf(LABEL_COMMAND))))
        .orElse("");
  }

  private static Optional<Outcome> comment(OpenItem item, PullEvent event) {
    if (event.actor().equals(PullTimeline.TIMER) && FINISHED.matcher(event.text()).find()) {
      Matcher result = RESULT.matcher(event.text());
      return Optional.of(
          new Outcome(OutcomeKind.RUN_FINISHED, event, result.find() ? result.group(1) : ""));
    }
    boolean isTriager = item.log().triagers().stream().anyMatch(event.actor()::equalsIgnoreCase);
    boolean isCommand = event.text().contains(LABEL_COMMAND);
    return isTriager || isCommand || BOT.matcher(event.actor()).matches()
        ? Optional.empty()
        : Optional.of(new Outcome(OutcomeKind.ANSWERED, event, quoted(event.text())));
  }

  private static Optional<Outcome> reference(OpenItem item, PullEvent event) {
    String title = event.text();
    if (PullRequest.isRollup(title)) {
      return Optional.empty();
    }
    boolean names =
        title.contains(Integer.toString(item.pull()))
            || (!item.entry().title().isBlank()
                && title
                    .toLowerCase(Locale.ROOT)
                    .contains(item.entry().title().toLowerCase(Locale.ROOT)));
    if (names && REVERT.matcher(title).find()) {
      return Optional.of(new Outcome(OutcomeKind.REVERTED, event, title));
    }
    return FIX.matcher(title).find()
        ? Optional.of(new Outcome(OutcomeKind.FIXED, event, title))
        : Optional.empty();
  }

  /** The first words of a comment that are the author's own. */
  private static String quoted(String comment) {
    String words =
        comment
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith(">") && !line.startsWith("<!--"))
            .map(String::strip)
            .reduce("", (some, more) -> some.isEmpty() ? more : some + " " + more);
    return words.length() <= LONGEST_QUOTATION
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST_QUOTATION - 1)) + "…";
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

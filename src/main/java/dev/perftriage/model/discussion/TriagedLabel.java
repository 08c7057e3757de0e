package dev.perftriage.model.discussion;

import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who judged a regression, by setting the label that says so.
 *
 * @param actor the login of who set it; empty if GitHub does not say
 * @param time when it was set
 * @param justification the words before the command that set it, unchanged; empty if no comment did
 *     or it gives no reason
 * @param comment the address of that comment; empty if no comment did
 */
public record TriagedLabel(String actor, Instant time, String justification, String comment) {

  /** The command in a comment that sets the label, as people write it. */
  public static final String COMMAND = "@rustbot label: +" + PullTimeline.TRIAGED;

  /** The bot that obeys the command. */
  private static final String RUSTBOT = "rustbot";

  /** The bot obeys within seconds; an older comment is not what it obeyed. */
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);

  private static final Pattern COMMANDS =
      Pattern.compile(
          "(?m)^(?![> \\t]*>)(?<before>[^\\n`]*?)@rustbot +(?:modify +)?labels?\\b[^\\n]*?[ :,+]"
              + PullTimeline.TRIAGED
              + "(?![\\w-])");

  private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}```");

  /** The label of a pull request; empty if it does not have it now, or the timeline lacks it. */
  public static Optional<TriagedLabel> of(PullTimeline timeline) {
    return timeline.labelled(PullTimeline.TRIAGED).map(label -> of(label, timeline));
  }

  /** Whether a comment commands that the label be set; one in a quotation or in code does not. */
  public static boolean isCommandedBy(PullEvent comment) {
    return textBefore(comment.text()).isPresent();
  }

  /** The text before the command that a comment gives; empty if it gives none. */
  private static Optional<String> textBefore(String comment) {
    Matcher command = COMMANDS.matcher(comment);
    while (command.find()) {
      String before = comment.substring(0, command.end("before"));
      if (FENCE.matcher(before).results().count() % 2 == 0) {
        return Optional.of(before);
      }
    }
    return Optional.empty();
  }

  private static TriagedLabel of(PullEvent label, PullTimeline timeline) {
    return timeline.comments().stream()
        .filter(comment -> isFor(comment, label))
        .reduce((older, newer) -> newer)
        .map(
            comment ->
                new TriagedLabel(
                    comment.actor(),
                    label.time(),
                    textBefore(comment.text()).map(Words::last).orElse(""),
                    comment.url()))
        .orElseGet(() -> new TriagedLabel(label.actor(), label.time(), "", ""));
  }

  private static boolean isFor(PullEvent comment, PullEvent label) {
    Duration delay = Duration.between(comment.time(), label.time());
    boolean isBy = label.actor().equals(RUSTBOT) || label.actor().equals(comment.actor());
    return isBy
        && !delay.isNegative()
        && delay.compareTo(LONGEST_DELAY) <= 0
        && isCommandedBy(comment);
  }
}

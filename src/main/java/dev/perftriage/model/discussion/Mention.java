package dev.perftriage.model.discussion;

import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullEvent.PullEventKind;
import dev.perftriage.model.PullEvent.PullState;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.PullTimeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pull request that refers to another one, and whose title speaks of a fix or revert.
 *
 * @param number its number
 * @param title its title, by its author
 * @param state its state
 * @param kind what its title speaks of
 */
public record Mention(int number, String title, PullState state, MentionKind kind) {

  private static final Pattern REVERT =
      Pattern.compile("^\\W*(?:partially )?revert", Pattern.CASE_INSENSITIVE);
  private static final Pattern FIX =
      Pattern.compile(
          "\\b(?:fix\\w*|perf\\w*|regress\\w*|speed\\w*|optimi[sz]\\w*|faster|slow\\w*|revert\\w*|"
              + "improve\\w*)\\b",
          Pattern.CASE_INSENSITIVE);

  /**
   * The pull requests that refer to another one after it was merged and speak of a fix or revert,
   * in the order in which they first did.
   *
   * @param pull the number of the pull request that they refer to
   * @param title its title; empty if it is not known
   */
  public static List<Mention> allIn(PullTimeline timeline, int pull, String title) {
    Map<Integer, Mention> mentions = new LinkedHashMap<>();
    boolean isMerged = false;
    for (PullEvent event : timeline.events()) {
      isMerged |= event.kind() == PullEventKind.MERGED;
      if (isMerged) {
        in(event, pull, title).ifPresent(some -> mentions.putIfAbsent(some.number(), some));
      }
    }
    return new ArrayList<>(mentions.values());
  }

  /** The mention that an event is; empty for any other event, and for a rollup. */
  public static Optional<Mention> in(PullEvent event, int pull, String title) {
    if (event.number().isEmpty() || event.state().isEmpty() || PullRequest.isRollup(event.text())) {
      return Optional.empty();
    }
    return kind(event.text(), pull, title)
        .map(
            kind ->
                new Mention(event.number().getAsInt(), event.text(), event.state().get(), kind));
  }

  private static Optional<MentionKind> kind(String title, int pull, String other) {
    boolean names =
        title.contains(Integer.toString(pull))
            || (!other.isBlank()
                && title.toLowerCase(Locale.ROOT).contains(other.toLowerCase(Locale.ROOT)));
    if (names && REVERT.matcher(title).find()) {
      return Optional.of(MentionKind.REVERT);
    }
    return FIX.matcher(title).find() ? Optional.of(MentionKind.FIX) : Optional.empty();
  }

  /** What titles speak of. */
  public enum MentionKind {
    /** It reverts the other one by name. */
    REVERT,
    /** It fixes, speeds up or reverts something. */
    FIX
  }
}

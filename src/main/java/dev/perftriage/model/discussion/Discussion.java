package dev.perftriage.model.discussion;

import dev.perftriage.model.PullTimeline;
import java.util.List;
import java.util.Optional;

/**
 * What was said and done about a merged pull request.
 *
 * @param triaged who judged its regression; empty if nobody has set the label that says so
 * @param lastRun the last run before it was merged; empty if there is none
 * @param mentions the pull requests that refer to it and speak of a fix or revert, oldest first
 */
public record Discussion(
    Optional<TriagedLabel> triaged, Optional<FinishedRun> lastRun, List<Mention> mentions) {

  /** Copies the list. */
  public Discussion {
    mentions = List.copyOf(mentions);
  }

  /**
   * Reads a timeline.
   *
   * @param pull the pull request's number
   * @param title its title; empty if it is not known
   */
  public static Discussion of(PullTimeline timeline, int pull, String title) {
    return new Discussion(
        TriagedLabel.of(timeline),
        FinishedRun.lastBeforeMerge(timeline),
        Mention.allIn(timeline, pull, title));
  }
}

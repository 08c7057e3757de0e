package dev.perftriage.log.followup;

import dev.perftriage.model.PullRequest;
import java.util.List;
import java.util.Optional;

/**
 * What earlier logs left to do.
 *
 * @param items what they left open, in the order of the logs
 * @param untriaged the merged regressions that nobody has triaged, oldest first; empty if the list
 *     is unavailable
 * @param unknown what could not be found out, a sentence each
 */
public record FollowUps(
    List<FollowUp> items, Optional<List<PullRequest>> untriaged, List<String> unknown) {

  /** Copies the lists. */
  public FollowUps {
    items = List.copyOf(items);
    untriaged = untriaged.map(List::copyOf);
    unknown = List.copyOf(unknown);
  }
}

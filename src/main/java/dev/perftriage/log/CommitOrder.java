package dev.perftriage.log;

import dev.perftriage.model.SiteUrl;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order of a log's merges, as far as its links determine it: each comparison names a merge and
 * its predecessor.
 */
public final class CommitOrder {

  private final List<SiteUrl> steps;
  private final Optional<String> first;
  private final Optional<String> last;

  /** The order of a log's entries. */
  public CommitOrder(TriageLog log) {
    this.steps = log.steps();
    this.first = log.firstRevision();
    this.last = log.lastRevision();
  }

  /** Whether a comparison is known to be after the end of the range. */
  public boolean isBeyond(SiteUrl step) {
    return last.filter(end -> follows(end, step.start())).isPresent();
  }

  /** Whether a comparison is known to be before the start of the range. */
  public boolean isBefore(SiteUrl step) {
    return first.filter(start -> follows(step.end(), start)).isPresent();
  }

  /** The last merge known to be after the end of the range; empty if there is none. */
  public Optional<String> lastBeyond() {
    return steps.stream()
        .filter(this::isBeyond)
        .map(SiteUrl::end)
        .filter(end -> steps.stream().noneMatch(step -> step.start().equals(end)))
        .findFirst();
  }

  /** Where the next log starts: the last merge beyond the range, or else its end. */
  public Optional<String> end() {
    return lastBeyond().or(() -> last);
  }

  /** Whether a commit equals an earlier one, or can be reached from it by the log's steps. */
  public boolean follows(String earlier, String commit) {
    Set<String> reached = new HashSet<>(Set.of(earlier));
    boolean more = true;
    while (more) {
      more =
          reached.addAll(
              steps.stream()
                  .filter(step -> reached.contains(step.start()))
                  .map(SiteUrl::end)
                  .toList());
    }
    return reached.contains(commit);
  }
}

package dev.perftriage.analysis.unexplained;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the figures of a range have that its report's entries do not say.
 *
 * @param changes changes over the whole range, by metric, target and direction
 * @param merges the merges that are no entries but deserve attention by another metric or on
 *     another target than the entries', in commit order for each
 */
public record Unexplained(List<UnexplainedChanges> changes, List<UnlistedMerge> merges) {

  /** Nothing at all, or nothing that was asked for. */
  public static final Unexplained NONE = new Unexplained(List.of(), List.of());

  /** Copies the lists. */
  public Unexplained {
    changes = List.copyOf(changes);
    merges = List.copyOf(merges);
  }

  /** Both together, this one first. */
  public Unexplained and(Unexplained other) {
    return new Unexplained(
        Stream.concat(changes.stream(), other.changes.stream()).toList(),
        Stream.concat(merges.stream(), other.merges.stream()).toList());
  }

  /** Whether there is nothing. */
  public boolean isNothing() {
    return changes.isEmpty() && merges.isEmpty();
  }
}

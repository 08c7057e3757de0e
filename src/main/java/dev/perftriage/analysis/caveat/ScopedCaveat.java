package dev.perftriage.analysis.caveat;

import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import java.util.List;

/**
 * A caveat with what it applies to.
 *
 * @param target the target triple; empty if it applies to every target
 * @param merges the merges to whose comparisons with the one before it applies, in commit order;
 *     empty for a single comparison, or for that of a range's ends
 */
public record ScopedCaveat(Metric metric, String target, List<Merge> merges, Caveat caveat) {

  public ScopedCaveat {
    merges = List.copyOf(merges);
  }
}

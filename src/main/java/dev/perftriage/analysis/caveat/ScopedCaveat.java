package dev.perftriage.analysis.caveat;

import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import java.util.List;

/**
 * A caveat with what it applies to.
 *
 * @param target the target triple; empty if it applies to every target
 * @param wholeRange whether it applies to the comparison of a range's ends
 * @param merges the merges to whose comparisons with the one before it applies, in commit order;
 *     empty for any other comparison
 */
public record ScopedCaveat(
    Metric metric, String target, boolean wholeRange, List<Merge> merges, Caveat caveat) {

  /** A caveat of a comparison of two artifacts. */
  static ScopedCaveat ofComparison(Metric metric, String target, Caveat caveat) {
    return new ScopedCaveat(metric, target, false, List.of(), caveat);
  }

  public ScopedCaveat {
    merges = List.copyOf(merges);
  }
}

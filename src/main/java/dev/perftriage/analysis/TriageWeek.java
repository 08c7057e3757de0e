package dev.perftriage.analysis;

import dev.perftriage.model.Metric;
import java.util.List;

/**
 * A range of merges, judged: what the weekly report says.
 *
 * @param whole the comparison of the range's two ends
 * @param steps the comparisons of neighbouring merges, in commit order
 */
public record TriageWeek(ComparisonSummary whole, List<ComparisonSummary> steps) {

  /** Copies the list. */
  public TriageWeek {
    steps = List.copyOf(steps);
  }

  /** What was measured. */
  public Metric metric() {
    return whole.metric();
  }

  /** The comparisons that deserve attention, in commit order. */
  public List<ComparisonSummary> entries() {
    return steps.stream().filter(ComparisonSummary::deservesAttention).toList();
  }

  /** The entries that went one way, in commit order. */
  public List<ComparisonSummary> entries(Direction direction) {
    return entries().stream().filter(entry -> entry.direction() == direction).toList();
  }
}

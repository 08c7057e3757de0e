package dev.perftriage.analysis;

import dev.perftriage.model.Coverage;
import dev.perftriage.model.Metric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A range of merges, judged: what the weekly report says.
 *
 * @param metric what was measured
 * @param whole the comparison of the range's two ends; empty where it could not be had
 * @param steps the comparisons of each merge with the one before it, in commit order
 * @param coverage what of the range they cover
 * @param slice which test cases they are about, and how many of the whole range's that leaves out
 * @param geometricMean that of the whole range; empty where it could not be had, or the slice is
 *     one by outcome
 */
public record TriageWeek(
    Metric metric,
    Optional<ComparisonSummary> whole,
    List<ComparisonSummary> steps,
    Coverage coverage,
    Selection slice,
    Optional<GeometricMean> geometricMean) {

  /** Copies the list. */
  public TriageWeek {
    steps = List.copyOf(steps);
  }

  /** All comparisons of the range: that of its ends, and the steps. */
  public List<ComparisonSummary> all() {
    return Stream.concat(whole.stream(), steps.stream()).toList();
  }

  /** The comparison of a merge with the one before it; empty where there is none. */
  public Optional<ComparisonSummary> step(String merge) {
    return steps.stream().filter(step -> step.after().commit().equals(merge)).findFirst();
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

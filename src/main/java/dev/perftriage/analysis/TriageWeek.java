package dev.perftriage.analysis;

import dev.perftriage.model.Coverage;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A judged range of merges: the content of the weekly report.
 *
 * @param whole the comparison of the range's two ends; empty if unavailable
 * @param steps the comparisons of each merge with the one before it, in commit order
 * @param selection which test cases were selected, and how many of the whole range were left out
 * @param geometricMean that of the whole range; empty if it is unavailable or the test cases were
 *     selected by outcome
 */
public record TriageWeek(
    Metric metric,
    Optional<ComparisonSummary> whole,
    List<ComparisonSummary> steps,
    Coverage coverage,
    Selection selection,
    Optional<GeometricMean> geometricMean) {

  public TriageWeek {
    steps = List.copyOf(steps);
  }

  /** All comparisons of the range: that of its ends, and the steps. */
  public List<ComparisonSummary> all() {
    return Stream.concat(whole.stream(), steps.stream()).toList();
  }

  /** The comparison of a merge with the one before it; empty if there is none. */
  public Optional<ComparisonSummary> step(Sha merge) {
    return steps.stream().filter(step -> step.after().commit().equals(merge)).findFirst();
  }

  /** The comparisons that deserve attention, in commit order. */
  public List<ComparisonSummary> entries() {
    return steps.stream().filter(ComparisonSummary::deservesAttention).toList();
  }

  /** The merges of the entries. */
  public Set<Sha> listed() {
    return entries().stream()
        .map(entry -> entry.after().commit())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The entries of one direction, in commit order. */
  public List<ComparisonSummary> entries(Direction direction) {
    return entries().stream().filter(entry -> entry.direction() == direction).toList();
  }
}

package dev.perftriage.analysis.caveat;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.model.Coverage.Gap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known of the merges before a range.
 *
 * @param steps the comparisons of neighbouring merges before the range, in commit order
 * @param gaps those of them that span unmeasured merges
 * @param values builds the values measured in the range and before it, by the leading metric; empty
 *     if they were not kept
 */
public record RangeHistory(
    List<ComparisonSummary> steps, List<Gap> gaps, Optional<Supplier<MeasuredSeries>> values) {

  /** Nothing is known. */
  public static final RangeHistory NONE = new RangeHistory(List.of(), List.of(), Optional.empty());

  public RangeHistory {
    steps = List.copyOf(steps);
    gaps = List.copyOf(gaps);
  }
}

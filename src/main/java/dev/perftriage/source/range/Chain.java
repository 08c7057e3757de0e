package dev.perftriage.source.range;

import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Merge;
import dev.perftriage.model.MissingComparison;
import java.util.ArrayList;
import java.util.List;

/** The merges of a range as they are found, and what became of the comparisons between them. */
final class Chain<S> {

  private final List<S> steps = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<MissingComparison> missing = new ArrayList<>();
  private String last;

  Chain(String start) {
    last = start;
  }

  /**
   * Adds the next measured merge.
   *
   * @param unmeasured the merges between it and the last one, which have no data
   */
  void add(Merge merge, List<Merge> unmeasured, FetchResult<S> outcome) {
    if (outcome.value() != null) {
      steps.add(outcome.value());
      boolean spansMore = outcome.neighbours() != null && !outcome.neighbours().contiguous();
      if (!unmeasured.isEmpty() || spansMore) {
        gaps.add(new Gap(merge, unmeasured));
      }
    } else if (outcome.failure() != null) {
      missing.add(
          new MissingComparison(last, merge, String.valueOf(outcome.failure().getMessage())));
    }
    last = merge.sha();
  }

  /** What was made of the comparisons that could be had, in commit order. */
  List<S> steps() {
    return steps;
  }

  /** The comparisons that span several merges. */
  List<Gap> gaps() {
    return gaps;
  }

  /** The comparisons that could not be had. */
  List<MissingComparison> missing() {
    return missing;
  }

  /** The last measured merge, or the start where none is. */
  String lastMeasured() {
    return last;
  }
}

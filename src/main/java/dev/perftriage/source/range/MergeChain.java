package dev.perftriage.source.range;

import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Merge;
import dev.perftriage.model.MissingComparison;
import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.List;

/** The merges of a range as they are found, and what became of the comparisons between them. */
final class MergeChain<S> {

  private final List<MergeStep<S>> steps = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<MissingComparison> missing = new ArrayList<>();
  private Sha last;

  MergeChain(Sha start) {
    last = start;
  }

  /**
   * Adds the next measured merge.
   *
   * @param unmeasured the merges between it and the last one, which have no data
   */
  void add(Merge merge, List<Merge> unmeasured, FetchResult<S> result) {
    if (result.value() != null) {
      steps.add(new MergeStep<>(last, new Merge(merge.sha(), result.pr()), result.value()));
      boolean spansMore = result.neighbours() != null && !result.neighbours().contiguous();
      if (!unmeasured.isEmpty() || spansMore) {
        gaps.add(new Gap(merge, unmeasured));
      }
    } else if (result.failure() != null) {
      missing.add(
          new MissingComparison(last, merge, String.valueOf(result.failure().getMessage())));
    }
    last = merge.sha();
  }

  /** The comparisons that are available, in commit order. */
  List<MergeStep<S>> steps() {
    return steps;
  }

  /** The comparisons that span several merges. */
  List<Gap> gaps() {
    return gaps;
  }

  /** The comparisons that are missing. */
  List<MissingComparison> missing() {
    return missing;
  }

  /** The last measured merge, or the start where none is. */
  Sha lastMeasured() {
    return last;
  }
}

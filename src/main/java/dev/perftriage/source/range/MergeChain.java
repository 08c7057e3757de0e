package dev.perftriage.source.range;

import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Coverage.MissingComparison;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.List;

/** The merges of a range found so far, and the outcomes of the comparisons between them. */
final class MergeChain<S> {

  private final List<MergeStep<S>> steps = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<MissingComparison> missing = new ArrayList<>();
  private Sha last;

  MergeChain(Sha start) {
    last = start;
  }

  /** Adds the next measured merge, and the unmeasured ones before it. */
  void add(Merge merge, List<Merge> unmeasured, FetchResult<S> result) {
    add(last, merge, result);
    boolean spansMore = result.neighbours() != null && !result.neighbours().contiguous();
    if (result.value() != null && (!unmeasured.isEmpty() || spansMore)) {
      gaps.add(new Gap(merge, unmeasured));
    }
    last = merge.sha();
  }

  /** Adds a comparison, whether or not it begins where the last one ends. */
  void add(Sha start, Merge end, FetchResult<S> result) {
    if (result.value() != null) {
      steps.add(new MergeStep<>(start, new Merge(end.sha(), result.pr()), result.value()));
    } else if (result.failure() != null) {
      missing.add(new MissingComparison(start, end, String.valueOf(result.failure().getMessage())));
    }
  }

  /** The available comparisons, in commit order. */
  List<MergeStep<S>> steps() {
    return steps;
  }

  /** The summaries of the available comparisons, in commit order. */
  List<S> summaries() {
    return steps.stream().map(MergeStep::summary).toList();
  }

  List<Gap> gaps() {
    return gaps;
  }

  List<MissingComparison> missing() {
    return missing;
  }

  /** The last measured merge, or the start if there is none. */
  Sha lastMeasured() {
    return last;
  }

  /** The comparison of a merge with the measured merge before it. */
  record MergeStep<S>(Sha start, Merge end, S summary) {}
}

package dev.perftriage.source.range;

import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Coverage.HalfMeasured;
import dev.perftriage.model.Coverage.MissingComparison;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import dev.perftriage.source.range.PartlyMeasured.ComparedStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The merges of a range found so far, and the outcomes of the comparisons between them. */
final class MergeChain<S> {

  private final List<MergeStep<S>> steps = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<MissingComparison> missing = new ArrayList<>();
  private final List<ComparedStep> compared = new ArrayList<>();
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
      Merge merge = new Merge(end.sha(), result.pr());
      if (result.extent() != null) {
        compared.add(new ComparedStep(beginning(start), merge, result.extent()));
      }
      steps.add(new MergeStep<>(start, merge, result.value()));
    } else if (result.failure() != null) {
      missing.add(new MissingComparison(start, end, String.valueOf(result.failure().getMessage())));
    }
  }

  /** A start, with its pull request if the comparison before ends there. */
  private Merge beginning(Sha start) {
    Merge before = steps.isEmpty() ? null : steps.get(steps.size() - 1).end();
    return before != null && before.sha().equals(start) ? before : new Merge(start, null);
  }

  /** The merges that were measured only in part, in commit order. */
  List<HalfMeasured> halfMeasured() {
    return PartlyMeasured.in(compared);
  }

  /** The last merge that is none of those measured in part; empty if all are. */
  Optional<Sha> lastWhole(List<HalfMeasured> inPart) {
    Set<Sha> half = new HashSet<>();
    inPart.forEach(one -> half.add(one.merge().sha()));
    for (int i = steps.size() - 1; i >= 0; i--) {
      Sha merge = steps.get(i).end().sha();
      if (!half.contains(merge)) {
        return Optional.of(merge);
      }
    }
    return Optional.empty();
  }

  /** Drops what lies after a merge. */
  void endAt(Sha merge) {
    for (int i = steps.size() - 1; !steps.get(i).end().sha().equals(merge); i--) {
      Merge dropped = steps.remove(i).end();
      gaps.removeIf(gap -> gap.end().equals(dropped));
    }
    last = merge;
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

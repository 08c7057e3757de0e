package dev.perftriage.source.range;

import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import dev.perftriage.source.http.NotMeasuredException;
import dev.perftriage.source.range.FetchResult.Neighbours;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The merges of a range according to the commit list. */
final class ListedMerges<S> {

  private final List<Merge> merges;
  private final List<Merge> measured;
  private final NeighbourComparisons<S> steps;

  private ListedMerges(List<Merge> merges, NeighbourComparisons<S> steps) {
    this.merges = merges;
    this.measured = new ArrayList<>(merges);
    this.steps = steps;
  }

  /**
   * Fetches the comparisons of listed merges. Comparisons span the merges that turn out to have no
   * data.
   *
   * @param merges the start and the merges after it, oldest first
   * @param endMayGrow whether the last merge may still be being measured
   * @return the chain; empty if a response contradicts the list
   */
  static <S> Optional<MergeChain<S>> walk(
      List<Merge> merges, NeighbourComparisons<S> steps, boolean endMayGrow) {
    ListedMerges<S> listed = new ListedMerges<>(merges, steps);
    Set<Sha> unmeasured = new HashSet<>();
    do {
      steps.fetch(listed.measured, endMayGrow);
      unmeasured.addAll(listed.unmeasured());
    } while (listed.measured.removeIf(merge -> unmeasured.contains(merge.sha())));
    return listed.chain();
  }

  /** The merges that the site has no data for, judging by its errors for their comparisons. */
  private Set<Sha> unmeasured() {
    Set<Sha> known = new HashSet<>();
    known.add(measured.get(0).sha());
    for (int i = 1; i < measured.size(); i++) {
      if (result(i).value() != null) {
        known.add(measured.get(i - 1).sha());
        known.add(measured.get(i).sha());
      }
    }
    Set<Sha> unmeasured = new HashSet<>();
    for (int i = 1; i < measured.size(); i++) {
      if (result(i).failure() instanceof NotMeasuredException e) {
        Sha start = measured.get(i - 1).sha();
        Sha end = measured.get(i).sha();
        Sha missing = e.missingOf(steps.query(start, end)).sha();
        if (known.contains(missing)) {
          missing = missing.equals(start) ? end : start;
        }
        if (!known.contains(missing)) {
          unmeasured.add(missing);
        }
      }
    }
    return unmeasured;
  }

  private Optional<MergeChain<S>> chain() {
    MergeChain<S> chain = new MergeChain<>(merges.get(0).sha());
    int at = 0;
    for (int i = 1; i < measured.size(); i++) {
      int before = at;
      do {
        at++;
      } while (!merges.get(at).equals(measured.get(i)));
      FetchResult<S> result = result(i);
      if (contradicts(result.neighbours(), before, at)) {
        return Optional.empty();
      }
      chain.add(measured.get(i), merges.subList(before + 1, at), result);
    }
    return Optional.of(chain);
  }

  /** Whether a response places its artifacts elsewhere on master than the list does. */
  private boolean contradicts(@Nullable Neighbours neighbours, int before, int at) {
    return neighbours != null
        && (neighbours.contiguous() == (at > before + 1)
            || differs(neighbours.previous(), before - 1)
            || differs(neighbours.next(), at + 1));
  }

  private boolean differs(@Nullable Sha said, int at) {
    return said != null && at >= 0 && at < merges.size() && !said.equals(merges.get(at).sha());
  }

  private FetchResult<S> result(int i) {
    return steps.result(measured.get(i - 1).sha(), measured.get(i).sha());
  }
}

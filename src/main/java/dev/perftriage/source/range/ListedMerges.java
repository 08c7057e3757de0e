package dev.perftriage.source.range;

import dev.perftriage.model.Merge;
import dev.perftriage.source.http.NotMeasuredException;
import dev.perftriage.source.range.FetchResult.Neighbours;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The merges of a range as the commit list has them. */
final class ListedMerges {

  private ListedMerges() {}

  /**
   * Fetches the comparisons of a list's merges. That tells which merges have no data, which the
   * comparisons then span.
   *
   * @param merges the start and the merges after it, oldest first
   * @param endMayGrow whether the last merge may still be being measured
   * @return the chain; empty where an answer contradicts the list
   */
  static <S> Optional<MergeChain<S>> walk(
      List<Merge> merges, NeighbourComparisons<S> steps, boolean endMayGrow) {
    List<Merge> measured = new ArrayList<>(merges);
    boolean stable = false;
    while (!stable) {
      steps.fetch(measured, endMayGrow);
      Set<String> unmeasured = unmeasured(measured, steps);
      stable = unmeasured.isEmpty();
      measured.removeIf(merge -> unmeasured.contains(merge.sha()));
    }
    return contradicts(merges, measured, steps)
        ? Optional.empty()
        : Optional.of(chain(merges, measured, steps));
  }

  /** The merges that the site has no data for, by what it says of their comparisons. */
  private static <S> Set<String> unmeasured(List<Merge> measured, NeighbourComparisons<S> steps) {
    Set<String> known = new HashSet<>();
    known.add(measured.get(0).sha());
    for (int i = 1; i < measured.size(); i++) {
      if (result(measured, i, steps).value() != null) {
        known.add(measured.get(i - 1).sha());
        known.add(measured.get(i).sha());
      }
    }
    Set<String> unmeasured = new HashSet<>();
    for (int i = 1; i < measured.size(); i++) {
      if (result(measured, i, steps).failure() instanceof NotMeasuredException e) {
        String start = measured.get(i - 1).sha();
        String end = measured.get(i).sha();
        String missing = e.missingOf(steps.query(start, end)).value();
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

  /** Whether an answer places its artifacts elsewhere on master than the list does. */
  private static <S> boolean contradicts(
      List<Merge> merges, List<Merge> measured, NeighbourComparisons<S> steps) {
    int at = 0;
    for (int i = 1; i < measured.size(); i++) {
      int before = at;
      at = indexFrom(merges, at + 1, measured.get(i));
      Neighbours neighbours = result(measured, i, steps).neighbours();
      if (neighbours == null) {
        continue;
      }
      boolean gap = at > before + 1;
      if (neighbours.contiguous() == gap
          || differs(neighbours.previous(), merges, before - 1)
          || differs(neighbours.next(), merges, at + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean differs(@Nullable String said, List<Merge> merges, int at) {
    return said != null && at >= 0 && at < merges.size() && !said.equals(merges.get(at).sha());
  }

  private static <S> MergeChain<S> chain(
      List<Merge> merges, List<Merge> measured, NeighbourComparisons<S> steps) {
    MergeChain<S> chain = new MergeChain<>(merges.get(0).sha());
    int at = 0;
    for (int i = 1; i < measured.size(); i++) {
      int before = at;
      at = indexFrom(merges, at + 1, measured.get(i));
      chain.add(measured.get(i), merges.subList(before + 1, at), result(measured, i, steps));
    }
    return chain;
  }

  private static int indexFrom(List<Merge> merges, int from, Merge merge) {
    int at = from;
    while (!merges.get(at).equals(merge)) {
      at++;
    }
    return at;
  }

  private static <S> FetchResult<S> result(
      List<Merge> measured, int i, NeighbourComparisons<S> steps) {
    return steps.result(measured.get(i - 1).sha(), measured.get(i).sha());
  }
}

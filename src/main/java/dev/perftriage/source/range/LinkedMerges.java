package dev.perftriage.source.range;

import dev.perftriage.model.DataException;
import dev.perftriage.model.Merge;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.range.FetchResult.Neighbours;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The merges of a range as the answers themselves connect them: from the start by each answer's
 * {@code next} and, where that does not lead on, from the end by each answer's {@code prev}.
 */
final class LinkedMerges {

  /** More merges than master has in four years: the end is no descendant of the start. */
  private static final int TOO_LONG = 20_000;

  private LinkedMerges() {}

  /**
   * Follows a range's merges one by one.
   *
   * @param failure why the ends could not be compared; null where they could
   * @throws DataException where the merges do not lead from the start to the end
   */
  static <S> Chain<S> walk(
      RangeEnds ends,
      DataSources facts,
      ComparisonFetcher<S> steps,
      @Nullable DataException failure) {
    Chain<S> chain = new Chain<>(ends.start());
    int count = 0;
    String at = ends.start();
    @Nullable String next = neighbours(at, ends, facts).next();
    while (!at.equals(ends.end())) {
      if (next == null || count++ > TOO_LONG) {
        throw failure != null ? failure : unconnected(ends);
      }
      FetchResult<S> outcome = steps.outcome(at, next);
      Neighbours neighbours = outcome.neighbours();
      if (neighbours == null) {
        Neighbours ofNext = outcome.isNotMeasured() ? null : neighboursIfAny(next, ends, facts);
        if (ofNext == null) {
          return backwards(chain, at, ends, facts, steps);
        }
        neighbours = ofNext;
      }
      chain.add(merge(next, outcome), List.of(), outcome);
      at = next;
      next = neighbours.next();
    }
    return chain;
  }

  /** Goes on from the end until a merge without data, and bridges the hole between. */
  private static <S> Chain<S> backwards(
      Chain<S> chain, String from, RangeEnds ends, DataSources facts, ComparisonFetcher<S> steps) {
    Deque<FetchResult<S>> outcomes = new ArrayDeque<>();
    Deque<String> merges = new ArrayDeque<>();
    String at = ends.end();
    Neighbours ofEnd = neighboursIfAny(at, ends, facts);
    if (ofEnd == null) {
      return chain;
    }
    @Nullable String previous = ofEnd.previous();
    while (previous != null && !at.equals(from) && merges.size() < TOO_LONG) {
      FetchResult<S> outcome = steps.outcome(previous, at);
      Neighbours neighbours = outcome.neighbours();
      if (neighbours == null) {
        break;
      }
      outcomes.addFirst(outcome);
      merges.addFirst(at);
      at = previous;
      previous = neighbours.previous();
    }
    if (!at.equals(from)) {
      FetchResult<S> gap = steps.outcome(from, at);
      chain.add(merge(at, gap), List.of(), gap);
    }
    while (!merges.isEmpty()) {
      FetchResult<S> outcome = outcomes.removeFirst();
      chain.add(merge(merges.removeFirst(), outcome), List.of(), outcome);
    }
    return chain;
  }

  private static <S> Merge merge(String sha, FetchResult<S> outcome) {
    return new Merge(sha, outcome.pr());
  }

  /** A merge compared with itself tells its neighbours. */
  private static Neighbours neighbours(String commit, RangeEnds ends, DataSources facts) {
    FetchResult<String> itself =
        FetchResult.of(
            () -> facts.comparison(commit, commit, ends.metric()),
            comparison -> comparison.after().commit());
    if (itself.neighbours() != null) {
      return itself.neighbours();
    }
    throw itself.failure() != null ? itself.failure() : unconnected(ends);
  }

  private static @Nullable Neighbours neighboursIfAny(
      String commit, RangeEnds ends, DataSources facts) {
    try {
      return neighbours(commit, ends, facts);
    } catch (DataException e) {
      return null;
    }
  }

  private static DataException unconnected(RangeEnds ends) {
    return new DataException(
        "No list of merges and no answer of the site leads from "
            + ends.start()
            + " to "
            + ends.end()
            + "; give --start and --end as commits of master, the older one first");
  }
}

package dev.perftriage.source.range;

import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.range.FetchResult.Neighbours;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The merges of a range as the responses link them: forwards from the start by {@code next} and,
 * where that leads no further, backwards from the end by {@code prev}.
 */
final class LinkedMerges<S> {

  /** More merges than master has in four years: the end is no descendant of the start. */
  private static final int TOO_LONG = 20_000;

  private final ComparisonQuery ends;
  private final NeighbourComparisons<S> steps;
  private final DataSources sources;

  LinkedMerges(ComparisonQuery ends, NeighbourComparisons<S> steps, DataSources sources) {
    this.ends = ends;
    this.steps = steps;
    this.sources = sources;
  }

  /**
   * Follows the range's merges one by one.
   *
   * @param failure why the ends could not be compared; null if they could
   * @throws DataException if no links lead from the start to the end
   */
  MergeChain<S> walk(@Nullable DataException failure) {
    Sha at = ends.start().sha();
    MergeChain<S> chain = new MergeChain<>(at);
    int count = 0;
    @Nullable Sha next = neighbours(at).next();
    while (!ends.end().is(at)) {
      if (next == null || count++ > TOO_LONG) {
        throw failure != null ? failure : unconnected();
      }
      FetchResult<S> result = steps.result(at, next);
      Neighbours neighbours = result.neighbours();
      if (neighbours == null) {
        Neighbours ofNext = result.isNotMeasured() ? null : neighboursIfAny(next);
        if (ofNext == null) {
          addFromEnd(chain, at);
          return chain;
        }
        neighbours = ofNext;
      }
      add(chain, next, result);
      at = next;
      next = neighbours.next();
    }
    return chain;
  }

  /** Walks back from the end to a merge without data, and spans the gap before that. */
  private void addFromEnd(MergeChain<S> chain, Sha from) {
    Deque<FetchResult<S>> results = new ArrayDeque<>();
    Deque<Sha> merges = new ArrayDeque<>();
    Sha at = ends.end().sha();
    Neighbours ofEnd = neighboursIfAny(at);
    if (ofEnd == null) {
      return;
    }
    @Nullable Sha previous = ofEnd.previous();
    while (previous != null && !at.equals(from) && merges.size() < TOO_LONG) {
      FetchResult<S> result = steps.result(previous, at);
      Neighbours neighbours = result.neighbours();
      if (neighbours == null) {
        break;
      }
      results.addFirst(result);
      merges.addFirst(at);
      at = previous;
      previous = neighbours.previous();
    }
    if (!at.equals(from)) {
      add(chain, at, steps.result(from, at));
    }
    while (!merges.isEmpty()) {
      add(chain, merges.removeFirst(), results.removeFirst());
    }
  }

  private void add(MergeChain<S> chain, Sha sha, FetchResult<S> result) {
    chain.add(new Merge(sha, result.pr()), List.of(), result);
  }

  /** The neighbours of a merge, from its comparison with itself. */
  private Neighbours neighbours(Sha commit) {
    ComparisonQuery query = ComparisonQuery.of(commit, commit, ends.metric());
    FetchResult<Sha> itself =
        FetchResult.of(
            () -> sources.comparisons().get(query), comparison -> comparison.after().commit());
    if (itself.neighbours() != null) {
      return itself.neighbours();
    }
    throw itself.failure() != null ? itself.failure() : unconnected();
  }

  private @Nullable Neighbours neighboursIfAny(Sha commit) {
    try {
      return neighbours(commit);
    } catch (DataException e) {
      return null;
    }
  }

  private DataException unconnected() {
    return new DataException(
        "Neither the list of merges nor the site connects %s to %s; %s"
            .formatted(ends.start(), ends.end(), sources.advice().nameCommits()));
  }
}

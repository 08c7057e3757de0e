package dev.perftriage.source.range;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.source.ComparisonSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The comparisons of neighbouring merges by a metric, each fetched once. Results are keyed by
 * query, so the order of the responses does not matter.
 */
final class NeighbourComparisons<S> {

  private final ComparisonSource comparisons;
  private final ThreadPoolExecutor threads;
  private final Metric metric;
  private final Function<ArtifactComparison, S> summarise;
  private final Progress progress;
  private final Map<ComparisonQuery, Future<FetchResult<S>>> results = new LinkedHashMap<>();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger total = new AtomicInteger();

  /** Keeps the result of {@code summarise} for each; several threads call it. */
  NeighbourComparisons(
      ComparisonSource comparisons,
      ThreadPoolExecutor threads,
      Metric metric,
      Function<ArtifactComparison, S> summarise,
      Progress progress) {
    this.comparisons = comparisons;
    this.threads = threads;
    this.metric = metric;
    this.summarise = summarise;
    this.progress = progress;
  }

  /** Starts to fetch the comparison of two commits that are old enough to be measured. */
  void begin(Sha start, Sha end) {
    submit(List.of(query(start, end)), false);
  }

  /** Starts to fetch the comparisons of each merge with the one before it, all old enough. */
  void begin(List<Merge> chain) {
    submit(queries(chain), false);
  }

  /**
   * Fetches the comparisons of each merge of a chain with the one before it, unless they were
   * fetched already.
   *
   * @param endMayGrow whether the last merge may still be being measured
   */
  void fetch(List<Merge> chain, boolean endMayGrow) {
    List<ComparisonQuery> queries = queries(chain);
    submit(queries, endMayGrow);
    queries.forEach(this::result);
  }

  /** The comparison of two merges, fetched on this thread unless it was fetched already. */
  FetchResult<S> result(Sha start, Sha end) {
    ComparisonQuery query = query(start, end);
    if (!results.containsKey(query)) {
      results.put(query, CompletableFuture.completedFuture(ask(query, false)));
      progress.on(done.incrementAndGet(), total.incrementAndGet(), end);
    }
    return result(query);
  }

  /** Waits for running requests and drops queued ones, so that nothing runs beside the caller. */
  void settle() {
    // Cancelling the tasks would also drop those that are running.
    results.values().removeIf(task -> task instanceof Runnable waiting && threads.remove(waiting));
    results.keySet().forEach(this::result);
  }

  private void submit(List<ComparisonQuery> queries, boolean endMayGrow) {
    List<ComparisonQuery> open =
        queries.stream().filter(query -> !results.containsKey(query)).toList();
    total.addAndGet(open.size());
    for (ComparisonQuery query : open) {
      boolean mayGrow = endMayGrow && query.equals(queries.get(queries.size() - 1));
      results.put(
          query,
          threads.submit(
              () -> {
                FetchResult<S> result = ask(query, mayGrow);
                progress.on(done.incrementAndGet(), total.get(), query.end().sha());
                return result;
              }));
    }
  }

  private FetchResult<S> ask(ComparisonQuery query, boolean mayGrow) {
    return FetchResult.of(
        () -> mayGrow ? comparisons.getLatest(query) : comparisons.get(query), summarise);
  }

  ComparisonQuery query(Sha start, Sha end) {
    return ComparisonQuery.of(start, end, metric);
  }

  private List<ComparisonQuery> queries(List<Merge> chain) {
    List<ComparisonQuery> queries = new ArrayList<>();
    for (int i = 1; i < chain.size(); i++) {
      queries.add(query(chain.get(i - 1).sha(), chain.get(i).sha()));
    }
    return queries;
  }

  private FetchResult<S> result(ComparisonQuery query) {
    try {
      return Objects.requireNonNull(results.get(query)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("Fetching was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}

package dev.perftriage.source.range;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.source.DataSources;
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
 * The comparisons of neighbouring merges, fetched on a bounded number of threads and each once. In
 * whatever order the answers arrive, they are told apart by the merges they are about.
 */
final class ComparisonFetcher<S> {

  private final DataSources facts;
  private final Metric metric;
  private final Function<ArtifactComparison, S> summarise;
  private final ThreadPoolExecutor threads;
  private final Progress progress;
  private final Map<Pair, Future<FetchResult<S>>> outcomes = new LinkedHashMap<>();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger total = new AtomicInteger();

  ComparisonFetcher(
      DataSources facts,
      Metric metric,
      Function<ArtifactComparison, S> summarise,
      ThreadPoolExecutor threads,
      Progress progress) {
    this.facts = facts;
    this.metric = metric;
    this.summarise = summarise;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Begins to fetch the comparisons of each merge of a chain with the one before it.
   *
   * @param chain merges that are known to be old enough to be measured
   */
  void begin(List<Merge> chain) {
    submit(pairs(chain), false);
  }

  /**
   * Fetches the comparisons of each merge of a chain with the one before it, as far as they were
   * not fetched yet.
   *
   * @param endMayGrow whether the last merge may still be being measured
   */
  void fetch(List<Merge> chain, boolean endMayGrow) {
    List<Pair> pairs = pairs(chain);
    submit(pairs, endMayGrow);
    pairs.forEach(this::result);
  }

  /** The comparison of two merges, fetched on this thread if it was not fetched yet. */
  FetchResult<S> outcome(String start, String end) {
    Pair pair = new Pair(start, end);
    if (!outcomes.containsKey(pair)) {
      outcomes.put(pair, CompletableFuture.completedFuture(ask(pair, false)));
      progress.on(done.incrementAndGet(), total.incrementAndGet(), end);
    }
    return result(pair);
  }

  /**
   * Waits for what is under way, and forgets what is not, so that nothing runs beside the caller.
   */
  void settle() {
    // To cancel them would forget those, too, that a thread is at work on.
    outcomes.values().removeIf(task -> task instanceof Runnable waiting && threads.remove(waiting));
    outcomes.keySet().forEach(this::result);
  }

  private void submit(List<Pair> pairs, boolean endMayGrow) {
    List<Pair> open = pairs.stream().filter(pair -> !outcomes.containsKey(pair)).toList();
    total.addAndGet(open.size());
    for (Pair pair : open) {
      boolean mayGrow = endMayGrow && pair.equals(pairs.get(pairs.size() - 1));
      outcomes.put(
          pair,
          threads.submit(
              () -> {
                FetchResult<S> outcome = ask(pair, mayGrow);
                progress.on(done.incrementAndGet(), total.get(), pair.end());
                return outcome;
              }));
    }
  }

  private FetchResult<S> ask(Pair pair, boolean mayGrow) {
    return FetchResult.of(
        () ->
            mayGrow
                ? facts.newestComparison(pair.start(), pair.end(), metric)
                : facts.comparison(pair.start(), pair.end(), metric),
        summarise);
  }

  private static List<Pair> pairs(List<Merge> chain) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < chain.size(); i++) {
      pairs.add(new Pair(chain.get(i - 1).sha(), chain.get(i).sha()));
    }
    return pairs;
  }

  private FetchResult<S> result(Pair pair) {
    try {
      return Objects.requireNonNull(outcomes.get(pair)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("Fetching was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private record Pair(String start, String end) {}
}

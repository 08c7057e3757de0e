package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The comparisons of neighbouring merges, fetched on a bounded number of threads and each once. In
 * whatever order the answers arrive, they are told apart by the merges they are about.
 */
final class Steps<S> {

  private final Facts facts;
  private final Metric metric;
  private final Function<ArtifactComparison, S> summarise;
  private final ExecutorService threads;
  private final Progress progress;
  private final Map<Pair, Outcome<S>> outcomes = new LinkedHashMap<>();
  private final AtomicInteger done = new AtomicInteger();

  Steps(
      Facts facts,
      Metric metric,
      Function<ArtifactComparison, S> summarise,
      ExecutorService threads,
      Progress progress) {
    this.facts = facts;
    this.metric = metric;
    this.summarise = summarise;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Fetches the comparisons of each merge of a chain with the one before it, as far as they were
   * not fetched yet.
   *
   * @param endMayGrow whether the last merge may still be being measured
   */
  void fetch(List<Merge> chain, boolean endMayGrow) {
    Map<Pair, Future<Outcome<S>>> running = new LinkedHashMap<>();
    List<Pair> pairs = pairs(chain).stream().filter(pair -> !outcomes.containsKey(pair)).toList();
    int total = outcomes.size() + pairs.size();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      boolean mayGrow = endMayGrow && i == pairs.size() - 1;
      running.put(
          pair,
          threads.submit(
              () -> {
                Outcome<S> outcome = ask(pair, mayGrow);
                progress.on(done.incrementAndGet(), total, pair.end());
                return outcome;
              }));
    }
    running.forEach((pair, future) -> outcomes.put(pair, result(future)));
  }

  /** The comparison of two merges, fetched on this thread if it was not fetched yet. */
  Outcome<S> outcome(String start, String end) {
    Pair pair = new Pair(start, end);
    Outcome<S> known = outcomes.get(pair);
    if (known == null) {
      known = ask(pair, false);
      outcomes.put(pair, known);
      progress.on(done.incrementAndGet(), outcomes.size(), end);
    }
    return known;
  }

  private Outcome<S> ask(Pair pair, boolean mayGrow) {
    return Outcome.of(
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

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("Fetching was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private record Pair(String start, String end) {}
}

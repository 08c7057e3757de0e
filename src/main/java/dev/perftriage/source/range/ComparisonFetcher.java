package dev.perftriage.source.range;

import dev.perftriage.model.DataException;
import dev.perftriage.source.ComparisonSource;
import dev.perftriage.source.io.DaemonThreads;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;

/** Fetches comparisons on a bounded number of threads, until it is closed. */
final class ComparisonFetcher implements AutoCloseable {

  private static final String THREADS = "fetching";

  private final ComparisonSource comparisons;
  private final ThreadPoolExecutor threads;

  /**
   * A fetcher.
   *
   * @param jobs maximum concurrent requests for comparisons, 1 or more
   */
  ComparisonFetcher(ComparisonSource comparisons, int jobs) {
    this.comparisons = comparisons;
    this.threads = DaemonThreads.pool(THREADS, jobs);
  }

  ComparisonSource comparisons() {
    return comparisons;
  }

  /** Begins to fetch what others wait for. */
  <T> CompletableFuture<T> fetch(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, threads);
  }

  /** Begins to fetch what may be {@linkplain #forget forgotten}. */
  <T> Future<T> submit(Callable<T> question) {
    return threads.submit(question);
  }

  /** Forgets something that was submitted; false where a thread is at work on it already. */
  boolean forget(Future<?> task) {
    return task instanceof Runnable waiting && threads.remove(waiting);
  }

  /** Runs work that is no request of the bounded number. */
  static void beside(Runnable work) {
    DaemonThreads.start(THREADS, work);
  }

  /**
   * What something comes to.
   *
   * @throws DataException where it failed so
   */
  static <T> T result(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof DataException failure ? failure : e;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

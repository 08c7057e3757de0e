package dev.perftriage.app;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.source.io.DaemonThreads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** Fetches a comparison by several metrics at once, as many as a polite client asks for. */
public final class MetricFetch {

  private static final int MOST_AT_ONCE = 4;

  private MetricFetch() {}

  /**
   * The comparison by each metric, in their order.
   *
   * @throws DataException for the first one that is unavailable, after the others were fetched for
   *     nevertheless, and are kept where answers are
   */
  public static List<ArtifactComparison> all(
      List<Metric> metrics, Function<Metric, ArtifactComparison> comparison) {
    if (metrics.size() == 1) {
      return List.of(comparison.apply(metrics.get(0)));
    }
    ExecutorService threads = DaemonThreads.pool("metrics", Math.min(metrics.size(), MOST_AT_ONCE));
    try {
      List<CompletableFuture<ArtifactComparison>> futures =
          metrics.stream()
              .map(metric -> CompletableFuture.supplyAsync(() -> comparison.apply(metric), threads))
              .toList();
      CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
          .exceptionally(failure -> null)
          .join();
      return futures.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof DataException failure) {
        throw failure;
      }
      throw e;
    } finally {
      threads.shutdown();
    }
  }
}

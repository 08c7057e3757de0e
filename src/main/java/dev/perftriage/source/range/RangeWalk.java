package dev.perftriage.source.range;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Coverage.HalfMeasured;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.source.ComparisonSource;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.http.NotMeasuredException;
import dev.perftriage.source.io.DaemonThreads;
import dev.perftriage.source.range.MergeChain.MergeStep;
import dev.perftriage.source.revision.NearestMeasured;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the comparisons of ranges of commits (start, end]: one of the range's ends, and one of
 * each measured merge with the measured merge before it. Only the caller's summary of a comparison
 * is kept.
 *
 * <p>The commit list gives the merges in advance, so that their comparisons are fetched in
 * parallel. If there is no list, or it lacks an end, or a response contradicts it, the merges are
 * found by following the links in the responses.
 */
public final class RangeWalk implements AutoCloseable {

  private static final String THREADS = "fetching";

  private final DataSources sources;
  private final ThreadPoolExecutor threads;

  /**
   * A walk, whose threads stop when it is closed.
   *
   * @param jobs maximum concurrent requests for comparisons, 1 or more
   */
  public RangeWalk(DataSources sources, int jobs) {
    this.sources = sources;
    this.threads = DaemonThreads.pool(THREADS, jobs);
  }

  /**
   * Walks a range.
   *
   * @param asked the revision before the first merge, and the last merge
   * @param ofWhole summarises the comparison of the range's ends
   * @param ofStep summarises each comparison of a merge; called by several threads
   * @throws DataException if no comparison at all is available
   */
  public <S> WalkedRange<S> walk(
      ComparisonQuery asked,
      Progress progress,
      Function<ArtifactComparison, S> ofWhole,
      Function<ArtifactComparison, S> ofStep) {
    CompletableFuture<CommitHistory> listing =
        CompletableFuture.supplyAsync(sources.merges()::get, RangeWalk::beside);
    if (asked.start().equals(asked.end())) {
      throw new DataException("The range is empty: no known merge after " + asked.start());
    }
    CompletableFuture<ArtifactComparison> comparing = begin(() -> sources.comparisons().get(asked));
    // Summarised at once, while the other comparisons are being fetched.
    CompletableFuture<S> summary = comparing.thenApplyAsync(ofWhole, RangeWalk::beside);
    NeighbourComparisons<S> steps = neighbours(asked.metric(), ofStep, progress);
    RangePlan plan = new RangePlan(asked, listed(listing), sources.advice());
    // The merges that are surely measured need not wait for the comparison of the ends.
    steps.begin(plan.foreseen());
    @Nullable DataException failure =
        FetchResult.of(() -> result(comparing), whole -> whole).failure();
    RangePlan found = failure == null ? plan.foundBy(result(comparing)) : assumed(plan, failure);
    boolean endMayGrow = !asked.end().isFixed();
    MergeChain<S> chain =
        found
            .chain()
            .flatMap(merges -> ListedMerges.walk(merges, steps, endMayGrow))
            .orElseGet(
                () -> {
                  steps.settle();
                  return new LinkedMerges<>(found.ends(), steps, sources).walk(failure);
                });
    Sha last = chain.lastMeasured();
    if (failure != null && (chain.steps().isEmpty() || found.ends().start().is(last))) {
      throw failure;
    }
    Optional<S> whole = failure == null ? Optional.of(result(summary)) : Optional.empty();
    @Nullable DataException missing = failure;
    if (failure instanceof NotMeasuredException) {
      // The measured ends are closer together.
      FetchResult<S> measured = compare(found.ends().to(last), ofWhole);
      whole = Optional.ofNullable(measured.value());
      missing = measured.failure();
    }
    List<HalfMeasured> halfMeasured = chain.halfMeasured();
    Optional<Sha> lastWhole =
        chain.lastWhole(halfMeasured).filter(merge -> !merge.equals(chain.lastMeasured()));
    if (lastWhole.isPresent()) {
      // The rest of their data may come: the next range has them.
      FetchResult<S> measured = compare(found.ends().to(lastWhole.get()), ofWhole);
      if (measured.value() != null) {
        halfMeasured = leftOut(halfMeasured, chain, lastWhole.get());
        chain.endAt(lastWhole.get());
        whole = Optional.of(measured.value());
        missing = null;
      }
    }
    last = chain.lastMeasured();
    return new WalkedRange<>(
        this,
        found,
        progress,
        whole,
        chain.steps(),
        new Coverage(
            found.ends().start().sha(),
            last,
            found.ends().end().is(last) ? null : found.ends().end().sha(),
            chain.gaps(),
            chain.missing(),
            missing == null ? null : missing.getMessage(),
            halfMeasured));
  }

  /** Marks the merges after the last one that was measured as a whole. */
  private static List<HalfMeasured> leftOut(
      List<HalfMeasured> all, MergeChain<?> chain, Sha lastWhole) {
    Set<Sha> kept = new HashSet<>();
    kept.add(chain.steps().get(0).start());
    for (MergeStep<?> step : chain.steps()) {
      kept.add(step.end().sha());
      if (step.end().sha().equals(lastWhole)) {
        break;
      }
    }
    return all.stream().map(one -> kept.contains(one.merge().sha()) ? one : one.leftOut()).toList();
  }

  private RangePlan assumed(RangePlan plan, DataException failure) {
    return plan.assumedAfter(failure)
        .orElseThrow(() -> new NearestMeasured(sources).added(failure, plan.ends()));
  }

  <S> FetchResult<S> compare(ComparisonQuery ends, Function<ArtifactComparison, S> summarise) {
    return FetchResult.of(() -> sources.comparisons().get(ends), summarise);
  }

  /** The comparisons of neighbouring merges, none of them requested yet. */
  <S> NeighbourComparisons<S> neighbours(
      Metric metric, Function<ArtifactComparison, S> summarise, Progress progress) {
    return neighbours(all(), metric, summarise, progress);
  }

  /** The comparisons of neighbouring merges from a source, none of them requested yet. */
  <S> NeighbourComparisons<S> neighbours(
      ComparisonSource source,
      Metric metric,
      Function<ArtifactComparison, S> summarise,
      Progress progress) {
    return new NeighbourComparisons<>(source, threads, metric, summarise, progress);
  }

  /** All comparisons. */
  ComparisonSource all() {
    return sources.comparisons();
  }

  /** All comparisons, but those that start at some merges only if they are stored. */
  ComparisonSource storedUpTo(List<Merge> merges) {
    Set<Sha> old = merges.stream().map(Merge::sha).collect(Collectors.toSet());
    return query ->
        old.contains(query.start().sha())
            ? sources.stored().finalComparison(query)
            : all().get(query);
  }

  /** Starts to fetch, on the threads that bound the number of requests. */
  <T> CompletableFuture<T> begin(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, threads);
  }

  private static void beside(Runnable work) {
    DaemonThreads.start(THREADS, work);
  }

  /** Waits for a result; rethrows the {@link DataException} that it failed with. */
  static <T> T result(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof DataException failure ? failure : e;
    }
  }

  private static Optional<CommitHistory> listed(CompletableFuture<CommitHistory> list) {
    try {
      return Optional.of(result(list));
    } catch (DataException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

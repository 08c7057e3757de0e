package dev.perftriage.source.range;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.MissingComparison;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.http.NotMeasuredException;
import dev.perftriage.source.wire.CommitHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A range of commits (start, end] as comparisons: one of its ends, and one of each measured merge
 * with the measured merge before it. What the caller makes of a comparison is kept, the comparison
 * itself is not.
 *
 * <p>The commit list gives the merges in advance, so that their comparisons are fetched side by
 * side. Where there is no list, or it does not hold both ends, or an answer contradicts it, the
 * merges are found by following each answer's {@code next}.
 */
public final class RangeWalk {

  private final DataSources facts;
  private final int jobs;
  private final Progress progress;
  private Optional<CommitHistory> list = Optional.empty();

  /**
   * A walk over facts.
   *
   * @param jobs the most comparisons that are asked for at once, 1 or more
   */
  public RangeWalk(DataSources facts, int jobs, Progress progress) {
    this.facts = facts;
    this.jobs = jobs;
    this.progress = progress;
  }

  /**
   * Walks a range.
   *
   * @param start the revision before the first merge; null for the store's oldest, which only an
   *     offline walk has
   * @param end the last merge; null for the newest measured commit
   * @param ofWhole what to make of the comparison of the range's ends
   * @param ofStep what to make of each comparison of a merge; called by several threads
   * @throws DataException where no comparison at all can be had
   */
  public <S> Walked<S> walk(
      @Nullable String start,
      @Nullable String end,
      Metric metric,
      Function<ArtifactComparison, S> ofWhole,
      Function<ArtifactComparison, S> ofStep) {
    ThreadPoolExecutor threads = threads();
    try {
      CompletableFuture<CommitHistory> listing = start(facts::commits, RangeWalk::run);
      String from = start != null ? start : facts.storedEnds(metric).oldestStart();
      String to = end != null ? end : facts.isOffline() ? facts.storedEnds(metric).newestEnd() : "";
      if (from.equals(to)) {
        throw new DataException(
            "The range is empty: nothing has been merged after " + from + ", as far as is known");
      }
      RangeEnds asked = new RangeEnds(from, to, metric);
      CompletableFuture<ArtifactComparison> comparing = start(() -> asked.compare(facts), threads);
      // At once, while the other comparisons are on their way.
      CompletableFuture<S> whole = comparing.thenApplyAsync(ofWhole, RangeWalk::run);
      ComparisonFetcher<S> steps =
          new ComparisonFetcher<>(facts, metric, ofStep, threads, progress);
      list = listed(listing);
      return walk(asked, comparing, whole, steps, ofWhole);
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Compares the ends and some of the merges of a range that was walked before, by another metric.
   *
   * @param range what the walk covered
   * @param ofWhole what to make of the comparison of the range's ends
   * @param ofStep what to make of each comparison of a merge; called by several threads
   * @return what could be had; the coverage says what could not
   */
  public <S> Walked<S> again(
      Metric metric,
      Coverage range,
      List<MergeStep> merges,
      Function<ArtifactComparison, S> ofWhole,
      Function<ArtifactComparison, S> ofStep) {
    ThreadPoolExecutor threads = threads();
    try {
      ComparisonFetcher<S> steps =
          new ComparisonFetcher<>(facts, metric, ofStep, threads, progress);
      CompletableFuture<FetchResult<S>> comparing =
          start(
              () ->
                  FetchResult.of(
                      () -> facts.comparison(range.start(), range.end(), metric), ofWhole),
              threads);
      merges.forEach(merge -> steps.begin(List.of(new Merge(merge.start(), null), merge.end())));
      FetchResult<S> whole = result(comparing);
      List<S> found = new ArrayList<>();
      List<MissingComparison> missing = new ArrayList<>();
      for (MergeStep merge : merges) {
        FetchResult<S> outcome = steps.outcome(merge.start(), merge.end().sha());
        if (outcome.value() != null) {
          found.add(outcome.value());
        } else if (outcome.failure() != null) {
          missing.add(
              new MissingComparison(
                  merge.start(), merge.end(), String.valueOf(outcome.failure().getMessage())));
        }
      }
      return new Walked<>(
          Optional.ofNullable(whole.value()),
          found,
          new Coverage(
              range.start(),
              range.end(),
              null,
              List.of(),
              missing,
              whole.failure() == null ? null : whole.failure().getMessage()));
    } finally {
      threads.shutdownNow();
    }
  }

  private <S> Walked<S> walk(
      RangeEnds asked,
      CompletableFuture<ArtifactComparison> comparing,
      CompletableFuture<S> whole,
      ComparisonFetcher<S> steps,
      Function<ArtifactComparison, S> ofWhole) {
    // The merges that are surely measured need not wait for the comparison of the ends.
    list.ifPresent(merges -> steps.begin(asked.foreseen(merges)));
    Optional<ArtifactComparison> compared = Optional.empty();
    @Nullable DataException failure = null;
    try {
      compared = Optional.of(result(comparing));
    } catch (DataException e) {
      failure = e;
    }
    RangeEnds ends = compared.map(asked::foundBy).orElse(asked);
    if (failure != null) {
      ends = asked.assumed(list, failure, facts);
    }
    Optional<List<Merge>> chain = list.flatMap(ends::chain);
    Optional<Chain<S>> walked =
        chain.flatMap(merges -> ListedMerges.walk(merges, steps, !asked.isFixed()));
    Chain<S> found;
    if (walked.isPresent()) {
      found = walked.get();
    } else {
      steps.settle();
      found = LinkedMerges.walk(ends, facts, steps, failure);
    }
    return whole(ends, found, compared.map(unused -> result(whole)), failure, ofWhole);
  }

  /** Adds the comparison of the ends, which may have turned out to lie closer together. */
  private <S> Walked<S> whole(
      RangeEnds ends,
      Chain<S> found,
      Optional<S> compared,
      @Nullable DataException failure,
      Function<ArtifactComparison, S> ofWhole) {
    String last = found.lastMeasured();
    if (failure != null && (found.steps().isEmpty() || last.equals(ends.start()))) {
      throw failure;
    }
    Optional<S> whole = compared;
    @Nullable String wholeMissing = failure == null ? null : failure.getMessage();
    if (failure instanceof NotMeasuredException) {
      FetchResult<S> outcome =
          FetchResult.of(() -> facts.comparison(ends.start(), last, ends.metric()), ofWhole);
      whole = Optional.ofNullable(outcome.value());
      wholeMissing = outcome.failure() == null ? null : outcome.failure().getMessage();
    }
    Coverage coverage =
        new Coverage(
            ends.start(),
            last,
            last.equals(ends.end()) ? null : ends.end(),
            found.gaps(),
            found.missing(),
            wholeMissing);
    return new Walked<>(whole, found.steps(), coverage);
  }

  /**
   * The merges before a range that was walked, as far as the list of merges reaches and their
   * comparisons can be had: what is missing is a gap.
   *
   * @param start the full SHA that the range starts after
   * @param count the most merges to go back
   * @param ofStep what to make of each comparison of a merge; called by several threads
   */
  public <S> Context<S> before(
      String start, int count, Metric metric, Function<ArtifactComparison, S> ofStep) {
    ThreadPoolExecutor threads = threads();
    try {
      ComparisonFetcher<S> steps =
          new ComparisonFetcher<>(facts, metric, ofStep, threads, progress);
      return list.map(merges -> merges.before(start, count))
          .flatMap(merges -> ListedMerges.walk(merges, steps, false))
          .map(chain -> new Context<>(chain.steps(), chain.gaps()))
          .orElseGet(() -> new Context<>(List.of(), List.of()));
    } finally {
      threads.shutdownNow();
    }
  }

  private ThreadPoolExecutor threads() {
    return new ThreadPoolExecutor(
        jobs, jobs, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), RangeWalk::daemon);
  }

  private static <T> CompletableFuture<T> start(Supplier<T> question, Executor threads) {
    return CompletableFuture.supplyAsync(question, threads);
  }

  private static Optional<CommitHistory> listed(CompletableFuture<CommitHistory> list) {
    try {
      return Optional.of(result(list));
    } catch (DataException e) {
      return Optional.empty();
    }
  }

  private static <T> T result(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof DataException failure ? failure : e;
    }
  }

  private static void run(Runnable work) {
    daemon(work).start();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fetching");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * A range, summarised.
   *
   * @param whole the comparison of its ends; empty where it could not be had
   * @param steps the comparisons of measured merges, in commit order
   * @param coverage what of the range they cover
   */
  public record Walked<S>(Optional<S> whole, List<S> steps, Coverage coverage) {

    /** Copies the list. */
    public Walked {
      steps = List.copyOf(steps);
    }
  }

  /**
   * The merges before a range.
   *
   * @param steps the comparisons that could be had, in commit order
   * @param gaps those of them that span several merges
   */
  public record Context<S>(List<S> steps, List<Gap> gaps) {

    /** Copies the lists. */
    public Context {
      steps = List.copyOf(steps);
      gaps = List.copyOf(gaps);
    }
  }
}

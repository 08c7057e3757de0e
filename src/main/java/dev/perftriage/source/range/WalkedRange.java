package dev.perftriage.source.range;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.source.ComparisonSource;
import dev.perftriage.source.range.MergeChain.MergeStep;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/** A summarised range. While its walk is open, it also fetches earlier merges and other metrics. */
public final class WalkedRange<S> {

  private final RangeWalk walk;
  private final RangePlan plan;
  private final Progress progress;
  private final Optional<S> whole;
  private final List<MergeStep<S>> steps;
  private final Coverage coverage;

  WalkedRange(
      RangeWalk walk,
      RangePlan plan,
      Progress progress,
      Optional<S> whole,
      List<MergeStep<S>> steps,
      Coverage coverage) {
    this.walk = walk;
    this.plan = plan;
    this.progress = progress;
    this.whole = whole;
    this.steps = List.copyOf(steps);
    this.coverage = coverage;
  }

  /** The comparison of the range's ends; empty if it is missing. */
  public Optional<S> whole() {
    return whole;
  }

  /** The comparisons of measured merges, in commit order. */
  public List<S> steps() {
    return steps.stream().map(MergeStep::summary).toList();
  }

  public Coverage coverage() {
    return coverage;
  }

  /** The same range with each summary mapped, such as to a part of it. */
  public <T> WalkedRange<T> map(Function<S, T> part) {
    List<MergeStep<T>> mapped =
        steps.stream()
            .map(step -> new MergeStep<>(step.start(), step.end(), part.apply(step.summary())))
            .toList();
    return new WalkedRange<>(walk, plan, progress, whole.map(part), mapped, coverage);
  }

  /**
   * The merges before the range that are on the list of merges and whose comparisons are available,
   * and those before these as far as their comparisons are stored.
   *
   * @param count the maximum number of merges whose comparisons are requested; if it is 0, none is
   *     looked for
   * @param stored the maximum number of merges if all comparisons before the requested ones are
   *     stored
   * @param ofStep summarises each comparison of a merge; called by several threads
   */
  public <T> Context<T> before(int count, int stored, Function<ArtifactComparison, T> ofStep) {
    int most = count == 0 ? 0 : Math.max(count, stored);
    List<Merge> merges =
        plan.list().map(list -> list.before(coverage.start(), most)).orElse(List.of());
    int older = merges.size() - 1 - count;
    return context(
        merges, older > 0 ? walk.storedUpTo(merges.subList(0, older)) : walk.all(), ofStep);
  }

  /**
   * The merges after the range that are on the list of merges and whose comparisons are available.
   *
   * @param count the maximum number of merges to go on
   * @param ofStep summarises each comparison of a merge; called by several threads
   */
  public <T> Context<T> after(int count, Function<ArtifactComparison, T> ofStep) {
    List<Merge> merges =
        plan.list().map(list -> list.after(coverage.end(), count)).orElse(List.of());
    return context(merges, walk.all(), ofStep);
  }

  private <T> Context<T> context(
      List<Merge> merges, ComparisonSource source, Function<ArtifactComparison, T> ofStep) {
    return Optional.of(merges)
        .filter(some -> !some.isEmpty())
        .flatMap(
            some ->
                ListedMerges.walk(
                    some, walk.neighbours(source, plan.ends().metric(), ofStep, progress), true))
        .map(chain -> new Context<>(chain.summaries(), chain.gaps()))
        .orElseGet(() -> new Context<>(List.of(), List.of()));
  }

  /**
   * The range's ends and some of its merges by another metric.
   *
   * @param which the merges to include
   * @param ofWhole summarises the comparison of the range's ends
   * @param ofStep summarises each comparison of a merge; called by several threads
   * @return the available comparisons; the coverage lists the missing ones
   */
  public <T> WalkedRange<T> by(
      Metric metric,
      Progress progress,
      Predicate<S> which,
      Function<ArtifactComparison, T> ofWhole,
      Function<ArtifactComparison, T> ofStep) {
    RangePlan ends = plan.of(ComparisonQuery.of(coverage.start(), coverage.end(), metric));
    CompletableFuture<FetchResult<T>> comparing =
        walk.begin(() -> walk.compare(ends.ends(), ofWhole));
    MergeChain<T> found = chosen(metric, progress, which, ofStep);
    FetchResult<T> compared = RangeWalk.result(comparing);
    return new WalkedRange<>(
        walk,
        ends,
        progress,
        Optional.ofNullable(compared.value()),
        found.steps(),
        new Coverage(
            coverage.start(),
            coverage.end(),
            null,
            List.of(),
            found.missing(),
            compared.failure() == null ? null : compared.failure().getMessage(),
            List.of()));
  }

  /**
   * Some of the range's merges by another metric, as far as their comparisons are available.
   *
   * @param which the merges to include
   * @param ofStep summarises each comparison of a merge; called by several threads
   */
  public <T> List<T> someBy(
      Metric metric,
      Progress progress,
      Predicate<S> which,
      Function<ArtifactComparison, T> ofStep) {
    return chosen(metric, progress, which, ofStep).summaries();
  }

  private <T> MergeChain<T> chosen(
      Metric metric,
      Progress progress,
      Predicate<S> which,
      Function<ArtifactComparison, T> ofStep) {
    NeighbourComparisons<T> neighbours = walk.neighbours(metric, ofStep, progress);
    List<MergeStep<S>> chosen = steps.stream().filter(step -> which.test(step.summary())).toList();
    chosen.forEach(step -> neighbours.begin(step.start(), step.end().sha()));
    MergeChain<T> found = new MergeChain<>(coverage.start());
    for (MergeStep<S> step : chosen) {
      found.add(step.start(), step.end(), neighbours.result(step.start(), step.end().sha()));
    }
    return found;
  }

  /**
   * The merges before or after a range.
   *
   * @param steps the available comparisons, in commit order
   * @param gaps those of them that span several merges
   */
  public record Context<S>(List<S> steps, List<Gap> gaps) {

    public Context {
      steps = List.copyOf(steps);
      gaps = List.copyOf(gaps);
    }
  }
}

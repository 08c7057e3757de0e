package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A range of commits (start, end] as comparisons: one of its ends, and one of each merge with the
 * one before it. What the caller makes of a comparison is kept, the comparison itself is not.
 */
public final class RangeWalk {

  private final Facts facts;

  /** A walk over facts. */
  public RangeWalk(Facts facts) {
    this.facts = facts;
  }

  /**
   * Walks a range.
   *
   * @param start the revision before the first merge; null for the store's oldest, which only an
   *     offline walk has
   * @param end the last merge; null for the newest measured commit
   * @param summariseWhole what to make of the comparison of the range's ends
   * @param summariseStep what to make of each comparison of neighbouring merges
   * @throws DataException where a comparison cannot be had
   */
  public <W, S> Walked<W, S> walk(
      @Nullable String start,
      @Nullable String end,
      Metric metric,
      Function<ArtifactComparison, W> summariseWhole,
      Function<ArtifactComparison, S> summariseStep) {
    ArtifactComparison whole =
        facts.isOffline()
            ? facts.comparison(
                start != null ? start : facts.oldestStored(metric),
                end != null ? end : facts.newestStored(metric),
                metric)
            : facts.comparison(
                Objects.requireNonNull(start), Objects.requireNonNullElse(end, ""), metric);
    List<String> chain = chain(whole);
    List<S> steps = new ArrayList<>();
    for (int i = 1; i < chain.size(); i++) {
      steps.add(summariseStep.apply(facts.comparison(chain.get(i - 1), chain.get(i), metric)));
    }
    return new Walked<>(summariseWhole.apply(whole), steps);
  }

  /** The commits of the range, from its start to its end. */
  private List<String> chain(ArtifactComparison whole) {
    String start = whole.before().commit();
    String end = whole.after().commit();
    return facts
        .commits()
        .chain(start, end)
        .orElseThrow(
            () ->
                new DataException(
                    "The list of merges does not connect "
                        + start
                        + " with "
                        + end
                        + ": give --start and --end as commits of master, the older one first"));
  }

  /**
   * A range, summarised.
   *
   * @param whole the comparison of its ends
   * @param steps the comparisons of neighbouring merges, in commit order
   */
  public record Walked<W, S>(W whole, List<S> steps) {

    /** Copies the list. */
    public Walked {
      steps = List.copyOf(steps);
    }
  }
}

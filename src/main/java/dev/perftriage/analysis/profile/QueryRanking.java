package dev.perftriage.analysis.profile;

import dev.perftriage.model.profile.QueryChange;
import dev.perftriage.model.profile.QueryFigures;
import dev.perftriage.model.profile.SelfProfile;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The queries of a self-profile, those that changed most first: by invocations, which are exact,
 * then by self time, cache hits and the time to load results.
 *
 * @param profile the self-profiles of both compilers
 */
public record QueryRanking(SelfProfile profile) {

  /** How many queries are worth a reader's time. */
  private static final int MOST = 5;

  /** How many of them are chosen by invocations; the others by self time. */
  private static final int MOST_BY_INVOCATIONS = 3;

  /** A query that has less of all changes in self time than this is not chosen by self time. */
  private static final double LEAST_TIME = 0.05;

  /** Nor is one whose own time changed less than this: two runs of a compiler differ as much. */
  private static final double LEAST_OWN_TIME = 0.01;

  private static final Comparator<QueryChange> BY_TIME =
      Comparator.comparingLong((QueryChange query) -> -Math.abs(query.change().selfTime()))
          .thenComparingLong(query -> -Math.abs(query.change().invocations()))
          .thenComparing(QueryChange::label);

  private static final Comparator<QueryChange> BY_INVOCATIONS =
      Comparator.comparingLong((QueryChange query) -> -Math.abs(query.change().invocations()))
          .thenComparingLong(query -> -Math.abs(query.change().selfTime()))
          .thenComparingLong(query -> -Math.abs(query.change().cacheHits()))
          .thenComparingLong(query -> -Math.abs(query.change().loadTime()))
          .thenComparing(QueryChange::label);

  /** All queries, changed or not. */
  public List<QueryChange> all() {
    return profile.queries().stream().sorted(BY_INVOCATIONS).toList();
  }

  /**
   * At most five: the three whose invocations changed most, then those with at least a twentieth of
   * all changes in self time and a hundredth of their own. Empty if nothing changed.
   */
  public List<QueryChange> largest() {
    Set<QueryChange> chosen = new LinkedHashSet<>();
    all().stream()
        .filter(query -> query.change().invocations() != 0)
        .limit(MOST_BY_INVOCATIONS)
        .forEach(chosen::add);
    double moved =
        profile.queries().stream()
            .mapToDouble(query -> Math.abs((double) query.change().selfTime()))
            .sum();
    profile.queries().stream()
        .filter(query -> isNotable(query, moved))
        .sorted(BY_TIME)
        .filter(query -> !chosen.contains(query))
        .limit(MOST - chosen.size())
        .toList()
        .forEach(chosen::add);
    return List.copyOf(chosen);
  }

  private static boolean isNotable(QueryChange query, double moved) {
    double change = Math.abs((double) query.change().selfTime());
    return change > 0
        && change >= LEAST_TIME * moved
        && change >= LEAST_OWN_TIME * (double) query.before().selfTime();
  }

  /** The change of all queries together. */
  public QueryFigures whole() {
    return profile.totals().change();
  }

  /**
   * A query's part of the whole change, as a fraction: negative if it goes the other way, above 1
   * if others go the other way. Empty if the whole did not change.
   *
   * @param part the query's change
   * @param whole that of all queries together
   */
  public static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / (double) whole);
  }
}

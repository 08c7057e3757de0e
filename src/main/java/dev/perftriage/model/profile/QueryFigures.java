package dev.perftriage.model.profile;

/**
 * What a self-profile counts of one query or activity of the compiler; negative in a difference of
 * two.
 *
 * @param invocations how often it ran, without what the cache answered; exact, so that two runs of
 *     a compiler have the same
 * @param selfTime the time spent in it without its callees, in nanoseconds on the clock; of one
 *     run, and therefore noisy
 * @param cacheHits how often the cache answered in its place
 * @param loadTime the time to load its results from the incremental cache, in nanoseconds; of one
 *     run, likewise
 */
public record QueryFigures(long invocations, long selfTime, long cacheHits, long loadTime) {

  /** These figures less others. */
  public QueryFigures minus(QueryFigures other) {
    return new QueryFigures(
        invocations - other.invocations,
        selfTime - other.selfTime,
        cacheHits - other.cacheHits,
        loadTime - other.loadTime);
  }
}

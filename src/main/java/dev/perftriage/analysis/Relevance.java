package dev.perftriage.analysis;

import dev.perftriage.model.Metric;
import dev.perftriage.model.TestResultComparison;

/** The site's rule of relevance: a relevant change is significant and not very small. */
public final class Relevance {

  private Relevance() {}

  /**
   * Whether the change reaches its significance threshold, as an infinite one always does; false if
   * it cannot be judged.
   */
  public static boolean isSignificant(TestResultComparison result) {
    return result.isJudged() && Math.abs(result.change()) >= result.significanceThreshold();
  }

  /**
   * Whether the change is relevant by the site's rule, which the site's own verdict must match; see
   * {@link ComparisonSummary#disagreements()}.
   */
  public static boolean isRelevant(TestResultComparison result, Metric metric) {
    return isRelevant(result, magnitude(result, metric));
  }

  static boolean isRelevant(TestResultComparison result, Magnitude magnitude) {
    return isSignificant(result) && magnitude.isAtLeast(Magnitude.SMALL);
  }

  static Magnitude magnitude(TestResultComparison result, Metric metric) {
    return Magnitude.of(result.change(), result.significanceThreshold(), metric);
  }
}

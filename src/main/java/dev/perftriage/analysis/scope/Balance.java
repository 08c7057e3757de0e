package dev.perftriage.analysis.scope;

import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import java.util.List;

/** Which direction outweighs the other in a comparison. */
public enum Balance {
  IMPROVEMENTS,
  REGRESSIONS,
  /** Neither does. */
  NEITHER;

  /** The minimum ratio of the sums of sizes. */
  private static final double CLEARLY = 2;

  /**
   * The direction that has more relevant changes whose sizes add up to at least twice as much, and
   * that has no fewer among the primary benchmarks.
   */
  public static Balance of(ComparisonSummary summary) {
    List<TestCaseChange> changes = summary.relevant().toList();
    int regressions = (int) changes.stream().filter(TestCaseChange::isRegression).count();
    int improvements = changes.size() - regressions;
    double worse = sum(changes, true);
    double better = sum(changes, false);
    int primaryRegressions = regressions(summary.primary());
    int primaryImprovements = summary.primary().relevant().size() - primaryRegressions;
    if (improvements > regressions
        && better >= CLEARLY * worse
        && primaryImprovements >= primaryRegressions) {
      return IMPROVEMENTS;
    }
    return regressions > improvements
            && worse >= CLEARLY * better
            && primaryRegressions >= primaryImprovements
        ? REGRESSIONS
        : NEITHER;
  }

  private static int regressions(CategorySummary category) {
    return (int) category.relevant().stream().filter(TestCaseChange::isRegression).count();
  }

  private static double sum(List<TestCaseChange> changes, boolean isRegression) {
    return changes.stream()
        .filter(change -> change.isRegression() == isRegression)
        .mapToDouble(change -> Math.abs(change.change()))
        .sum();
  }
}

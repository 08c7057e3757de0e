package dev.perftriage.report;

import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ComparisonSummary;
import java.util.Optional;

/** A summary in a few words: the mean, range and count of each category's relevant test cases. */
public final class MetricLine {

  private MetricLine() {}

  /**
   * {@code primary 0.8% [0.1%, 2.9%] (22), secondary nothing relevant}.
   *
   * @param summary the summary to print; empty if the comparison is unavailable
   */
  public static String of(Optional<ComparisonSummary> summary) {
    if (summary.isEmpty()) {
      return "could not be fetched";
    }
    return summary.get().isQuiet()
        ? "nothing relevant"
        : "primary "
            + words(summary.get().primary())
            + ", secondary "
            + words(summary.get().secondary());
  }

  private static String words(CategorySummary category) {
    return category
        .all()
        .map(
            all ->
                Numbers.percent(all.mean())
                    + " "
                    + Numbers.range(all.smallest(), all.largest())
                    + " ("
                    + all.count()
                    + ")")
        .orElse("nothing relevant");
  }
}

package dev.perftriage.cli;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.source.RangeWalk;
import dev.perftriage.source.RangeWalk.Walked;
import org.jspecify.annotations.Nullable;

/** A range, walked and judged, with the titles of its entries on their way. */
final class Week {

  private Week() {}

  /** Walks a range; see {@link RangeWalk#walk}. */
  static TriageWeek walk(
      RangeWalk walk,
      GitHubFacts gitHub,
      @Nullable String start,
      @Nullable String end,
      Metric metric) {
    Walked<ComparisonSummary> walked =
        walk.walk(
            start,
            end,
            metric,
            Week::summary,
            comparison -> {
              ComparisonSummary summary = summary(comparison);
              Integer pr = summary.after().pr();
              if (pr != null && summary.deservesAttention()) {
                gitHub.prefetch(pr);
              }
              return summary;
            });
    return new TriageWeek(metric, walked.whole(), walked.steps(), walked.coverage());
  }

  private static ComparisonSummary summary(ArtifactComparison comparison) {
    return ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET);
  }
}

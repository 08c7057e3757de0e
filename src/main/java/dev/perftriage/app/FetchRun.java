package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.source.range.Progress;
import dev.perftriage.source.range.RangeWalk;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Fetches everything that a report of a range needs into a store. */
public final class FetchRun {

  private FetchRun() {}

  /**
   * Fetches a range.
   *
   * @param end the last merge; empty for the newest measured commit
   * @param metrics one or more
   * @param progress creates the progress display for each metric
   */
  public static FetchedRange fetch(
      Session session,
      Revision start,
      Optional<Revision> end,
      List<Metric> metrics,
      Supplier<Progress> progress,
      Diagnostics diagnostics) {
    ComparisonQuery range =
        session.revisions(metrics.get(0)).between(start, end.orElse(Revision.UNNAMED));
    boolean complete = true;
    int comparisons = 0;
    TreeSet<Integer> numbers = new TreeSet<>();
    try (PullRequestFetcher pulls = new PullRequestFetcher(session.sources(), true)) {
      for (Metric metric : metrics) {
        TriageWeek week = fetch(session, pulls, range.by(metric), progress);
        comparisons += week.steps().size();
        complete &= week.coverage().isComplete();
        numbers.addAll(PullRequestFetcher.numbers(week.entries()));
        diagnostics.onCoverage(week.coverage());
      }
      pulls.titles(List.copyOf(numbers));
      pulls.untriaged();
      Optional<String> missing = pulls.missing();
      return new FetchedRange(
          comparisons,
          numbers.size(),
          missing,
          complete && missing.isEmpty() && session.sources().stored().isKeeping());
    }
  }

  private static TriageWeek fetch(
      Session session,
      PullRequestFetcher pulls,
      ComparisonQuery range,
      Supplier<Progress> progress) {
    try (Progress shown = progress.get();
        RangeWalk walk = session.walk()) {
      return AnalyzedRange.walk(
              walk, pulls, range, shown, CaseFilter.ALL, RangeUse.FIGURES, OptionalInt.empty(), 0)
          .verdicts();
    }
  }

  /**
   * What was fetched for the range.
   *
   * @param comparisons the number of comparisons of single merges
   * @param pulls the number of pull requests
   * @param missing the data missing from GitHub, in a sentence; empty if none
   * @param isComplete whether everything was fetched and stored
   */
  public record FetchedRange(
      int comparisons, int pulls, Optional<String> missing, boolean isComplete) {}
}

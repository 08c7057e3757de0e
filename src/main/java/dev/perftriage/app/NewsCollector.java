package dev.perftriage.app;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.scope.ChangeWeight;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.discussion.Discussion;
import dev.perftriage.model.discussion.FinishedRun;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PullNews;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.http.NotMeasuredException;
import dev.perftriage.source.io.DaemonThreads;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/**
 * Collects what was said about the entries' pull requests: one request to GitHub for each, and one
 * to the site for each that was measured before it was merged.
 */
final class NewsCollector {

  /** Without a token, GitHub allows 60 requests an hour, and half are needed for pull requests. */
  private static final int MOST_WITHOUT_TOKEN = 15;

  private final DataSources sources;
  private final PullRequestFetcher gitHub;
  private final Function<ArtifactComparison, ComparisonSummary> summary;
  private final Failures failures = new Failures();

  /**
   * Prepares to collect.
   *
   * @param summary summarises a comparison as the report does
   */
  NewsCollector(
      DataSources sources,
      PullRequestFetcher gitHub,
      Function<ArtifactComparison, ComparisonSummary> summary) {
    this.sources = sources;
    this.gitHub = gitHub;
    this.summary = summary;
  }

  /**
   * Adds to annotations what was said about entries.
   *
   * @param hasToken whether GitHub allows thousands of requests an hour; otherwise only the largest
   *     entries are asked about, and improvements last
   * @param jobs the maximum number of requests to the site at once
   */
  Annotations addTo(
      Annotations annotations,
      List<ComparisonSummary> entries,
      Metric metric,
      boolean hasToken,
      int jobs) {
    List<Integer> numbers =
        PullRequestFetcher.numbers(
            entries.stream()
                .sorted(
                    Comparator.comparing(NewsCollector::isImprovement)
                        .thenComparing(
                            Comparator.<ComparisonSummary>comparingDouble(
                                    entry -> ChangeWeight.of(entry.relevant().toList()))
                                .reversed()))
                .toList());
    List<Integer> asked =
        hasToken || sources.isOffline()
            ? numbers
            : numbers.subList(0, Math.min(MOST_WITHOUT_TOKEN, numbers.size()));
    Map<Integer, PullTimeline> timelines = gitHub.timelines(asked);
    // Whose timeline is not known may have got a label since its recording.
    Map<Integer, PullRequest> newer =
        new TreeMap<>(
            gitHub.recentPulls(
                numbers.stream().filter(number -> !timelines.containsKey(number)).toList()));
    Map<Integer, Discussion> discussions = new TreeMap<>();
    timelines.forEach(
        (number, timeline) -> {
          PullRequest pull = annotations.pulls().get(number);
          discussions.put(
              number, Discussion.of(timeline, number, pull == null ? "" : pull.title()));
          if (pull != null) {
            timeline
                .hasLabel(PullTimeline.TRIAGED)
                .ifPresent(isSet -> newer.put(number, pull.withLabel(PullTimeline.TRIAGED, isSet)));
          }
        });
    return annotations.with(withRuns(discussions, metric, jobs), newer);
  }

  /** People discuss regressions: improvements are asked about last. */
  private static boolean isImprovement(ComparisonSummary entry) {
    return entry.direction() == Direction.IMPROVEMENT;
  }

  /** The runs before the merge that are missing and the reason, in one sentence; may be empty. */
  Optional<String> missing() {
    return failures
        .anyReason()
        .map(
            reason ->
                reason
                    + ": the run before the merge of "
                    + Numbers.counted(failures.count(), "pull request")
                    + " is missing");
  }

  private Map<Integer, PullNews> withRuns(
      Map<Integer, Discussion> discussions, Metric metric, int jobs) {
    ExecutorService threads = DaemonThreads.pool("before-merge", jobs);
    try {
      Map<Integer, CompletableFuture<Optional<ComparisonSummary>>> runs = new TreeMap<>();
      discussions.forEach(
          (number, discussion) ->
              runs.put(
                  number,
                  CompletableFuture.supplyAsync(
                      () -> discussion.lastRun().flatMap(run -> comparison(run, metric)),
                      threads)));
      Map<Integer, PullNews> news = new TreeMap<>();
      discussions.forEach(
          (number, discussion) ->
              news.put(
                  number,
                  new PullNews(discussion, Objects.requireNonNull(runs.get(number)).join())));
      return news;
    } finally {
      threads.shutdownNow();
    }
  }

  /** A run's comparison; empty if the site has it no more, or it is missing. */
  private Optional<ComparisonSummary> comparison(FinishedRun run, Metric metric) {
    try {
      return Optional.of(
          summary.apply(
              sources.comparisons().getOnce(ComparisonQuery.of(run.start(), run.end(), metric))));
    } catch (NotMeasuredException e) {
      return Optional.empty();
    } catch (DataException e) {
      if (!sources.isOffline()) {
        failures.add(e);
      }
      return Optional.empty();
    }
  }
}

package dev.perftriage.app;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.RollupBuilds;
import dev.perftriage.report.Numbers;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.http.RateLimitException;
import dev.perftriage.source.io.DaemonThreads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Data that a report needs from GitHub, fetched concurrently with the comparisons. Unavailable data
 * is left out and reported in one sentence.
 */
public final class PullRequestFetcher implements AutoCloseable {

  /** Enough to fetch the pull requests of several comparisons at once. */
  private static final int THREADS = 10;

  private final DataSources facts;
  private final ExecutorService threads = DaemonThreads.pool("github", THREADS);
  private final Map<Integer, CompletableFuture<PullRequest>> pulls = new ConcurrentHashMap<>();
  private final Optional<CompletableFuture<List<PullRequest>>> untriaged;
  private final Failures failures = new Failures();
  private int missingTitles;
  private int missingBuilds;
  private int missingTimelines;

  /**
   * Begins to fetch.
   *
   * @param withUntriaged whether the list of untriaged pull requests is needed
   */
  public PullRequestFetcher(DataSources facts, boolean withUntriaged) {
    this.facts = facts;
    this.untriaged = withUntriaged ? Optional.of(start(facts.untriaged())) : Optional.empty();
  }

  /** The numbers of merges' pull requests; merges without one are left out. */
  static List<Integer> numbers(List<ComparisonSummary> merges) {
    return merges.stream().map(merge -> merge.after().pr()).filter(Objects::nonNull).toList();
  }

  /** Begins to fetch a pull request that will be needed. */
  void prefetch(int pr) {
    pulls.computeIfAbsent(pr, number -> start(() -> facts.pulls().apply(number)));
  }

  /** The titles of pull requests, by number; unavailable ones are absent. */
  public Map<Integer, String> titles(List<Integer> numbers) {
    Map<Integer, String> titles = new TreeMap<>();
    numbers.forEach(this::prefetch);
    for (int number : numbers) {
      Optional<PullRequest> pull = failures.result(Objects.requireNonNull(pulls.get(number)));
      pull.ifPresent(some -> titles.put(number, some.title()));
      missingTitles += pull.isPresent() ? 0 : 1;
    }
    return titles;
  }

  /** Pull requests by number; unavailable ones are absent, which is not an error. */
  public Map<Integer, PullRequest> pulls(Collection<Integer> numbers) {
    Map<Integer, PullRequest> found = new TreeMap<>();
    numbers.forEach(this::prefetch);
    for (int number : numbers) {
      available(Objects.requireNonNull(pulls.get(number)))
          .ifPresent(pull -> found.put(number, pull));
    }
    return found;
  }

  /**
   * Pull requests with the files that they change, by number; unavailable ones are absent, or
   * without files, which is not an error. Two requests each.
   */
  public Map<Integer, PullRequest> pullsWithFiles(Collection<Integer> numbers) {
    Map<Integer, CompletableFuture<List<String>>> files = new TreeMap<>();
    numbers.forEach(number -> files.put(number, start(() -> facts.files().apply(number))));
    Map<Integer, PullRequest> found = pulls(numbers);
    found.replaceAll(
        (number, pull) ->
            available(Objects.requireNonNull(files.get(number))).map(pull::withFiles).orElse(pull));
    return found;
  }

  /**
   * The builds of rollups' members, by the rollup's number; those that no comment lists are absent,
   * and those that the store of an offline run lacks.
   */
  Map<Integer, RollupBuilds> builds(Collection<Integer> rollups) {
    Map<Integer, CompletableFuture<Optional<RollupBuilds>>> asked = new TreeMap<>();
    rollups.forEach(
        number -> asked.put(number, start(() -> facts.builds().ofRollup().apply(number))));
    Map<Integer, RollupBuilds> found = new TreeMap<>();
    asked.forEach(
        (number, future) -> builds(future).ifPresent(builds -> found.put(number, builds)));
    return found;
  }

  private Optional<RollupBuilds> builds(CompletableFuture<Optional<RollupBuilds>> future) {
    if (facts.isOffline()) {
      return future.exceptionally(unused -> Optional.empty()).join();
    }
    Optional<Optional<RollupBuilds>> answer = failures.result(future);
    missingBuilds += answer.isPresent() ? 0 : 1;
    return answer.flatMap(builds -> builds);
  }

  /**
   * What happened to pull requests, by number; unavailable ones are absent, which is an error
   * unless the store is the only source: it need not have them.
   */
  public Map<Integer, PullTimeline> timelines(Collection<Integer> numbers) {
    Map<Integer, CompletableFuture<PullTimeline>> asked = new TreeMap<>();
    for (int number : numbers) {
      asked.put(number, start(() -> facts.discussions().recentTimelines().apply(number)));
    }
    Map<Integer, PullTimeline> found = new TreeMap<>();
    asked.forEach(
        (number, future) -> {
          Optional<PullTimeline> timeline =
              facts.isOffline() ? available(future) : failures.result(future);
          timeline.ifPresent(some -> found.put(number, some));
          missingTimelines += timeline.isPresent() || facts.isOffline() ? 0 : 1;
        });
    return found;
  }

  /** Pull requests as they are now, by number; unavailable ones are absent. */
  public Map<Integer, PullRequest> recentPulls(Collection<Integer> numbers) {
    Map<Integer, CompletableFuture<PullRequest>> asked = new TreeMap<>();
    for (int number : numbers) {
      asked.put(number, start(() -> facts.discussions().recentPulls().apply(number)));
    }
    Map<Integer, PullRequest> found = new TreeMap<>();
    asked.forEach((number, future) -> available(future).ifPresent(pull -> found.put(number, pull)));
    return found;
  }

  /** The merged regressions that are not triaged; empty if the list is unavailable. */
  public Optional<List<PullRequest>> untriaged() {
    return untriaged.flatMap(failures::result);
  }

  /** The missing data and the reason, in one sentence; empty if nothing is missing. */
  public Optional<String> missing() {
    Optional<String> reason = failures.firstReason();
    if (reason.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    if (missingTitles > 0) {
      parts.add(
          Numbers.counted(missingTitles, "title")
              + (missingTitles == 1 ? " reads" : " read")
              + " <UNKNOWN>");
    }
    if (missingBuilds > 0) {
      parts.add(
          "the builds of the members of "
              + Numbers.counted(missingBuilds, "rollup")
              + (missingBuilds == 1 ? " is" : " are")
              + " missing");
    }
    if (missingTimelines > 0) {
      parts.add(
          "what was said on " + Numbers.counted(missingTimelines, "pull request") + " is missing");
    }
    if (untriaged.filter(CompletableFuture::isCompletedExceptionally).isPresent()) {
      parts.add("the list of untriaged pull requests is missing");
    }
    return Optional.of(reason(reason.get()) + ": " + String.join(" and ", parts));
  }

  private String reason(String first) {
    int more = failures.count() - 1;
    return failures.of(RateLimitException.class).stream()
        .findFirst()
        .map(
            limit ->
                "GitHub's rate limit is exceeded"
                    + limit.resetTime().map(time -> ", until " + time).orElse("")
                    + "; set GITHUB_TOKEN to lift it")
        .orElse(first + (more > 0 ? " (and " + more + " more)" : ""));
  }

  private static <T> Optional<T> available(CompletableFuture<T> future) {
    return future.handle((value, failure) -> Optional.ofNullable(value)).join();
  }

  private <T> CompletableFuture<T> start(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, threads);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

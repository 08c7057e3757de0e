package dev.perftriage.app;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.attribution.MeasuredRollup;
import dev.perftriage.analysis.attribution.MemberMeasurement;
import dev.perftriage.analysis.cause.Rollup;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MemberBuild;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.RollupBuilds;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.http.NotMeasuredException;
import dev.perftriage.source.io.DaemonThreads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Asks the site for the measurements of rollup members' own builds, concurrently. Most builds were
 * never measured, which is cheap to find out, and asked again by the next run.
 */
final class MemberComparisons implements AutoCloseable {

  /** A stored measurement of fewer of the rollup's test cases may have been under way. */
  private static final double WHOLE = 0.9;

  private final DataSources facts;
  private final ExecutorService threads;
  private final Failures failures = new Failures();

  /**
   * Prepares to ask.
   *
   * @param jobs the maximum number of requests at once
   */
  MemberComparisons(DataSources facts, int jobs) {
    this.facts = facts;
    this.threads = DaemonThreads.pool("members", jobs);
  }

  /** Begins to ask for the measurements of a rollup's members; {@link Asked#rollup} waits. */
  Asked ask(ListedRollup rollup, RollupBuilds builds) {
    Sha parent = builds.parent().orElse(rollup.parent);
    Map<Integer, CompletableFuture<Optional<MemberMeasurement>>> asked = new TreeMap<>();
    for (MemberBuild member : builds.members()) {
      member
          .sha()
          .ifPresent(
              build -> asked.put(member.pull(), start(() -> measurement(rollup, parent, build))));
    }
    return new Asked(rollup, builds, asked);
  }

  private CompletableFuture<Optional<MemberMeasurement>> start(
      Supplier<Optional<MemberMeasurement>> question) {
    return CompletableFuture.supplyAsync(question, threads);
  }

  private Optional<MemberMeasurement> measurement(ListedRollup rollup, Sha parent, Sha build) {
    ComparisonQuery query = ComparisonQuery.of(parent, build, rollup.metric);
    try {
      ArtifactComparison own = facts.comparisons().getOnce(query);
      if (own.compile().size() < WHOLE * rollup.testCases) {
        own = facts.comparisons().getLatest(query);
      }
      return Optional.of(MemberMeasurement.of(own, rollup.moved()));
    } catch (NotMeasuredException e) {
      return Optional.empty();
    } catch (DataException e) {
      if (facts.isOffline()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The measurements that could not be asked for, and the reason; empty if there are none. */
  Optional<String> missing() {
    return failures
        .firstReason()
        .map(
            reason ->
                "%s of rollup members' own builds %s unavailable, first: %s"
                    .formatted(
                        Numbers.counted(failures.count(), "comparison"),
                        failures.count() == 1 ? "is" : "are",
                        reason));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Measurements that are being asked for. */
  final class Asked {

    private final ListedRollup rollup;
    private final RollupBuilds builds;
    private final Map<Integer, CompletableFuture<Optional<MemberMeasurement>>> futures;

    private Asked(
        ListedRollup rollup,
        RollupBuilds builds,
        Map<Integer, CompletableFuture<Optional<MemberMeasurement>>> futures) {
      this.rollup = rollup;
      this.builds = builds;
      this.futures = futures;
    }

    /** The numbers of the rollup's members. */
    Set<Integer> members() {
      return titles().keySet();
    }

    /** The rollup's own list of members, and what only the list of builds has. */
    private Map<Integer, String> titles() {
      Map<Integer, String> titles =
          new LinkedHashMap<>(rollup.pull.map(Rollup::titles).orElse(Map.of()));
      builds.members().forEach(member -> titles.putIfAbsent(member.pull(), member.title()));
      return titles;
    }

    /**
     * The rollup with the measurements.
     *
     * @param known the known pull requests, by number
     */
    MeasuredRollup rollup(Map<Integer, PullRequest> known) {
      Map<Integer, Optional<MemberMeasurement>> measured = new TreeMap<>();
      futures.forEach(
          (number, future) -> failures.result(future).ifPresent(own -> measured.put(number, own)));
      return new MeasuredRollup(
          Rollup.members(titles(), rollup.changes, known),
          builds,
          rollup.changes,
          rollup.noise,
          measured);
    }
  }

  /**
   * A rollup whose changes are to be explained.
   *
   * @param pull its pull request; empty if it is not known
   * @param parent the merge before it
   * @param testCases how many test cases it was measured on
   * @param changes its relevant changes
   * @param noise the test cases whose change is noise
   */
  record ListedRollup(
      Optional<PullRequest> pull,
      Sha parent,
      Metric metric,
      int testCases,
      List<TestCaseChange> changes,
      Set<TestCase> noise) {

    /** Copies the list. */
    ListedRollup {
      changes = List.copyOf(changes);
    }

    private List<TestCase> moved() {
      return changes.stream().map(TestCaseChange::testCase).toList();
    }
  }
}

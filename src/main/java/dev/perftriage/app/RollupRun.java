package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.attribution.MeasuredRollup;
import dev.perftriage.app.CompareRun.CompareRequest;
import dev.perftriage.app.MemberComparisons.Asked;
import dev.perftriage.app.MemberComparisons.ListedRollup;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Revision;
import dev.perftriage.model.RollupBuilds;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.RollupReport;
import dev.perftriage.report.RollupReport.AttributedComparison;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.range.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds out which members of a rollup moved what. */
public final class RollupRun {

  private final Session session;
  private final DataSources sources;
  private final RollupRequest request;
  private final Supplier<Progress> progress;
  private final Diagnostics diagnostics;

  private RollupRun(
      Session session,
      RollupRequest request,
      Supplier<Progress> progress,
      Diagnostics diagnostics) {
    this.session = session;
    this.sources = session.sources();
    this.request = request;
    this.progress = progress;
    this.diagnostics = diagnostics;
  }

  /**
   * Asks for a rollup's comparison and those of its members.
   *
   * @param progress shows the progress of each walk around the rollup
   * @throws DataException if the rollup's comparison is unavailable, or no builds are known
   */
  public static FoundMembers find(
      Session session,
      RollupRequest request,
      Supplier<Progress> progress,
      Diagnostics diagnostics) {
    return new RollupRun(session, request, progress, diagnostics).find();
  }

  private FoundMembers find() {
    PullRef rollup = request.rollup;
    Compared compared =
        CompareRun.fetch(
            session,
            new CompareRequest(
                Revision.parse("pr:" + rollup.number()), Optional.empty(), false, request.metrics));
    boolean matched = new CompareRun(compared, request.filter, false).isMatched(diagnostics);
    Optional<PullRequest> pull = pull(rollup.number());
    RollupBuilds builds =
        sources
            .builds()
            .ofRollup()
            .apply(rollup.number())
            .orElseThrow(
                () ->
                    new DataException(
                        "Reading the builds of %s: no comment of a bot lists any; only rollups have them, a while after they are merged"
                            .formatted(rollup)));
    try (MemberComparisons members = new MemberComparisons(sources, session.threads())) {
      List<Judged> judged = new ArrayList<>();
      for (ArtifactComparison all : compared.comparisons()) {
        JudgedComparison comparison = JudgedComparison.of(all, request.filter);
        Optional<Set<TestCase>> noise = noise(all);
        judged.add(
            new Judged(
                comparison,
                noise.isPresent(),
                members.ask(listed(comparison, all, pull, noise.orElse(Set.of())), builds)));
      }
      Map<Integer, PullRequest> known = known(judged.get(0).asked.members());
      int most = request.withAllMembers ? Integer.MAX_VALUE : MeasuredRollup.MOST_TO_MEASURE;
      RollupReport report =
          new RollupReport(
              rollup.number(),
              pull.map(PullRequest::title),
              judged.stream()
                  .map(
                      one ->
                          new AttributedComparison(
                              one.comparison,
                              one.asked.rollup(known).attribution(most),
                              one.isNoiseKnown))
                  .toList());
      Optional<String> missing = members.missing();
      missing.ifPresent(diagnostics.errors());
      return new FoundMembers(report, matched && missing.isEmpty());
    }
  }

  /** The test cases whose change is noise; empty if nobody asked, or they were not judged. */
  private Optional<Set<TestCase>> noise(ArtifactComparison comparison) {
    if (request.context == 0) {
      return Optional.empty();
    }
    try (PullRequestFetcher gitHub = new PullRequestFetcher(sources, false);
        Progress shown = progress.get()) {
      return new NoiseAround(sources, session.threads(), gitHub, request.context, shown)
          .of(comparison);
    }
  }

  /** The rollup's description, without which the list of builds still names its members. */
  private Optional<PullRequest> pull(int number) {
    try {
      return Optional.of(sources.pulls().apply(number));
    } catch (DataException e) {
      diagnostics.notes().accept(e.getMessage() + "; titles are those of the list of builds");
      return Optional.empty();
    }
  }

  private static ListedRollup listed(
      JudgedComparison comparison,
      ArtifactComparison all,
      Optional<PullRequest> pull,
      Set<TestCase> noise) {
    return new ListedRollup(
        pull,
        all.before().commit(),
        all.metric(),
        all.compile().size(),
        comparison.relevantLargestFirst(),
        noise);
  }

  /** The members' pull requests, for their labels and files: those stored, and with a token all. */
  private Map<Integer, PullRequest> known(Set<Integer> members) {
    Map<Integer, PullRequest> known = sources.stored().pulls(members);
    if (session.hasToken()) {
      try (PullRequestFetcher gitHub = new PullRequestFetcher(sources, false)) {
        known.putAll(gitHub.pullsWithFiles(members));
      }
    }
    return known;
  }

  private record Judged(JudgedComparison comparison, boolean isNoiseKnown, Asked asked) {}

  /**
   * What to find out.
   *
   * @param metrics one or more
   * @param filter selects the test cases to explain
   * @param withAllMembers whether to name all members to measure, unlikely ones, too
   * @param context the number of merges before the rollup to fetch for noise verdicts; 0 for none,
   *     and no verdicts
   */
  public record RollupRequest(
      PullRef rollup,
      List<Metric> metrics,
      CaseFilter filter,
      boolean withAllMembers,
      int context) {

    /** Copies the list. */
    public RollupRequest {
      metrics = List.copyOf(metrics);
    }
  }

  /**
   * What was found out.
   *
   * @param isComplete whether no measurement that may exist is missing, and the filter selects
   *     something
   */
  public record FoundMembers(RollupReport report, boolean isComplete) {}
}

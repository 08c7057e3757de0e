package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.caveat.Caveat;
import dev.perftriage.analysis.caveat.RangeCaveats;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.TryVerdicts;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Revision;
import dev.perftriage.model.Sha;
import dev.perftriage.model.discussion.FinishedRun;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.ExplainReport;
import dev.perftriage.source.range.Progress;
import dev.perftriage.source.range.RangeWalk;
import dev.perftriage.source.revision.Revisions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Judges the changes of one merge or try build by the merges around it. */
public final class ExplainRun {

  private final Session session;
  private final ExplainRequest request;
  private final Supplier<Progress> progress;
  private final Diagnostics diagnostics;

  /**
   * Prepares an explanation.
   *
   * @param progress creates a progress display; closed after use
   */
  public ExplainRun(
      Session session,
      ExplainRequest request,
      Supplier<Progress> progress,
      Diagnostics diagnostics) {
    this.session = session;
    this.request = request;
    this.progress = progress;
    this.diagnostics = diagnostics;
  }

  /**
   * Fetches the revision and the merges around it.
   *
   * @throws DataException if its comparison with its parent is unavailable
   */
  public Explained explain() {
    Revisions revisions = session.revisions(request.metric);
    ComparisonQuery query = change(revisions);
    ArtifactComparison all = revisions.compare(query);
    diagnostics.onUnmatched(request.filter.unmatchedNames(all));
    boolean isNamed = request.filter.isAll() || request.filter.namesAnyOf(all);
    if (!isNamed) {
      diagnostics.onNothingNamed();
    }
    try (PullRequestFetcher pulls = new PullRequestFetcher(session.sources(), false);
        Annotator annotator = Annotator.of(session, pulls);
        RangeWalk walk = session.walk()) {
      Explained explained =
          all.after().isTry()
              ? ofTry(all, revisions, walk, pulls)
              : ofMerge(query, walk, pulls, annotator);
      List<String> missing = annotator.missing();
      missing.forEach(diagnostics.errors());
      return new Explained(
          explained.report,
          explained.annotations,
          explained.isComplete && isNamed && missing.isEmpty());
    }
  }

  /** The comparison to explain; of a pull request that is not merged, that of its last build. */
  private ComparisonQuery change(Revisions revisions) {
    Optional<FinishedRun> build = revisions.lastTryBuild(request.revision);
    build.ifPresent(
        run ->
            diagnostics
                .notes()
                .accept(
                    "%s is not merged; its last finished try build, %s, is explained"
                        .formatted(request.revision.word(), run.end())));
    return build
        .map(run -> ComparisonQuery.of(run.start(), run.end(), request.metric))
        .orElseGet(() -> revisions.change(request.revision));
  }

  private Explained ofMerge(
      ComparisonQuery query, RangeWalk walk, PullRequestFetcher pulls, Annotator annotator) {
    AnalyzedRange range = walk(query, walk, pulls, request.before);
    TriageWeek week = range.verdicts();
    ComparisonSummary step = week.steps().get(week.steps().size() - 1);
    Annotations annotations =
        annotator.annotate(range.noiseInput().orElseThrow(), List.of(step), request.metric);
    List<Caveat> caveats =
        RangeCaveats.of(week, List.of(), range.rangeHistory()).get(0).of(step.after().commit());
    diagnostics.onCoverage(week.coverage());
    return new Explained(
        ExplainReport.ofMerge(annotations, step, caveats),
        Optional.of(annotations),
        week.coverage().isComplete());
  }

  /** The range ends at the parent: the merges after it are those after the range. */
  private Explained ofTry(
      ArtifactComparison all, Revisions revisions, RangeWalk walk, PullRequestFetcher pulls) {
    RangeSelector selector = RangeSelector.ofSummaries(request.filter);
    TryVerdicts verdicts =
        TryVerdicts.of(
            around(all.before().commit(), revisions, walk, pulls),
            selector.unfiltered(all),
            selector.step(all).summary());
    Optional<PullRequest> pull =
        Stream.ofNullable(all.after().pr())
            .flatMap(number -> pulls.pulls(List.of(number)).values().stream())
            .findFirst();
    return new Explained(ExplainReport.ofTry(verdicts, pull), Optional.empty(), true);
  }

  /** The values of the merges around a commit; none if it has no measured neighbours. */
  private MeasuredSeries around(
      Sha parent, Revisions revisions, RangeWalk walk, PullRequestFetcher pulls) {
    try {
      ComparisonQuery query = revisions.change(Revision.parse(parent.text()));
      NoiseInput input = walk(query, walk, pulls, request.before - 1).noiseInput().orElseThrow();
      return input.series();
    } catch (DataException e) {
      diagnostics.notes().accept(e.getMessage() + "; without it, no change can be judged");
      return MeasuredSeries.EMPTY;
    }
  }

  private AnalyzedRange walk(
      ComparisonQuery query, RangeWalk walk, PullRequestFetcher pulls, int before) {
    try (Progress shown = progress.get()) {
      return AnalyzedRange.walk(
          walk,
          pulls,
          query,
          shown,
          request.filter,
          RangeUse.FIGURES,
          OptionalInt.of(before),
          request.after);
    }
  }

  /**
   * What to explain.
   *
   * @param before how many merges before it are evidence, 1 or more
   * @param after how many merges after it, or after a try build's parent, are evidence, 0 or more
   */
  public record ExplainRequest(
      Revision revision, int before, int after, Metric metric, CaseFilter filter) {}

  /**
   * The verdicts.
   *
   * @param annotations the evidence on a merge; empty for a try build
   * @param isComplete whether no requested data is missing, and the filter selects something
   */
  public record Explained(
      ExplainReport report, Optional<Annotations> annotations, boolean isComplete) {}
}

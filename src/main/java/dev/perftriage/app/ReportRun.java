package dev.perftriage.app;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.caveat.Caveat;
import dev.perftriage.analysis.caveat.RangeCaveats;
import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.analysis.unexplained.Unexplained;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Bound;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.model.Sha;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.ProfiledCase;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.text.TextExplanation;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.source.range.Progress;
import dev.perftriage.source.range.RangeWalk;
import dev.perftriage.source.revision.Revisions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the triage report of a range of merges. */
public final class ReportRun {

  private final Session session;
  private final ReportRequest request;
  private final Supplier<Progress> progress;

  /**
   * Prepares a report.
   *
   * @param progress creates a progress display for the range and one for further metrics; closed
   *     after use
   */
  public ReportRun(Session session, ReportRequest request, Supplier<Progress> progress) {
    this.session = session;
    this.request = request;
    this.progress = progress;
  }

  /**
   * Fetches and analyzes the range, and begins to draw its charts.
   *
   * @param charts draws the charts
   * @throws UsageException if both ends of the range resolve to the same commit
   */
  public FinishedReport report(ChartJob charts) {
    ComparisonQuery query = query();
    try (PullRequestFetcher pulls =
            new PullRequestFetcher(session.sources(), request.withUntriaged());
        Annotator annotator = Annotator.of(session, pulls);
        CaseProfiles profiles = new CaseProfiles(session.sources());
        RangeWalk walk = session.walk()) {
      AnalyzedRange range = walk(walk, pulls, query, 0);
      List<ByMetric> byMetric = byFurtherMetrics(range);
      List<TriageWeek> others = byMetric.stream().map(ByMetric::week).toList();
      TriageReport report =
          new TriageReport(
              range.verdicts(),
              others,
              RangeCaveats.of(range.verdicts(), others, range.rangeHistory()),
              byMetric.stream()
                  .map(ByMetric::unexplained)
                  .reduce(range.unexplained(), Unexplained::and),
              pulls.titles(PullRequestFetcher.numbers(range.verdicts().entries())),
              pulls.untriaged(),
              request.date(),
              request.triager());
      charts.begin(() -> range.charts(report));
      NewsCollector news = new NewsCollector(session.sources(), pulls, this::summary);
      Optional<Annotations> annotations =
          range
              .noiseInput()
              .map(input -> annotator.annotate(input, range.verdicts().entries(), leading()))
              .map(some -> request.withNews() ? withNews(some, range, news) : some);
      charts.begin(
          () ->
              Stream.of(range.timeline(report, annotations), annotations.flatMap(range::history))
                  .flatMap(Optional::stream));
      Map<Sha, List<ProfiledCase>> asked =
          profiles.ofEntries(range.verdicts().entries(), annotations, request.profiledCases());
      return new FinishedReport(
          range,
          Stream.concat(Stream.of(range.whole()), byMetric.stream().map(ByMetric::whole))
              .flatMap(Optional::stream)
              .toList(),
          report.with(asked),
          annotations,
          Stream.of(
                  annotator.missing().stream(),
                  news.missing().stream(),
                  profiles.missing().stream())
              .flatMap(missing -> missing)
              .toList());
    }
  }

  private Annotations withNews(Annotations some, AnalyzedRange range, NewsCollector news) {
    return news.addTo(
        some, range.verdicts().entries(), leading(), session.hasToken(), session.threads());
  }

  /** A comparison's summary by the report's filter. */
  private ComparisonSummary summary(ArtifactComparison comparison) {
    return RangeSelector.ofSummaries(request.filter()).step(comparison).summary();
  }

  /**
   * Fetches and analyzes the range and the merges after it, for the evidence on one of its merges.
   *
   * @param style how the evidence is laid out
   */
  public Explanation explain(ExplainedMerge merge, TextStyle style) {
    ComparisonQuery query = query();
    try (PullRequestFetcher pulls = new PullRequestFetcher(session.sources(), false);
        Annotator annotator = Annotator.of(session, pulls);
        RangeWalk walk = session.walk()) {
      AnalyzedRange range = walk(walk, pulls, query, NoiseRules.CONTEXT);
      Optional<String> evidence =
          merge
              .among(range.verdicts().steps())
              .map(
                  step ->
                      TextExplanation.render(
                          annotate(step, range, annotator), step, caveats(step, range), style));
      return new Explanation(range.verdicts(), evidence);
    }
  }

  private static List<Caveat> caveats(ComparisonSummary step, AnalyzedRange range) {
    return RangeCaveats.of(range.verdicts(), List.of(), range.rangeHistory())
        .get(0)
        .of(step.after().commit());
  }

  /** Annotates the entries as well, so that reverts are known as in the report. */
  private Annotations annotate(ComparisonSummary step, AnalyzedRange range, Annotator annotator) {
    List<ComparisonSummary> asked =
        Stream.concat(Stream.of(step), range.verdicts().entries().stream()).distinct().toList();
    return annotator.annotate(range.noiseInput().orElseThrow(), asked, leading());
  }

  private Metric leading() {
    return request.metrics().get(0);
  }

  /** The requested range; an end that is not given is the store's or the site's. */
  private ComparisonQuery query() {
    Revisions revisions = session.revisions(leading());
    Bound start =
        request
            .last()
            .map(log -> Bound.of(log.end(session.sources(), revisions)))
            .orElseGet(() -> revisions.start(request.start().orElse(Revision.UNNAMED)));
    Bound end = revisions.end(request.end().orElse(Revision.UNNAMED));
    boolean named = request.last().isPresent() || request.start().isPresent();
    if (named && request.end().isPresent() && start.equals(end)) {
      throw request.emptyRange().get();
    }
    return new ComparisonQuery(start, end, leading());
  }

  private AnalyzedRange walk(
      RangeWalk walk, PullRequestFetcher pulls, ComparisonQuery query, int later) {
    try (Progress shown = progress.get()) {
      return AnalyzedRange.walk(
          walk, pulls, query, shown, request.filter(), request.use(), request.context(), later);
    }
  }

  private List<ByMetric> byFurtherMetrics(AnalyzedRange range) {
    if (request.metrics().size() == 1) {
      return List.of();
    }
    try (Progress shown = progress.get()) {
      return request.metrics().stream()
          .skip(1)
          .map(metric -> range.byMetric().apply(metric, shown))
          .toList();
    }
  }

  /**
   * The evidence on one merge.
   *
   * @param range the results of the range
   * @param evidence the evidence as text; empty if the merge is not a measured one of the range
   */
  public record Explanation(TriageWeek range, Optional<String> evidence) {

    /** Whether there is evidence and the range is complete. */
    public boolean isComplete() {
      return evidence.isPresent() && range.coverage().isComplete();
    }
  }
}

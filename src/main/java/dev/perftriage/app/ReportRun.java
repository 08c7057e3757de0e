package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.model.Bound;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.text.TextExplanation;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.source.range.Progress;
import dev.perftriage.source.range.RangeWalk;
import dev.perftriage.source.revision.Revisions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the triage report of a range of merges. */
public final class ReportRun {

  private final Session session;
  private final ReportRequest request;
  private final Supplier<Progress> progress;

  /**
   * A report that is asked for.
   *
   * @param progress gives what hears how fetching gets on, anew for each metric; it is closed after
   */
  public ReportRun(Session session, ReportRequest request, Supplier<Progress> progress) {
    this.session = session;
    this.request = request;
    this.progress = progress;
  }

  /**
   * Fetches and analyzes the range, and begins to draw its charts.
   *
   * @param charts draws what is begun
   * @throws UsageException where the range's ends turn out to be the same
   */
  public FinishedReport report(ChartJob charts) {
    ComparisonQuery query = query();
    try (PullRequestFetcher pulls = new PullRequestFetcher(session.sources());
        RangeWalk walk = session.walk()) {
      AnalyzedRange range = walk(walk, pulls, query);
      TriageReport report =
          new TriageReport(
              range.verdicts(),
              byFurtherMetrics(range),
              pulls.titles(PullRequestFetcher.numbers(range.verdicts().entries())),
              pulls.untriaged(),
              request.date,
              request.triager);
      charts.begin(() -> range.charts(report));
      Optional<Annotations> annotations =
          range
              .noiseInput()
              .map(
                  input -> annotator(pulls).annotate(input, range.verdicts().entries(), leading()));
      charts.begin(() -> annotations.flatMap(range::history).stream());
      return new FinishedReport(range, report, annotations, pulls.missing());
    }
  }

  /**
   * Fetches and analyzes the range, for the evidence on one of its merges.
   *
   * @param style how the evidence is laid out
   */
  public Explanation explain(ExplainedMerge merge, TextStyle style) {
    ComparisonQuery query = query();
    try (PullRequestFetcher pulls = new PullRequestFetcher(session.sources());
        RangeWalk walk = session.walk()) {
      AnalyzedRange range = walk(walk, pulls, query);
      Optional<String> evidence =
          merge
              .among(range.verdicts().steps())
              .map(step -> TextExplanation.render(annotate(step, range, pulls), step, style));
      return new Explanation(range.verdicts(), evidence);
    }
  }

  /** With the entries, so that what is known of reverts is what the report knows. */
  private Annotations annotate(
      ComparisonSummary step, AnalyzedRange range, PullRequestFetcher pulls) {
    List<ComparisonSummary> asked =
        Stream.concat(Stream.of(step), range.verdicts().entries().stream()).distinct().toList();
    return annotator(pulls).annotate(range.noiseInput().orElseThrow(), asked, leading());
  }

  private Annotator annotator(PullRequestFetcher pulls) {
    return new Annotator(session.sources(), pulls, session.hasToken());
  }

  private Metric leading() {
    return request.metrics.get(0);
  }

  /** The range that is asked for; without ends in the request, the store's or the site's. */
  private ComparisonQuery query() {
    Revisions revisions = session.revisions(leading());
    Bound start =
        request
            .last
            .map(log -> Bound.of(log.end(session.sources(), revisions)))
            .orElseGet(() -> revisions.start(request.start.orElse(Revision.UNNAMED)));
    Bound end = revisions.end(request.end.orElse(Revision.UNNAMED));
    boolean named = request.last.isPresent() || request.start.isPresent();
    if (named && request.end.isPresent() && start.equals(end)) {
      throw request.emptyRange.get();
    }
    return new ComparisonQuery(start, end, leading());
  }

  private AnalyzedRange walk(RangeWalk walk, PullRequestFetcher pulls, ComparisonQuery query) {
    try (Progress shown = progress.get()) {
      return AnalyzedRange.walk(
          walk, pulls, query, shown, request.filter, request.forCharts, request.context);
    }
  }

  private List<TriageWeek> byFurtherMetrics(AnalyzedRange range) {
    if (request.metrics.size() == 1) {
      return List.of();
    }
    try (Progress shown = progress.get()) {
      return request.metrics.stream()
          .skip(1)
          .map(metric -> range.byMetric().apply(metric, shown))
          .toList();
    }
  }

  /**
   * What a report is asked to be.
   *
   * @param last the log to go on from; empty where another start is given
   * @param start the revision before the first merge; empty for the store's oldest
   * @param end the last merge; empty for the newest measured commit
   * @param emptyRange makes what is thrown where both ends are the same
   * @param metrics one or more, each once; the first decides what is listed
   * @param filter which test cases count
   * @param forCharts whether charts are drawn
   * @param context how many merges before the range verdicts on noise look at; empty where none are
   *     asked for
   * @param date the report's
   * @param triager who triages
   */
  public record ReportRequest(
      Optional<LastLog> last,
      Optional<Revision> start,
      Optional<Revision> end,
      Supplier<UsageException> emptyRange,
      List<Metric> metrics,
      CaseFilter filter,
      boolean forCharts,
      OptionalInt context,
      LocalDate date,
      String triager) {

    /** Copies the list. */
    public ReportRequest {
      metrics = List.copyOf(metrics);
    }
  }

  /**
   * A report that was made.
   *
   * @param range what the range was found to be
   * @param annotations what is said under entries; empty where no context was asked for
   * @param missing what GitHub did not answer, in a sentence; empty where it answered all
   */
  public record FinishedReport(
      AnalyzedRange range,
      TriageReport report,
      Optional<Annotations> annotations,
      Optional<String> missing) {

    /** Says what a reader of the report should know. */
    public void diagnose(Diagnostics diagnostics) {
      diagnostics.onDisagreements(report.week().all());
      diagnostics.onCoverage(report.week().coverage());
      report.others().forEach(other -> diagnostics.onCoverage(other.coverage()));
      diagnostics.onUnmatched(range.unmatched());
      if (isEmpty()) {
        diagnostics.onNothingNamed();
      }
      missing.ifPresent(diagnostics.errors());
    }

    /** Whether nothing that was asked for is missing. */
    public boolean isComplete() {
      return !isEmpty() && missing.isEmpty() && report.isComplete();
    }

    /** Whether the filter's names select no test case that was measured. */
    private boolean isEmpty() {
      return !range.verdicts().selection().filter().isAll() && !range.named();
    }
  }

  /**
   * The evidence on one merge.
   *
   * @param range what the range was found to be
   * @param evidence as text; empty where the merge is none of the range's measured ones
   */
  public record Explanation(TriageWeek range, Optional<String> evidence) {

    /** Whether the evidence is there, and nothing of the range is missing. */
    public boolean isComplete() {
      return evidence.isPresent() && range.coverage().isComplete();
    }
  }
}

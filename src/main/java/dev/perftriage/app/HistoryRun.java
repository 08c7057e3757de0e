package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.noise.CaseLevels;
import dev.perftriage.analysis.noise.Reverts;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Bound;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.HistoryQuery;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Revision;
import dev.perftriage.model.Sha;
import dev.perftriage.model.SiteHistory;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.report.LevelReport;
import dev.perftriage.report.LevelReport.CaseLine;
import dev.perftriage.report.LevelReport.Point;
import dev.perftriage.report.LevelReport.ValueSource;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.LazyValue;
import dev.perftriage.source.io.DaemonThreads;
import dev.perftriage.source.revision.Revisions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;

/** Finds the levels of test cases through a range of merges. */
public final class HistoryRun {

  /** About three months: the list of merges, which names them, reaches back to five and a half. */
  private static final Revision USUAL_START = Revision.parse("90d");

  /** More panels would be too many to read, and each takes a request. */
  private static final int MOST_CASES = 18;

  private final Session session;
  private final DataSources sources;
  private final HistoryRequest request;
  private final Diagnostics diagnostics;
  private final ComparisonQuery range;
  private final LazyValue<StoredLines> stored;
  private final LazyValue<Map<Sha, Merge>> listed;

  private HistoryRun(Session session, HistoryRequest request, Diagnostics diagnostics) {
    this.session = session;
    this.sources = session.sources();
    this.request = request;
    this.diagnostics = diagnostics;
    this.range = range();
    this.listed = new LazyValue<>(() -> ListedMerge.bySha(sources));
    this.stored =
        new LazyValue<>(
            () ->
                StoredLines.read(
                    session.storedAlone(), session.threads(), storedRange(), request.filter));
  }

  /**
   * Finds the levels.
   *
   * @return empty if the filter selects no measured test case, which is reported
   * @throws DataException if there are no values of a selected test case
   */
  public static Optional<LevelReport> find(
      Session session, HistoryRequest request, Diagnostics diagnostics) {
    return new HistoryRun(session, request, diagnostics).find();
  }

  /** The range of histories; offline, an end that is not named is that of a stored one. */
  private ComparisonQuery range() {
    Revisions revisions = session.revisions(request.metric);
    Optional<Revision> from =
        sources.isOffline() ? request.from : request.from.or(() -> Optional.of(USUAL_START));
    return new ComparisonQuery(
        from.map(revisions::start).orElse(Bound.OPEN),
        request.to.map(revisions::end).orElse(Bound.OPEN),
        request.metric);
  }

  /** The range of stored comparisons; an end that is not named is the store's. */
  private ComparisonQuery storedRange() {
    Revisions revisions = session.storedRevisions(request.metric);
    return revisions.between(
        request.from.orElse(Revision.UNNAMED), request.to.orElse(Revision.UNNAMED));
  }

  private Optional<LevelReport> find() {
    Optional<CaseLine> exact = request.exact.flatMap(this::asNamed);
    List<TestCase> cases = exact.isPresent() ? List.of() : selected();
    if (exact.isEmpty() && cases.isEmpty()) {
      return Optional.empty();
    }
    List<CaseLine> lines =
        exact.map(List::of).orElseGet(() -> lines(cases.stream().limit(MOST_CASES).toList()));
    if (request.withExactSteps) {
      lines = lines.stream().map(new ExactSteps(sources, request.metric)::of).toList();
    }
    Map<Integer, PullRequest> pulls = new StepPulls(sources).of(lines);
    Map<Integer, String> titles = new TreeMap<>();
    pulls.forEach((number, pull) -> titles.put(number, pull.title()));
    return Optional.of(
        new LevelReport(
            request.metric,
            lines.stream().map(line -> StepPulls.withReverts(line, pulls)).toList(),
            Math.max(0, cases.size() - MOST_CASES),
            titles));
  }

  /** The test case of that very name, without asking which there are; empty if there is none. */
  private Optional<CaseLine> asNamed(TestCase testCase) {
    try {
      return Optional.of(fetched(testCase));
    } catch (DataException e) {
      // Asking which test cases there are says why, or fails for the same reason.
      return Optional.empty();
    }
  }

  private Optional<SiteHistory> history(TestCase testCase) {
    return sources
        .histories()
        .apply(new HistoryQuery(range, testCase))
        .filter(found -> found.points().stream().anyMatch(SiteHistory.Point::isMeasured));
  }

  /** The test cases that the filter selects, by name; none is reported. */
  private List<TestCase> selected() {
    ArtifactComparison all = anyComparison();
    List<TestCase> selected =
        request.filter.select(all).compile().stream()
            .map(TestCaseComparison::testCase)
            .sorted(TestCase.BY_NAME)
            .toList();
    diagnostics.onUnmatched(request.filter.unmatchedNames(all));
    if (selected.isEmpty()) {
      diagnostics.onNothingNamed();
    }
    return selected;
  }

  /** The comparison of the range's ends, or else a stored one within it. */
  private ArtifactComparison anyComparison() {
    try {
      return sources.isOffline()
          ? session.storedRevisions(request.metric).compare(storedRange())
          : session.revisions(request.metric).compare(range);
    } catch (DataException e) {
      return stored
          .find()
          .map(lines -> session.storedAlone().comparisons().get(lines.last(request.metric)))
          .orElseThrow(() -> e);
    }
  }

  private List<CaseLine> lines(List<TestCase> cases) {
    ExecutorService threads = DaemonThreads.pool("histories", session.threads());
    try {
      List<CompletableFuture<CaseLine>> asked =
          cases.stream()
              .map(one -> CompletableFuture.supplyAsync(() -> fetched(one), threads))
              .toList();
      return asked.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof DataException failure ? failure : e;
    } finally {
      threads.shutdown();
    }
  }

  /** A test case from the site's history, or else from the stored comparisons. */
  private CaseLine fetched(TestCase testCase) {
    DataException failure =
        new DataException(
            "Looking for the history of %s: there are no values"
                .formatted(new HistoryQuery(range, testCase)));
    try {
      Optional<SiteHistory> found = history(testCase);
      if (found.isPresent()) {
        return line(testCase, found.get());
      }
    } catch (DataException e) {
      failure = e;
    }
    try {
      Optional<CaseLine> line = stored.get().line(testCase);
      if (line.isPresent()) {
        return line.get();
      }
    } catch (DataException e) {
      throw sources.isOffline() ? e : failure;
    }
    throw failure;
  }

  private CaseLine line(TestCase testCase, SiteHistory found) {
    List<Point> points =
        found.points().stream()
            .map(
                point ->
                    new Point(
                        listed.get().getOrDefault(point.commit(), new Merge(point.commit(), null)),
                        Optional.of(point.time()),
                        point.value(),
                        point.isInterpolated()))
            .toList();
    return line(testCase, points, Reverts.NONE);
  }

  /**
   * A test case with values as the site draws them.
   *
   * @param announced the reverts among the merges
   */
  static CaseLine line(TestCase testCase, List<Point> points, Reverts announced) {
    double[] values =
        points.stream()
            .mapToDouble(point -> point.isMeasured() ? point.value() : Double.NaN)
            .toArray();
    List<Merge> merges = points.stream().map(Point::merge).toList();
    return new CaseLine(
        testCase, ValueSource.SITE, points, CaseLevels.of(values, merges, announced));
  }

  /**
   * What to find.
   *
   * @param filter selects the test cases
   * @param exact the only test case that the filter can select, if it names one in full
   * @param from the first merge; empty for the usual one
   * @param to the last merge; empty for the newest
   * @param withExactSteps whether values around steps are those of comparisons
   */
  public record HistoryRequest(
      CaseFilter filter,
      Optional<TestCase> exact,
      Optional<Revision> from,
      Optional<Revision> to,
      Metric metric,
      boolean withExactSteps) {}
}

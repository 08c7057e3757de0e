package dev.perftriage.app;

import dev.perftriage.analysis.BackendComparison;
import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Dimension;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.MeasuredCases;
import dev.perftriage.analysis.Selection;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.BackendReport;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.chart.Charts;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.SelectionSentences;
import dev.perftriage.source.HoleBefore;
import dev.perftriage.source.io.DaemonThreads;
import dev.perftriage.source.io.SizeLimit;
import dev.perftriage.source.revision.Revisions;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.wire.AskedMetric;
import dev.perftriage.source.wire.ComparisonReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.TestCaseInterner;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two revisions, or two backends of one revision.
 *
 * @param compared what is compared
 * @param filter selects the test cases to report
 * @param withRuntime whether runtime benchmarks are reported
 */
public record CompareRun(Compared compared, CaseFilter filter, boolean withRuntime) {

  private static final int MOST_AT_ONCE = 4;

  /**
   * Fetches the comparisons of revisions.
   *
   * @throws DataException if a comparison is unavailable
   */
  public static Compared fetch(Session session, CompareRequest request) {
    Revisions revisions = session.revisions(request.metrics.get(0));
    ComparisonQuery query =
        request
            .second
            .map(second -> revisions.between(request.first, second))
            .orElseGet(
                () ->
                    request.withItself
                        ? revisions.itself(request.first)
                        : revisions.change(request.first));
    List<ArtifactComparison> comparisons =
        byEach(request.metrics, metric -> revisions.compare(query.by(metric)));
    ArtifactComparison leading = comparisons.get(0);
    boolean byDefault = MeasuredCases.of(leading, TestCase.DEFAULT_TARGET).allByDefault();
    return new Compared(
        comparisons, byDefault ? new HoleBefore(session.sources()).of(leading) : Optional.empty());
  }

  /** Fetches several metrics concurrently; if one fails, the others are still stored. */
  private static List<ArtifactComparison> byEach(
      List<Metric> metrics, Function<Metric, ArtifactComparison> comparison) {
    if (metrics.size() == 1) {
      return List.of(comparison.apply(metrics.get(0)));
    }
    ExecutorService threads = DaemonThreads.pool("metrics", Math.min(metrics.size(), MOST_AT_ONCE));
    try {
      List<CompletableFuture<ArtifactComparison>> futures =
          metrics.stream()
              .map(metric -> CompletableFuture.supplyAsync(() -> comparison.apply(metric), threads))
              .toList();
      CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
          .exceptionally(failure -> null)
          .join();
      return futures.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof DataException failure) {
        throw failure;
      }
      throw e;
    } finally {
      threads.shutdown();
    }
  }

  /**
   * Reads a saved response of the site.
   *
   * @throws DataException if it cannot be read, is too large or is not a response
   */
  public static Saved read(Path file, Metric metric, SizeLimit limit) {
    return new Saved(Payload.ofFile(file, limit), metric);
  }

  /** Reads a response from standard input, likewise. */
  public static Saved read(InputStream standardInput, Metric metric, SizeLimit limit) {
    return new Saved(Payload.ofStream(standardInput, "standard input", limit), metric);
  }

  /** The metric in the name of a saved response, which does not contain it; empty if unnamed. */
  public static Optional<Metric> metricOf(Path file) {
    return StoreLayout.queryOf(file).map(ComparisonQuery::metric);
  }

  /** Reports filter values that match nothing; returns whether the names select anything. */
  public boolean isMatched(Diagnostics diagnostics) {
    ArtifactComparison all = compared.leading();
    diagnostics.onUnmatched(filter.unmatchedNames(all));
    boolean matched =
        filter.isAll()
            || filter.namesAnyOf(all)
            || (withRuntime && !filter.select(all).runtime().isEmpty());
    if (!matched) {
      diagnostics.onNothingNamed();
    }
    return matched;
  }

  /**
   * Builds the report, and reports what its readers should know.
   *
   * @param runtimeOption the option that compares runtime benchmarks, for a hint
   */
  public ComparisonReport report(
      String runtimeOption, List<Dimension> groupedBy, boolean withAll, Diagnostics diagnostics) {
    ComparisonReport report =
        new ComparisonReport(
            compared.comparisons().stream().map(all -> JudgedComparison.of(all, filter)).toList(),
            compared.hole(),
            withRuntime,
            runtimeOption,
            groupedBy,
            withAll);
    report.metrics().forEach(one -> diagnostics.onDisagreements(one.summaries()));
    diagnostics.onCaveats(report.caveats());
    return report;
  }

  /** Begins to draw a report's charts. */
  public static void draw(ComparisonReport report, ChartJob charts) {
    ArtifactComparison leading = report.leading().facts();
    if (report.isBySeveralMetrics()) {
      List<ComparisonSummary> summaries =
          report.metrics().stream().map(JudgedComparison::summary).toList();
      charts.begin(() -> Stream.of(Charts.ofMetrics(summaries)));
    }
    charts.begin(() -> Charts.ofComparison(ComparableTestCases.of(leading)));
    if (report.withRuntime()) {
      charts.begin(() -> Stream.of(Charts.ofRuntime(ComparableTestCases.ofRuntime(leading))));
    }
  }

  /**
   * Compares two backends of the later artifact.
   *
   * @param names the names of both, the baseline first
   * @throws DataException if no test case was measured with both
   */
  public BackendReport backends(List<String> names, Diagnostics diagnostics) {
    SelectionSentences.filter(Selection.of(filter, compared.leading()))
        .map(sentence -> sentence.in(Markup.LINE))
        .ifPresent(diagnostics.notes());
    return new BackendReport(
        compared.comparisons().stream()
            .map(filter::select)
            .map(facts -> pairs(facts, names))
            .toList());
  }

  private static BackendComparison pairs(ArtifactComparison facts, List<String> names) {
    BackendComparison backends = BackendComparison.of(facts, names.get(0), names.get(1));
    if (backends.pairs().isEmpty()) {
      String known =
          facts.compile().stream()
              .map(compile -> compile.testCase().backend())
              .distinct()
              .sorted()
              .collect(Collectors.joining(", "));
      throw new DataException(
          "Comparing backends of %s by %s: no test case was measured with both %s; it has %s"
              .formatted(
                  facts.after().shortCommit(),
                  facts.metric(),
                  String.join(" and ", names),
                  known.isEmpty() ? "none" : known));
    }
    return backends;
  }

  /**
   * The revisions to compare.
   *
   * @param first the earlier revision, or the only one
   * @param second the later revision; empty to compare the first with its parent or with itself
   * @param withItself whether to compare one revision with itself, rather than with its parent
   * @param metrics one or more
   */
  public record CompareRequest(
      Revision first, Optional<Revision> second, boolean withItself, List<Metric> metrics) {

    /** Copies the list. */
    public CompareRequest {
      metrics = List.copyOf(metrics);
    }
  }

  /** A saved response, by the metric that it is said to be of. */
  public static final class Saved {

    private final Payload answer;
    private final Compared compared;

    private Saved(Payload answer, Metric metric) {
      this.answer = answer;
      this.compared = Compared.alone(ComparisonReader.read(answer, metric, new TestCaseInterner()));
    }

    /** What is compared. */
    public Compared compared() {
      return compared;
    }

    /** Whether it names its metric: the site's own responses do not. */
    public boolean namesMetric() {
      return AskedMetric.isIn(answer);
    }
  }
}

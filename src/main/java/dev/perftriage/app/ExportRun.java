package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.report.data.TableFormat;
import dev.perftriage.report.data.TableWriter;
import dev.perftriage.report.data.ValueTable;
import dev.perftriage.report.data.ValueTable.JudgedMerge;
import dev.perftriage.source.StoredData;
import dev.perftriage.source.range.Progress;
import dev.perftriage.source.range.RangeWalk;
import dev.perftriage.source.range.WalkedRange;
import dev.perftriage.source.range.WalkedRange.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Exports the measured values of a range. The comparisons are fetched first, concurrently and in
 * any order, and then read from the store one by one, so that a range of any length needs little
 * memory.
 */
public final class ExportRun {

  private final Session session;
  private final CaseFilter filter;
  private final List<MetricSteps> byMetric;
  private final boolean complete;

  private ExportRun(
      Session session, CaseFilter filter, List<MetricSteps> byMetric, boolean complete) {
    this.session = session;
    this.filter = filter;
    this.byMetric = List.copyOf(byMetric);
    this.complete = complete;
  }

  /**
   * Fetches a range, and reports what is missing.
   *
   * @param progress creates the progress display for each metric
   * @throws DataException if nothing of the range is available
   */
  public static ExportRun fetch(
      Session session,
      ExportRequest request,
      Supplier<Progress> progress,
      Diagnostics diagnostics) {
    CaseFilter filter = request.filter();
    ComparisonQuery range =
        session
            .revisions(request.metrics().get(0))
            .between(request.start(), request.end().orElse(Revision.UNNAMED));
    List<MetricSteps> byMetric = new ArrayList<>();
    boolean complete = true;
    for (Metric metric : request.metrics()) {
      try (Progress shown = progress.get();
          RangeWalk walk = session.walk()) {
        WalkedRange<Step> walked =
            walk.walk(
                range.by(metric), shown, all -> Step.of(all, filter), all -> Step.of(all, filter));
        Context<Step> before =
            request.withNoise()
                ? walked.before(
                    NoiseRules.CONTEXT, NoiseRules.STORED_CONTEXT, all -> Step.of(all, filter))
                : new Context<>(List.of(), List.of());
        byMetric.add(
            new MetricSteps(request.withNoise(), before, walked.steps(), walked.coverage().gaps()));
        Coverage coverage = walked.coverage().ofNeighbours();
        complete &= coverage.isComplete();
        diagnostics.onCoverage(coverage);
      }
    }
    if (byMetric.stream().flatMap(each -> each.steps.stream()).noneMatch(Step::isNamed)) {
      diagnostics.onNothingNamed();
      complete = false;
    }
    return new ExportRun(session, filter, byMetric, complete);
  }

  /** Whether every merge of the range was fetched, and the filter's names select test cases. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * Writes the values as CSV with a header line, merge by merge for each metric.
   *
   * @param progress shows the merges written
   * @throws IOException if writing fails
   * @throws DataException if a fetched comparison is no longer available
   */
  public void writeCsv(Writer out, Progress progress) throws IOException {
    ValueTable table = table();
    out.write(table.csvHeader());
    write(merge -> out.write(table.csv(merge)), progress);
  }

  /** Writes the values as JSON Lines likewise. */
  public void writeJsonLines(Writer out, Progress progress) throws IOException {
    ValueTable table = table();
    write(merge -> out.write(table.jsonLines(merge)), progress);
  }

  /**
   * Writes the values as Parquet likewise.
   *
   * @throws IllegalStateException if this build writes no Parquet
   */
  public void writeParquet(OutputStream out, Progress progress) throws IOException {
    ValueTable table = table();
    TableFormat parquet = TableFormat.parquet().orElseThrow(IllegalStateException::new);
    try (TableWriter rows = parquet.open(table.columns(), out)) {
      write(merge -> table.write(merge, rows), progress);
    }
  }

  private ValueTable table() {
    return new ValueTable(
        byMetric.stream()
            .flatMap(each -> each.steps.stream())
            .flatMap(step -> step.further.stream())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private void write(MergeWriter out, Progress progress) throws IOException {
    int total = byMetric.stream().mapToInt(each -> each.steps.size()).sum();
    int done = 0;
    for (MetricSteps each : byMetric) {
      NoiseWindows noise = each.noise(this::read, session.sources().stored());
      for (int at = 0; at < each.steps.size(); at++) {
        ArtifactComparison all = read(each.steps.get(at).query);
        out.write(
            new JudgedMerge(
                JudgedComparison.of(all, filter),
                each.isJudged ? noise.of(each.before.steps().size() + at) : Map.of()));
        done++;
        progress.on(done, total, all.after().commit());
      }
    }
  }

  /** Reads a comparison that was fetched; one that is not final may have to be fetched again. */
  private ArtifactComparison read(ComparisonQuery query) {
    try {
      return session.sources().stored().finalComparison(query);
    } catch (DataException notFinal) {
      return session.sources().comparisons().get(query);
    }
  }

  /** Writes the rows of a merge. */
  @FunctionalInterface
  private interface MergeWriter {
    void write(JudgedMerge merge) throws IOException;
  }

  /**
   * A range by a metric.
   *
   * @param isJudged whether to tell noise
   * @param before merges before the range
   * @param gaps the steps that span unmeasured merges
   */
  private record MetricSteps(
      boolean isJudged, Context<Step> before, List<Step> steps, List<Gap> gaps) {

    NoiseWindows noise(
        Function<ComparisonQuery, ArtifactComparison> comparisons, StoredData stored) {
      return new NoiseWindows(
          Stream.concat(before.steps().stream(), steps.stream()).map(Step::query).toList(),
          before.steps().size(),
          Stream.concat(before.gaps().stream(), gaps.stream()).toList(),
          steps.stream()
              .flatMap(step -> step.targets.stream())
              .collect(Collectors.toCollection(TreeSet::new)),
          comparisons,
          stored,
          NoiseWindows.LENGTH);
    }
  }

  /**
   * A merge by a metric.
   *
   * @param query its comparison with the merge before
   * @param further the names of its test cases' further fields
   * @param targets the targets of its selected test cases
   * @param isNamed whether the filter's names select any of its test cases
   */
  private record Step(
      ComparisonQuery query, Set<String> further, Set<String> targets, boolean isNamed) {

    static Step of(ArtifactComparison all, CaseFilter filter) {
      Set<String> further =
          Stream.concat(all.compile().stream(), all.runtime().stream())
              .map(TestCaseComparison::testCase)
              .map(TestCase::further)
              .flatMap(fields -> fields.keySet().stream())
              .collect(Collectors.toCollection(TreeSet::new));
      ArtifactComparison selected = filter.select(all);
      return new Step(
          ComparisonQuery.of(all.before().commit(), all.after().commit(), all.metric()),
          further,
          selected.compile().stream()
              .map(compile -> compile.testCase().target())
              .collect(Collectors.toCollection(TreeSet::new)),
          filter.namesAnyOf(all) || !selected.runtime().isEmpty());
    }
  }
}

package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.report.data.ValueTable;
import dev.perftriage.source.range.Progress;
import dev.perftriage.source.range.RangeWalk;
import dev.perftriage.source.range.WalkedRange;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  private final List<Step> steps;
  private final boolean complete;

  private ExportRun(Session session, CaseFilter filter, List<Step> steps, boolean complete) {
    this.session = session;
    this.filter = filter;
    this.steps = steps;
    this.complete = complete;
  }

  /**
   * Fetches a range, and reports what is missing.
   *
   * @param end the last merge; empty for the newest measured commit
   * @param metrics one or more
   * @param progress creates the progress display for each metric
   * @throws DataException if nothing of the range is available
   */
  public static ExportRun fetch(
      Session session,
      Revision start,
      Optional<Revision> end,
      List<Metric> metrics,
      CaseFilter filter,
      Supplier<Progress> progress,
      Diagnostics diagnostics) {
    ComparisonQuery range =
        session.revisions(metrics.get(0)).between(start, end.orElse(Revision.UNNAMED));
    List<Step> steps = new ArrayList<>();
    boolean complete = true;
    for (Metric metric : metrics) {
      try (Progress shown = progress.get();
          RangeWalk walk = session.walk()) {
        WalkedRange<Step> walked =
            walk.walk(
                range.by(metric), shown, all -> Step.of(all, filter), all -> Step.of(all, filter));
        steps.addAll(walked.steps());
        complete &= walked.coverage().isComplete();
        diagnostics.onCoverage(walked.coverage());
      }
    }
    if (steps.stream().noneMatch(Step::isNamed)) {
      diagnostics.onNothingNamed();
      complete = false;
    }
    return new ExportRun(session, filter, steps, complete);
  }

  /** Whether every merge of the range was fetched, and the filter's names select test cases. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * Writes the values, merge by merge for each metric.
   *
   * @throws IOException if writing fails
   * @throws DataException if a fetched comparison is no longer available
   */
  public void write(ExportFormat format, Writer out) throws IOException {
    ValueTable table =
        new ValueTable(
            steps.stream()
                .flatMap(step -> step.further.stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    out.write(format.header(table));
    for (Step step : steps) {
      out.write(format.rows(table, JudgedComparison.of(read(step.query), filter)));
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

  /**
   * A merge by a metric.
   *
   * @param query its comparison with the merge before
   * @param further the names of its test cases' further fields
   * @param isNamed whether the filter's names select any of its test cases
   */
  private record Step(ComparisonQuery query, Set<String> further, boolean isNamed) {

    static Step of(ArtifactComparison all, CaseFilter filter) {
      Set<String> further =
          Stream.concat(all.compile().stream(), all.runtime().stream())
              .map(TestCaseComparison::testCase)
              .map(TestCase::further)
              .flatMap(fields -> fields.keySet().stream())
              .collect(Collectors.toCollection(TreeSet::new));
      return new Step(
          ComparisonQuery.of(all.before().commit(), all.after().commit(), all.metric()),
          further,
          filter.namesAnyOf(all) || !filter.select(all).runtime().isEmpty());
    }
  }
}

package dev.perftriage.app;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.TriageReport;
import java.util.List;
import java.util.Optional;

/**
 * A finished report.
 *
 * @param range the results of the range
 * @param wholes the test cases of the whole range by each metric that is available; none unless
 *     charts are requested
 * @param annotations the annotations of entries; empty if no context was requested
 * @param missing the data missing about pull requests, in sentences; empty if none
 */
public record FinishedReport(
    AnalyzedRange range,
    List<ComparableTestCases> wholes,
    TriageReport report,
    Optional<Annotations> annotations,
    List<String> missing) {

  /** Copies the lists. */
  public FinishedReport {
    wholes = List.copyOf(wholes);
    missing = List.copyOf(missing);
  }

  /** Reports what readers of the report should know. */
  public void diagnose(Diagnostics diagnostics) {
    diagnostics.onDisagreements(report.week().all());
    diagnostics.onCoverage(report.week().coverage());
    report.others().forEach(other -> diagnostics.onCoverage(other.coverage()));
    diagnostics.onCaveats(report.allCaveats());
    diagnostics.onUnmatched(range.unmatched());
    if (isEmpty()) {
      diagnostics.onNothingNamed();
    }
    missing.forEach(diagnostics.errors());
  }

  /** Whether no requested data is missing. */
  public boolean isComplete() {
    return !isEmpty() && missing.isEmpty() && report.isComplete();
  }

  /** Whether the filter's names select no measured test case. */
  private boolean isEmpty() {
    return !range.verdicts().selection().filter().isAll() && !range.named();
  }
}

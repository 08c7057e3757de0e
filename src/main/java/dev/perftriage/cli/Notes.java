package dev.perftriage.cli;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;

/** Remarks on standard error that change nothing in the result. */
final class Notes {

  private Notes() {}

  /** Says where the site's verdicts are not what its rule gives: its rule may have changed. */
  static void onDisagreements(Collection<ComparisonSummary> summaries, PrintWriter err) {
    List<TestCase> disagreements =
        summaries.stream().flatMap(summary -> summary.disagreements().stream()).toList();
    if (!disagreements.isEmpty()) {
      err.println(
          "perf-triage: note: the site judges the relevance of "
              + Numbers.counted(disagreements.size(), "test case")
              + " by another rule than this version, first "
              + disagreements.get(0)
              + "; its figures may differ from these");
    }
  }
}

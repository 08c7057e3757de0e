package dev.perftriage.cli;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import java.util.Collection;
import java.util.List;

/** What is to be said about a result on standard error. */
final class Notes {

  private Notes() {}

  /** Says where the site's verdicts are not what its rule gives: its rule may have changed. */
  static void onDisagreements(Collection<ComparisonSummary> summaries, Surroundings surroundings) {
    List<TestCase> disagreements =
        summaries.stream().flatMap(summary -> summary.disagreements().stream()).toList();
    if (!disagreements.isEmpty()) {
      surroundings.note(
          "the site judges the relevance of "
              + Numbers.counted(disagreements.size(), "test case")
              + " by another rule than this version, first "
              + disagreements.get(0)
              + "; its figures may differ from these");
    }
  }

  /** Says what of a range is covered only in part, as the report's head does. */
  static void onCoverage(Coverage coverage, Surroundings surroundings) {
    if (coverage.askedEnd() != null) {
      surroundings.note(
          "the range ends at "
              + MasterCommit.shortSha(coverage.end())
              + ", for "
              + MasterCommit.shortSha(coverage.askedEnd())
              + " has no data yet");
    }
    if (!coverage.bridges().isEmpty()) {
      surroundings.note(
          Numbers.counted(coverage.bridges().size(), "comparison")
              + " had to span merges without data of their own; the report's head names them");
    }
    if (!coverage.missing().isEmpty()) {
      surroundings.error(
          Numbers.counted(coverage.missing().size(), "comparison")
              + " could not be had, first: "
              + coverage.missing().get(0).reason()
              + "; the report goes without, and the same command asks again");
    }
    if (coverage.wholeMissing() != null) {
      surroundings.error("the summary could not be had: " + coverage.wholeMissing());
    }
  }
}

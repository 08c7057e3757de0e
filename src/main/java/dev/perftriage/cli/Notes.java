package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.UnmatchedName;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import java.util.Collection;
import java.util.List;

/** Notes about a result on standard error. */
final class Notes {

  private static final int MOST_NAMES = 8;

  private Notes() {}

  /** Says where the site's verdicts are not what its rule gives: its rule may have changed. */
  static void onDisagreements(Collection<ComparisonSummary> summaries, Surroundings surroundings) {
    List<TestCase> disagreements =
        summaries.stream().flatMap(summary -> summary.disagreements().stream()).toList();
    if (!disagreements.isEmpty()) {
      surroundings.note(
          "the site judges the relevance of "
              + Numbers.counted(disagreements.size(), "test case")
              + metric(summaries)
              + " by another rule than this version, first "
              + disagreements.get(0)
              + "; its figures may differ");
    }
  }

  /** Says where two artifacts have merges between them, for which thresholds are not made. */
  static void onDistance(ArtifactComparison comparison, Surroundings surroundings) {
    String before = comparison.before().commit();
    String after = comparison.after().commit();
    if (!comparison.contiguous() && !before.equals(after)) {
      surroundings.note(
          Sha.shortened(before)
              + " and "
              + Sha.shortened(after)
              + " are not adjacent on master; the site's thresholds are meant for single merges");
    }
  }

  /** The metric, unless it is the default one. */
  private static String metric(Collection<ComparisonSummary> summaries) {
    return summaries.stream()
        .map(ComparisonSummary::metric)
        .filter(Metric::isNoisy)
        .findFirst()
        .map(metric -> " by " + metric)
        .orElse("");
  }

  /** Says what of a range is covered only in part, as a report's head does. */
  static void onCoverage(Coverage coverage, Surroundings surroundings) {
    if (coverage.askedEnd() != null) {
      surroundings.note(
          "the range ends at "
              + Sha.shortened(coverage.end())
              + "; "
              + Sha.shortened(coverage.askedEnd())
              + " has no data yet");
    }
    if (!coverage.gaps().isEmpty()) {
      surroundings.note(
          Numbers.counted(coverage.gaps().size(), "comparison")
              + " spanned merges without data; the top of the report names them");
    }
    if (!coverage.missing().isEmpty()) {
      surroundings.error(
          Numbers.counted(coverage.missing().size(), "comparison")
              + " unavailable, first: "
              + coverage.missing().get(0).reason()
              + "; reports omit the missing data, rerun the command to retry");
    }
    if (coverage.wholeMissing() != null) {
      surroundings.error("the summary is unavailable: " + coverage.wholeMissing());
    }
  }

  /**
   * Says what a filter does not find in a comparison.
   *
   * @param runtime whether the runtime benchmarks count too
   * @return whether its names select anything
   */
  static boolean onFilter(
      CaseFilter filter, ArtifactComparison all, boolean runtime, Surroundings surroundings) {
    onUnmatched(filter.unmatchedNames(all), surroundings);
    boolean matched =
        filter.isAll()
            || filter.namesAnyOf(all)
            || (runtime && !filter.select(all).runtime().isEmpty());
    if (!matched) {
      onNothingNamed(surroundings);
    }
    return matched;
  }

  /**
   * Notes the filter values that match nothing, such as misspelt names, with the available ones.
   */
  static void onUnmatched(List<UnmatchedName> unmatched, Surroundings surroundings) {
    for (UnmatchedName name : unmatched) {
      List<String> nearest = name.nearest(MOST_NAMES);
      int others = name.available().size() - nearest.size();
      String available =
          nearest.isEmpty()
              ? "none was measured"
              : "available: "
                  + String.join(", ", nearest)
                  + (others == 0 ? "" : " and " + others + " more");
      surroundings.note(
          "--"
              + name.criterion().label()
              + ": no measured name matches '"
              + name.word()
              + "'; "
              + available);
    }
  }

  /** Says that a filter's names leave nothing to compare: that is data missing, and no success. */
  static void onNothingNamed(Surroundings surroundings) {
    surroundings.error("no measured test case matches the filters");
  }
}

package dev.perftriage.app;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Criterion;
import dev.perftriage.analysis.UnmatchedName;
import dev.perftriage.analysis.caveat.Caveat.NothingComparable;
import dev.perftriage.analysis.caveat.ScopedCaveat;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.CaveatSentences;
import dev.perftriage.report.prose.CoverageSentences;
import dev.perftriage.report.prose.Markup;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reports what readers of a result should know.
 *
 * @param notes receives sentences that do not affect the result
 * @param errors receives sentences about missing data
 */
public record Diagnostics(Consumer<String> notes, Consumer<String> errors) {

  private static final int MOST_NAMES = 8;

  /** Notes where the site's verdicts differ from its known rule, which may have changed. */
  public void onDisagreements(Collection<ComparisonSummary> summaries) {
    List<TestCase> disagreements =
        summaries.stream().flatMap(summary -> summary.disagreements().stream()).toList();
    if (!disagreements.isEmpty()) {
      notes.accept(
          "the site judges the relevance of "
              + Numbers.counted(disagreements.size(), "test case")
              + metric(summaries)
              + " by another rule than this version, first "
              + disagreements.get(0)
              + "; its figures may differ");
    }
  }

  /**
   * Notes how far figures can be trusted; that there are none is reported as missing data. What is
   * written says the same.
   */
  public void onCaveats(List<ScopedCaveat> caveats) {
    for (ScopedCaveat scoped : caveats) {
      String sentence = CaveatSentences.of(scoped).in(Markup.SHORT_LINE);
      (scoped.caveat() instanceof NothingComparable ? errors : notes).accept(sentence);
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

  /** Reports the parts of a range that are missing or only partly covered. */
  public void onCoverage(Coverage coverage) {
    if (coverage.askedEnd() != null && !coverage.isEndLeftOut()) {
      notes.accept(
          "the range ends at %s; %s has no data yet"
              .formatted(coverage.end().shortened(), coverage.askedEnd().shortened()));
    }
    if (!coverage.gaps().isEmpty()) {
      notes.accept(
          Numbers.counted(coverage.gaps().size(), "comparison")
              + " spanned merges without data; the top of the report names them");
    }
    if (!coverage.halfMeasured().isEmpty()) {
      new CoverageSentences(coverage, Markup.LINE).halfMeasured().forEach(errors);
    }
    if (!coverage.missing().isEmpty()) {
      errors.accept(
          Numbers.counted(coverage.missing().size(), "comparison")
              + " unavailable, first: "
              + coverage.missing().get(0).reason()
              + "; reports omit the missing data, rerun the command to retry");
    }
    if (coverage.wholeMissing() != null) {
      errors.accept("the summary is unavailable: " + coverage.wholeMissing());
    }
  }

  /**
   * Notes the filter values that match nothing, such as misspelt names, with the available ones.
   */
  public void onUnmatched(List<UnmatchedName> unmatched) {
    for (UnmatchedName name : unmatched) {
      List<String> nearest = name.nearest(MOST_NAMES);
      int others = name.available().size() - nearest.size();
      String available =
          nearest.isEmpty()
              ? "none was measured"
              : "available: "
                  + String.join(", ", nearest)
                  + (others == 0 ? "" : " and " + others + " more");
      notes.accept(
          (name.key() instanceof Criterion ? "--" : "field ")
              + name.key().label()
              + ": no measured name matches '"
              + name.word()
              + "'; "
              + available);
    }
  }

  /** Reports that a filter's names select nothing, which counts as missing data. */
  public void onNothingNamed() {
    errors.accept("no measured test case matches the filters");
  }
}

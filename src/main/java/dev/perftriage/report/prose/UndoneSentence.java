package dev.perftriage.report.prose;

import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.analysis.noise.OtherMerge;
import java.util.Optional;

/**
 * The short sentence on where a comparison's changes went back, or what they are the way back from:
 * {@code Reverted in #2 (538 of 546).}
 */
public record UndoneSentence(MergeVerdicts merge, MeasuredSeries series, Markup markup) {

  /** The sentence; empty if no revert moved anything, and most did not go back otherwise. */
  public Optional<String> text() {
    Optional<OtherMerge> reverted = mostBy(NoiseVerdict.REVERTED);
    if (reverted.isPresent()) {
      return reverted.map(
          other ->
              (other.isLater() ? "Reverted in " : "From reverting ")
                  + markup.merge(other.merge())
                  + share(other)
                  + ".");
    }
    Optional<EntryVerdict> verdict = merge.verdict();
    if (verdict.filter(EntryVerdict.UNDONE::equals).isPresent()) {
      return mostBy(NoiseVerdict.UNDONE).map(other -> wentBack(other) + ", cause unknown.");
    }
    return verdict.filter(EntryVerdict.ENVIRONMENT::equals).isPresent()
        ? mostBy(NoiseVerdict.ENVIRONMENT)
            .map(other -> wentBack(other) + " with most test cases, which looks like the machine.")
        : Optional.empty();
  }

  private String wentBack(OtherMerge other) {
    return "Went back %s %s%s"
        .formatted(other.isLater() ? "at" : "after", markup.merge(other.merge()), share(other));
  }

  /** {@code (538 of 546)}: how many of the changes; empty if all. */
  private String share(OtherMerge other) {
    int all = merge.changes().size();
    return other.count() == all ? "" : " (%s of %s)".formatted(other.count(), all);
  }

  private Optional<OtherMerge> mostBy(NoiseVerdict verdict) {
    return OtherMerge.ofMost(merge, verdict, series);
  }
}

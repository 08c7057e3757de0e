package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.ChangeJudge.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * The evidence behind a verdict. Values are in the metric's own unit.
 *
 * @param decidedBy the rule that fired; those before it did not
 * @param levelBefore the level before the change
 * @param levelAfter the level after the change
 * @param levelLater the latest level: the median of up to the last 15 values
 * @param spread the typical distance of single values from their level
 * @param valuesAfter how many measured values follow the change
 * @param movedTogether how many other test cases had a relevant change at this merge that is not
 *     noise
 * @param switches how often the test case jumped between the two levels in the window, including
 *     this change but not jumps of a group
 * @param window the number of measured values in that window
 */
public record NoiseEvidence(
    NoiseRule decidedBy,
    double levelBefore,
    double levelAfter,
    double levelLater,
    double spread,
    int valuesAfter,
    int movedTogether,
    int switches,
    int window) {

  /** The evidence of a change outside any series: its own two values, and what moved with it. */
  public static NoiseEvidence ofNoSeries(TestCaseChange change, NoiseRule rule, int others) {
    double after = change.result().after();
    return new NoiseEvidence(rule, change.result().before(), after, after, 0, 0, others, 1, 0);
  }

  static NoiseEvidence of(
      TestCaseChange change, @Nullable LevelShift shift, Judgement judgement, int others) {
    if (shift == null) {
      return ofNoSeries(change, judgement.rule(), others);
    }
    CaseValues values = shift.values();
    return new NoiseEvidence(
        judgement.rule(),
        shift.levelBefore(),
        shift.levelAfter(),
        values.median(Math.max(shift.at(), values.size() - NoiseRules.FAR), values.size()),
        shift.spread(),
        shift.valuesAfter(),
        others,
        judgement.switches(),
        shift.to() - shift.from());
  }

  /** The distance between the two levels, as a fraction of the one before; never negative. */
  public double size() {
    return Math.abs(levelAfter - levelBefore) / Math.abs(levelBefore);
  }
}

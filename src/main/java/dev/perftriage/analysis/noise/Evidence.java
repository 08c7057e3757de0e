package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.ChangeJudge.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict rests on. Values are in the metric's own unit.
 *
 * @param decidedBy the rule that fired; those before it did not
 * @param levelBefore the level that the change came from
 * @param levelAfter the level that it went to
 * @param levelLater the level at the end of what is known: the median of up to 15 last values
 * @param spread how far single values usually are from their level
 * @param valuesAfter how many measured values stand after the change
 * @param movedTogether how many test cases made a relevant move at this merge that no noise
 *     explains, this one not counted
 * @param switches how often the test case jumped between the two levels in the window, this change
 *     included; what moved with a group of others is not counted
 * @param window how many measured values that was seen in
 */
public record Evidence(
    NoiseRule decidedBy,
    double levelBefore,
    double levelAfter,
    double levelLater,
    double spread,
    int valuesAfter,
    int movedTogether,
    int switches,
    int window) {

  /**
   * What there is to say of a change that stands in no series: its own two values.
   *
   * @param others how many test cases besides moved at its merge and stayed
   */
  public static Evidence ofNoSeries(TestCaseChange change, NoiseRule rule, int others) {
    double after = change.result().after();
    return new Evidence(rule, change.result().before(), after, after, 0, 0, others, 1, 0);
  }

  static Evidence of(
      TestCaseChange change, @Nullable LevelShift shift, Judgement judgement, int others) {
    if (shift == null) {
      return ofNoSeries(change, judgement.rule(), others);
    }
    CaseValues values = shift.values();
    return new Evidence(
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

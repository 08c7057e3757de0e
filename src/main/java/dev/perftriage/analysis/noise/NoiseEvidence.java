package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;

/**
 * The evidence behind a verdict. Values are in the metric's own unit.
 *
 * @param decidedBy the rule that fired; those before it did not
 * @param levelBefore the level before the change
 * @param levelAfter the level after the change
 * @param levelLater the latest level: the median of up to the last 15 values
 * @param spread the typical distance of single values from their level
 * @param valuesAfter how many measured values follow the change
 * @param stayed for how many measurements, the first one included, the level stayed nearer to the
 *     one after the change than to the one before
 * @param movedTogether how many other test cases moved at this merge for longer than a spike,
 *     without a habit of doing so
 * @param switches how often the test case left its level or came back, about as far as by this
 *     change and including it, but not where a group did
 * @param window the number of measured values among which it did: those of up to 200 merges before
 *     the change and 60 after it
 */
public record NoiseEvidence(
    NoiseRule decidedBy,
    double levelBefore,
    double levelAfter,
    double levelLater,
    double spread,
    int valuesAfter,
    int stayed,
    int movedTogether,
    int switches,
    int window) {

  /** The evidence of a change outside any series: its own two values, and what moved with it. */
  public static NoiseEvidence ofNoSeries(TestCaseChange change, NoiseRule rule, int others) {
    double after = change.result().after();
    return new NoiseEvidence(rule, change.result().before(), after, after, 0, 0, 1, others, 1, 0);
  }

  static NoiseEvidence of(Evidence evidence, NoiseRule rule, int others) {
    SeenSeries series = evidence.series();
    int own = series.isMove() ? 1 : 0;
    if (evidence.excursion().exists()) {
      own = NoiseRules.THERE_AND_BACK;
    }
    return new NoiseEvidence(
        rule,
        series.before(),
        series.after(),
        series.later(),
        series.spread(),
        series.valuesAfter(),
        series.stayed(),
        others,
        evidence.habits().all() + own,
        series.window());
  }

  /** The distance between the two levels, as a fraction of the one before; never negative. */
  public double size() {
    return Math.abs(levelAfter - levelBefore) / Math.abs(levelBefore);
  }
}

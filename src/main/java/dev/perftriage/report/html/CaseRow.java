package dev.perftriage.report.html;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.ExactNumber;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.VerdictWords;

/**
 * A comparable test case as a row of a table.
 *
 * @param testCase what was measured; its names come from outside
 * @param category {@code primary} or {@code secondary}
 * @param direction {@code regression} or {@code improvement}
 * @param verdict what became of it, and the other merge where there is one; empty where nobody
 *     asked
 * @param change the change as it is printed, with a sign that shows its direction
 * @param exactChange the same as a fraction, to the last digit, for sorting and for reckoning
 * @param factor the significance factor as it is printed
 * @param before the value before
 * @param after the value after, likewise
 */
public record CaseRow(
    TestCase testCase,
    String category,
    String direction,
    String verdict,
    String change,
    String exactChange,
    String factor,
    Value before,
    Value after) {

  static CaseRow of(TestCaseChange change) {
    return of(change, "");
  }

  static CaseRow of(JudgedChange judged) {
    return of(judged.change(), VerdictWords.verdict(judged));
  }

  private static CaseRow of(TestCaseChange change, String verdict) {
    boolean regression = change.isRegression();
    return new CaseRow(
        change.testCase(),
        change.category().label(),
        regression ? "regression" : "improvement",
        verdict,
        (regression ? "▲ +" : "▼ ") + Numbers.percent(change.change()),
        ExactNumber.of(change.change()),
        Numbers.factor(change.result().significanceFactor()),
        new Value(change.result().before()),
        new Value(change.result().after()));
  }

  /** A measured value. */
  public record Value(double value) {

    /** The value as it is printed. */
    public String shown() {
      return Numbers.value(value);
    }

    /** All its digits. */
    public String exact() {
      return ExactNumber.of(value);
    }
  }
}

package dev.perftriage.report.html;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.VerdictWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A relevant test case as a row of a table.
 *
 * @param testCase what was measured; its names come from outside
 * @param category {@code primary} or {@code secondary}
 * @param direction {@code regression} or {@code improvement}
 * @param verdict what became of it, and the other merge where there is one; empty where nobody
 *     asked
 * @param change the change as it is printed, with a sign that shows its direction
 * @param exactChange the same as a fraction, to the last digit, for sorting and for reckoning
 * @param factor the significance factor as it is printed
 * @param before the value before and what it is exactly
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

  /** Few enough digits for every number to be read back as written, and enough for any number. */
  private static final int FEWEST_DIGITS = 15;

  private static final int MOST_DIGITS = 17;

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
        exact(change.change()),
        Numbers.factor(change.result().significanceFactor()),
        Value.of(change.result().before()),
        Value.of(change.result().after()));
  }

  /** The shortest digits that stand for the number; {@code Double.toString} differs by JDK. */
  private static String exact(double value) {
    for (int digits = FEWEST_DIGITS; ; digits++) {
      BigDecimal rounded =
          new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (digits == MOST_DIGITS || rounded.doubleValue() == value) {
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
      }
    }
  }

  /**
   * A measured value.
   *
   * @param shown as it is printed
   * @param exact all its digits
   */
  public record Value(String shown, String exact) {

    private static Value of(double value) {
      return new Value(Numbers.value(value), CaseRow.exact(value));
    }
  }
}

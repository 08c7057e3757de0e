package dev.perftriage.analysis.attribution;

import dev.perftriage.analysis.TestCaseChange;

/**
 * A relevant change of a rollup that a member's own build makes, too: relevant by the site's rule,
 * and in the same direction.
 *
 * @param change the rollup's change
 * @param share the member's part of it as a fraction of the logarithms, above 0: 1 if the member
 *     alone moves the test case as far, above 1 if it moves it farther; 1 if either value is zero
 */
public record ExplainedCase(TestCaseChange change, double share) {

  static ExplainedCase of(TestCaseChange rollup, TestCaseChange member) {
    return new ExplainedCase(rollup, share(rollup, member));
  }

  /** The member's part of the rollup's change; negative if it moves the other way. */
  static double share(TestCaseChange rollup, TestCaseChange member) {
    double all = log(rollup);
    double part = log(member);
    if (Double.isFinite(all) && Double.isFinite(part) && all != 0) {
      return part / all;
    }
    return member.isRegression() == rollup.isRegression() ? 1 : -1;
  }

  private static double log(TestCaseChange change) {
    return Math.log1p(change.change());
  }
}

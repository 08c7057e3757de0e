package dev.perftriage.report.chart;

import dev.perftriage.analysis.TestCaseChange;

/** What a change counts as, with a sign that says so without colour. */
enum ChangeKind {
  REGRESSION("▲"),
  IMPROVEMENT("▼"),
  NOT_RELEVANT("·");

  private final String sign;

  ChangeKind(String sign) {
    this.sign = sign;
  }

  static ChangeKind of(TestCaseChange change) {
    if (!change.isRelevant()) {
      return NOT_RELEVANT;
    }
    return change.isRegression() ? REGRESSION : IMPROVEMENT;
  }

  String sign() {
    return sign;
  }
}

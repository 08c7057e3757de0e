package dev.perftriage.report.chart;

import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.TestCaseChange;
import java.awt.Color;

/** The kind of a change or merge, with its colour and a symbol that works without colour. */
enum ChangeKind {
  REGRESSION("regression", "▲", ChartStyle.REGRESSION),
  IMPROVEMENT("improvement", "▼", ChartStyle.IMPROVEMENT),
  /** Merges only: regressions in some test cases, improvements in others. */
  MIXED("mixed", "◆", ChartStyle.INK),
  NOT_RELEVANT("not relevant", "·", ChartStyle.NOT_RELEVANT);

  private final String label;
  private final String sign;
  private final Color color;

  ChangeKind(String label, String sign, Color color) {
    this.label = label;
    this.sign = sign;
    this.color = color;
  }

  static ChangeKind of(TestCaseChange change) {
    if (!change.isRelevant()) {
      return NOT_RELEVANT;
    }
    return change.isRegression() ? REGRESSION : IMPROVEMENT;
  }

  static ChangeKind of(Direction direction) {
    return switch (direction) {
      case REGRESSION -> REGRESSION;
      case IMPROVEMENT -> IMPROVEMENT;
      case MIXED -> MIXED;
      case NONE -> NOT_RELEVANT;
    };
  }

  String label() {
    return label;
  }

  String sign() {
    return sign;
  }

  Color color() {
    return color;
  }
}

package dev.perftriage.analysis.noise;

/** What the verdicts of {@link TryJudge} rest on. */
public enum TryRule {
  /** Too few merges around the parent were measured. */
  NO_HISTORY(TryVerdict.UNCLEAR),
  /** The value is where most of the neighbours are; the parent's own value was off. */
  NO_MOVE(TryVerdict.NOISE),
  /** The value is where some of the neighbours are. */
  KNOWN_LEVEL(TryVerdict.NOISE),
  /** The value is where the test case was before a step of its own that stayed. */
  BEFORE_STEP(TryVerdict.NOISE),
  /** The same, but with others: the build may undo that step. */
  BACK_TOGETHER(TryVerdict.UNCLEAR),
  /** The value is where none of the neighbours is, but not farther than their scatter explains. */
  SCATTER(TryVerdict.NOISE),
  /** The value is beyond all neighbours, farther than their scatter explains. */
  BEYOND(TryVerdict.REAL),
  /** The value is between the neighbours, where none or too few are. */
  ELSEWHERE(TryVerdict.REAL),
  /** The evidence carries neither. */
  AMONG(TryVerdict.UNCLEAR);

  private final TryVerdict verdict;

  TryRule(TryVerdict verdict) {
    this.verdict = verdict;
  }

  /** What it says of a change. */
  public TryVerdict verdict() {
    return verdict;
  }
}

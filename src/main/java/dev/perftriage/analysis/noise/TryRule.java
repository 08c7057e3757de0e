package dev.perftriage.analysis.noise;

/** The rules of {@link TryJudge}, in order of application. */
public enum TryRule {
  /** Too few merges around the parent were measured. */
  NO_HISTORY(TryVerdict.UNCLEAR),
  /** The value is on the level around the parent, whose own value was off it. */
  NO_MOVE(TryVerdict.NOISE),
  /** The value is on another level that the test case visits now and then. */
  KNOWN_LEVEL(TryVerdict.NOISE),
  /** The same, but other test cases moved with it, or it was there only once. */
  DOUBTFUL_LEVEL(TryVerdict.UNCLEAR),
  /** The value is beyond all values around the parent. */
  BEYOND(TryVerdict.REAL),
  /** The value is not far enough beyond those around the parent, and on none of their levels. */
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

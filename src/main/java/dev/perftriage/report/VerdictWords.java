package dev.perftriage.report;

import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Merge;

/** Verdicts in a few plain words. */
public final class VerdictWords {

  private VerdictWords() {}

  /** A merge by its pull request as {@code #1}, or by its short commit where there is none. */
  public static String name(Merge merge) {
    return merge.pr() == null ? MasterCommit.shortSha(merge.sha()) : "#" + merge.pr();
  }

  /** The verdict, with the other merge where there is one: {@code returned at #2}. */
  public static String verdict(JudgedChange judged) {
    Merge other = judged.other();
    return judged.verdict().label() + (other == null ? "" : ", see " + name(other));
  }
}

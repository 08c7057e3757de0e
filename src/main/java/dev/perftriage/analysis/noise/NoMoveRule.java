package dev.perftriage.analysis.noise;

import org.jspecify.annotations.Nullable;

/**
 * A change of two single values is scatter if the level did not change with it. It is left open if
 * the values around it moved at all where others moved too, or if the level moved so little that it
 * may be scatter.
 */
final class NoMoveRule {

  private NoMoveRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    SeenSeries series = evidence.series();
    if (series.isMove()) {
      boolean isConcerned = !series.excursion().exists() && !evidence.hasCompany();
      return isConcerned ? besideMove(evidence) : null;
    }
    if (series.valuesAfter() < NoiseRules.VALUES_FOR_A_LEVEL) {
      return verdict(NoiseVerdict.PENDING);
    }
    return verdict(mayHaveMoved(evidence) ? NoiseVerdict.UNCLEAR : NoiseVerdict.RETURNED);
  }

  /** A single value beside a smaller move, or a move that is hardly one. */
  private static @Nullable Judgement besideMove(Evidence evidence) {
    SeenSeries series = evidence.series();
    double share = series.surroundings().share();
    if (Math.abs(share) < NoiseRules.HARDLY_MOVED) {
      return verdict(NoiseVerdict.RETURNED);
    }
    boolean isMost = share >= NoiseRules.MOVED_FOR_THE_MOST_PART;
    return isMost && !(series.isSlight() && series.tells()) ? null : verdict(NoiseVerdict.UNCLEAR);
  }

  private static boolean mayHaveMoved(Evidence evidence) {
    double share = evidence.series().surroundings().share();
    double error = evidence.series().surroundings().error();
    if (evidence.hasSiblings()) {
      return share <= -NoiseRules.MOVED || (share >= NoiseRules.MOVED_IN_COMPANY && share > error);
    }
    return (evidence.hasCompany() || evidence.otherBenchmarks() >= NoiseRules.GROUP)
        && share >= NoiseRules.MOVED
        && share > 2 * error;
  }

  private static Judgement verdict(NoiseVerdict verdict) {
    return new Judgement(verdict, NoiseRule.NO_MOVE, -1);
  }
}

package dev.perftriage.analysis.noise;

import org.jspecify.annotations.Nullable;

/**
 * A change of two single values is scatter if the level did not change with it. Where others moved
 * too, it is left open if the values around it moved at all, whichever way.
 */
final class NoMoveRule {

  private NoMoveRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    SeenSeries series = evidence.series();
    double share = series.surroundings().share();
    if (series.isMove()) {
      boolean concerned = !series.excursion().exists() && !evidence.hasCompany();
      return concerned && share < NoiseRules.MOVED
          ? verdict(
              Math.abs(share) < NoiseRules.HARDLY_MOVED
                  ? NoiseVerdict.RETURNED
                  : NoiseVerdict.UNCLEAR)
          : null;
    }
    if (series.valuesAfter() < NoiseRules.VALUES_FOR_A_LEVEL) {
      return verdict(NoiseVerdict.PENDING);
    }
    boolean mayHaveMoved =
        evidence.hasCompany()
            && (share <= -NoiseRules.MOVED
                || (share >= NoiseRules.MOVED_IN_COMPANY && share > series.surroundings().error()));
    return verdict(mayHaveMoved ? NoiseVerdict.UNCLEAR : NoiseVerdict.RETURNED);
  }

  private static Judgement verdict(NoiseVerdict verdict) {
    return new Judgement(verdict, NoiseRule.NO_MOVE, -1);
  }
}

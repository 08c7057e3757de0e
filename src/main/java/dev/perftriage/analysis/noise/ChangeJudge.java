package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.LevelShift.RemainingShift;
import org.jspecify.annotations.Nullable;

/** Applies {@link NoiseRules} to single changes. */
final class ChangeJudge {

  private final CoMovement coMovement;
  private final RevertPairs reverts;

  ChangeJudge(CoMovement coMovement, RevertPairs reverts) {
    this.coMovement = coMovement;
    this.reverts = reverts;
  }

  /**
   * The verdict on a change.
   *
   * @param shift its level shift; null if it is not part of a series
   * @param merge the index of its merge
   */
  Judgement judge(TestCaseChange change, @Nullable LevelShift shift, int merge) {
    if (shift == null) {
      return new Judgement(NoiseVerdict.PENDING, NoiseRule.STAY, -1, -1, 1);
    }
    int others = coMovement.othersLike(change, merge);
    Switching switching = Switching.of(shift, coMovement::isGroup);
    int switches = switching.jumps() + 1;
    int wayBack = wayBack(shift, switching);
    boolean tells = shift.valuesAfter() >= NoiseRules.MERGES_TO_TELL;
    Judgement stay =
        new Judgement(
            tells ? NoiseVerdict.PERSISTENT : NoiseVerdict.PENDING,
            NoiseRule.STAY,
            -1,
            wayBack,
            switches);
    int revert = reverts.otherOf(shift, merge, others >= NoiseRules.GROUP);
    if (revert >= 0) {
      return stay.but(NoiseVerdict.REVERTED, NoiseRule.REVERT, revert);
    }
    if (coMovement.isUndoneWith(merge, wayBack)) {
      return stay.but(NoiseVerdict.REVERTED, NoiseRule.UNDONE_TOGETHER, wayBack);
    }
    int spike = spike(shift, others);
    if (spike >= 0) {
      return stay.but(NoiseVerdict.RETURNED, NoiseRule.SPIKE, spike);
    }
    if (isSwitching(switching, others)) {
      return stay.but(NoiseVerdict.FLIP_FLOP, NoiseRule.SWITCHING, switching.nearest());
    }
    return isNoMove(shift, others)
        ? stay.but(NoiseVerdict.RETURNED, NoiseRule.NO_MOVE, neighbour(shift))
        : stay;
  }

  /** The merge of the only return, or of the only earlier move; -1 if there is not exactly one. */
  private static int wayBack(LevelShift shift, Switching switching) {
    int place = shift.backAfterSpike();
    if (place < 0) {
      place = shift.beginOfSpike();
    }
    if (place >= 0) {
      return shift.values().merge(place);
    }
    return switching.jumps() == 1 ? switching.nearest() : -1;
  }

  /** The other end of the spike that the change begins or ends; -1 if there is none. */
  private int spike(LevelShift shift, int others) {
    int back = shift.backAfterSpike();
    int begin = shift.beginOfSpike();
    CaseValues values = shift.values();
    boolean exact = others >= NoiseRules.GROUP;
    if (back >= 0 && !coMovement.isGroup(values.merge(back))) {
      if (!exact || shift.isSameLevel(false, back, back + NoiseRules.NEAR)) {
        return values.merge(back);
      }
    }
    if (begin >= 0 && !coMovement.isGroup(values.merge(begin))) {
      if (!exact || shift.isSameLevel(true, begin - NoiseRules.NEAR, begin)) {
        return values.merge(begin);
      }
    }
    return -1;
  }

  private static boolean isSwitching(Switching switching, int others) {
    boolean repeated = switching.jumps() > 1;
    if (others >= NoiseRules.GROUP) {
      return repeated && switching.cameBack() && switching.wasThere();
    }
    if (others >= NoiseRules.SMALL_GROUP) {
      return repeated && switching.lasting() > 0;
    }
    return repeated
        ? switching.lasting() > 0 || switching.jumps() >= NoiseRules.MANY_JUMPS
        : switching.cameBack() || switching.wasThere();
  }

  private static boolean isNoMove(LevelShift shift, int others) {
    // Measurement noise of the same size can hide a real step of a group.
    if (shift.valuesAfter() < 2 || others >= NoiseRules.GROUP) {
      return false;
    }
    double change = Math.abs(shift.values().step(shift.at()));
    boolean isHidden = change < NoiseRules.HIDDEN_SPREADS * shift.spread();
    int width = isHidden ? NoiseRules.FAR : NoiseRules.NEAR;
    return isNothing(shift.remains(width), NoiseRules.MOVED);
  }

  private static boolean isNothing(RemainingShift remains, double allowed) {
    return Math.abs(remains.share())
        <= Math.max(NoiseRules.SAME_LEVEL_ERRORS * remains.error(), allowed);
  }

  /**
   * The merge next to the change at which the series moved farther in the other direction. At least
   * one value follows the change.
   */
  private static int neighbour(LevelShift shift) {
    CaseValues values = shift.values();
    int at = shift.at();
    double change = values.step(at);
    double last = at >= 2 ? values.step(at - 1) / change : 0;
    double next = values.step(at + 1) / change;
    return values.merge(next <= last ? at + 1 : at - 1);
  }

  /**
   * An intermediate verdict.
   *
   * @param other the index of the other merge; -1 if there is none
   * @param wayBack the index of the merge of the only return or earlier move; -1 if there is not
   *     exactly one
   * @param switches how often the series jumps between the two levels, this change included
   */
  record Judgement(NoiseVerdict verdict, NoiseRule rule, int other, int wayBack, int switches) {

    private Judgement but(NoiseVerdict otherVerdict, NoiseRule otherRule, int otherMerge) {
      return new Judgement(otherVerdict, otherRule, otherMerge, wayBack, switches);
    }
  }
}

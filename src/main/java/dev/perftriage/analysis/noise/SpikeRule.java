package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Company.Direction;
import dev.perftriage.analysis.noise.Episodes.Extent;
import org.jspecify.annotations.Nullable;

/**
 * A short excursion of a test case that makes them is noise, and so is the first one unless it is
 * long, or several test cases of its benchmark share it. Where a group moved in the same direction,
 * at either end, less is believed. All else is left open: a change and its fix look alike.
 */
final class SpikeRule {

  private SpikeRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    if (!evidence.excursion().isShort()) {
      return null;
    }
    return new Judgement(
        isHabit(evidence) || isOnceMore(evidence) || isBrief(evidence)
            ? NoiseVerdict.RETURNED
            : NoiseVerdict.UNCLEAR,
        NoiseRule.SPIKE,
        evidence.otherEnd());
  }

  /** In company, a step from one of several levels may look like a way back. */
  private static boolean isHabit(Evidence evidence) {
    boolean isKnown = evidence.habits().areKnown() && evidence.extent() == Extent.ALONE;
    return isKnown
        && switch (evidence.company()) {
          case NONE -> true;
          case AGAINST -> evidence.excursion().isEqual();
          case ALONG -> evidence.excursion().isEqual() && evidence.habits().lasting() == 0;
        };
  }

  private static boolean isOnceMore(Evidence evidence) {
    return evidence.habits().jumps() > 0
        && !evidence.hasCompany()
        && evidence.atOtherEnd() != Direction.ALONG
        && evidence.excursion().isExact();
  }

  private static boolean isBrief(Evidence evidence) {
    Excursion excursion = evidence.excursion();
    boolean isAlone = evidence.extent() == Extent.ALONE;
    boolean isFirst = excursion.length() <= (isAlone ? NoiseRules.BRIEF_EXCURSION : 1);
    if (!isFirst || evidence.atOtherEnd() == Direction.ALONG) {
      return false;
    }
    return evidence.hasCompany()
        ? evidence.company() == Direction.AGAINST
            && isAlone
            && excursion.length() == 1
            && !evidence.endHasGroup()
            && excursion.isEqual()
        : excursion.isExact();
  }
}

package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Company.Direction;
import dev.perftriage.analysis.noise.Episodes.Extent;
import org.jspecify.annotations.Nullable;

/**
 * A short excursion of a test case that makes them is noise, and so is the first one unless it is
 * long, or several test cases of its benchmark share it. Where a group moved in the same direction,
 * at either end, only a single value that comes back to the very level is. All else is left open: a
 * change and its fix look alike.
 */
final class SpikeRule {

  private SpikeRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    if (!evidence.excursion().isShort()) {
      return null;
    }
    boolean isAgain = isHabit(evidence) || isOnceMore(evidence);
    return new Judgement(
        (isAgain && isNoSurprise(evidence)) || isBrief(evidence)
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
          case ALONG ->
              evidence.excursion().isEqual()
                  && (evidence.habits().lasting() == 0
                      || evidence.series().recurrence().isOnBothSides());
        };
  }

  private static boolean isOnceMore(Evidence evidence) {
    return evidence.habits().jumps() > 0
        && !evidence.hasCompany()
        && evidence.atOtherEnd() != Direction.ALONG
        && evidence.excursion().isExact();
  }

  /** What is not brief is on a level where the test case was, unless it leaves its level often. */
  private static boolean isNoSurprise(Evidence evidence) {
    return isBriefEnough(evidence)
        || evidence.series().recurrence().isAnywhere()
        || evidence.habits().jumps() > NoiseRules.THERE_AND_BACK;
  }

  private static boolean isBriefEnough(Evidence evidence) {
    boolean isAlone = evidence.extent() == Extent.ALONE;
    return evidence.excursion().length() <= (isAlone ? NoiseRules.BRIEF_EXCURSION : 1);
  }

  private static boolean isBrief(Evidence evidence) {
    if (!isBriefEnough(evidence)) {
      return false;
    }
    boolean isUnexplained = !evidence.hasCompany() && evidence.atOtherEnd() != Direction.ALONG;
    return isUnexplained ? evidence.excursion().isExact() : isSingleValue(evidence);
  }

  /** A group explains one end of a single value, but not that it comes back to the very level. */
  private static boolean isSingleValue(Evidence evidence) {
    boolean hasGroupAtOneEnd = evidence.hasCompany() != evidence.endHasGroup();
    return hasGroupAtOneEnd
        && evidence.excursion().length() == 1
        && evidence.extent() == Extent.ALONE
        && evidence.excursion().isEqual()
        && (evidence.company() == Direction.AGAINST || evidence.habits().jumps() == 0);
  }
}

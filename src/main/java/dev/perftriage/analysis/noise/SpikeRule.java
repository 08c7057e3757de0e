package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Company.Direction;
import dev.perftriage.analysis.noise.Episodes.Extent;
import org.jspecify.annotations.Nullable;

/**
 * A short excursion of a test case that makes them is noise, and so is the first one unless it is
 * long, or several test cases of its benchmark share it. Where a group moved in the same direction,
 * at either end, only a single value that comes back to the very level is, or a habit of long
 * standing. All else is left open: a change and its fix look alike.
 */
final class SpikeRule {

  private SpikeRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    if (!evidence.excursion().isShort()) {
      return null;
    }
    boolean isNoise =
        isBrief(evidence)
            || isHabit(evidence)
            || isOldHabit(evidence)
            || isOnceMore(evidence)
            || isWhereItWas(evidence);
    return new Judgement(
        isNoise ? NoiseVerdict.RETURNED : NoiseVerdict.UNCLEAR,
        NoiseRule.SPIKE,
        evidence.otherEnd());
  }

  private static boolean isBrief(Evidence evidence) {
    if (!isBriefEnough(evidence) || evidence.hasSiblings()) {
      return false;
    }
    boolean isSingle = evidence.excursion().length() == 1;
    if (isUnexplained(evidence)) {
      return evidence.excursion().isExact() || (isSingle && evidence.otherBenchmarks() == 0);
    }
    // A group explains one end of a single value, but not that it comes back to the very level.
    return isSingle
        && !isOfGroups(evidence)
        && evidence.extent() == Extent.ALONE
        && evidence.excursion().isEqual();
  }

  private static boolean isBriefEnough(Evidence evidence) {
    boolean mayBeLonger = evidence.extent() == Extent.ALONE && !evidence.habits().areNone();
    return evidence.excursion().length() <= (mayBeLonger ? NoiseRules.BRIEF_EXCURSION : 1);
  }

  /** In company, a step from one of several levels may look like a way back. */
  private static boolean isHabit(Evidence evidence) {
    boolean isKnown =
        evidence.habits().areKnown()
            && evidence.companions().siblings() < NoiseRules.SIBLINGS
            && evidence.extent() == Extent.ALONE
            && isNoSurprise(evidence);
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

  /** What is not brief is on a level where the test case was, unless it leaves its level often. */
  private static boolean isNoSurprise(Evidence evidence) {
    return isBriefEnough(evidence)
        || evidence.series().recurrence().isAnywhere()
        || evidence.habits().jumps() > NoiseRules.THERE_AND_BACK;
  }

  private static boolean isOldHabit(Evidence evidence) {
    if (evidence.hasSiblings() || isOfGroups(evidence)) {
      return false;
    }
    Habits habits = evidence.habits();
    boolean isAlone = evidence.company() != Direction.ALONG && evidence.extent() == Extent.ALONE;
    boolean isBackAgain = evidence.series().recurrence().stays() >= NoiseRules.OLD_HABIT;
    boolean isShortAgain = habits.wereShort() && (isAlone || isBackAgain);
    boolean isOneOfMany =
        habits.wereFrequent()
            && habits.lasting() <= NoiseRules.THERE_AND_BACK
            && evidence.excursion().isEqual();
    return isShortAgain || isOneOfMany;
  }

  private static boolean isOnceMore(Evidence evidence) {
    return evidence.habits().jumps() > 0
        && isUnexplained(evidence)
        && isNoSurprise(evidence)
        && evidence.excursion().isExact();
  }

  private static boolean isWhereItWas(Evidence evidence) {
    boolean wasThere = evidence.habits().jumps() > 0 || evidence.series().recurrence().isAnywhere();
    return wasThere
        && !evidence.hasCompany()
        && !evidence.endHasGroup()
        && evidence.extent() == Extent.ALONE
        && evidence.excursion().isEqual();
  }

  /** Whether no group explains where it begins or ends. */
  private static boolean isUnexplained(Evidence evidence) {
    return !evidence.hasCompany() && evidence.atOtherEnd() != Direction.ALONG;
  }

  /** Whether groups moved along where it begins and where it ends. */
  private static boolean isOfGroups(Evidence evidence) {
    return evidence.company() == Direction.ALONG && evidence.atOtherEnd() == Direction.ALONG;
  }
}

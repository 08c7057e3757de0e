package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Company.Direction;
import dev.perftriage.analysis.noise.Episodes.Extent;
import org.jspecify.annotations.Nullable;

/**
 * A test case that left its level and came back before, and does so again, switches between levels:
 * the surer if it is on the very level away before and after, or did so for long. A change within
 * such a habit is left open where others moved with it, or where its levels are not those of the
 * habit, and so is one of few of a test case that is known for long.
 */
final class SwitchingRule {

  private SwitchingRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    boolean comesBack = evidence.excursion().exists();
    boolean doesSo =
        comesBack
            ? comesBackAsEarlier(evidence) || comesBackAsBefore(evidence)
            : goesOnAsEarlier(evidence) || recursAsBefore(evidence);
    boolean mayBeChance =
        evidence.habits().areFew() && !(comesBack && evidence.series().recurrence().before());
    if (doesSo && !mayBeChance) {
      return verdict(NoiseVerdict.FLIP_FLOP, evidence);
    }
    if (evidence.habits().areNone() || !(comesBack ? mayComeBack(evidence) : maySwitch(evidence))) {
      return null;
    }
    return verdict(
        evidence.series().tells() ? NoiseVerdict.UNCLEAR : NoiseVerdict.PENDING, evidence);
  }

  private static boolean mayComeBack(Evidence evidence) {
    Habits habits = evidence.habits();
    return habits.jumps() > 0 || (habits.wereFrequent() && !evidence.hasSiblings());
  }

  private static boolean maySwitch(Evidence evidence) {
    Habits habits = evidence.habits();
    return !evidence.hasCompany() && (habits.areLasting() || habits.wereFrequent());
  }

  /** It did so long before, and nothing else explains that it does so here. */
  private static boolean comesBackAsEarlier(Evidence evidence) {
    if (!evidence.habits().wereLasting() || evidence.hasSiblings()) {
      return false;
    }
    boolean isFree = evidence.company() != Direction.ALONG && isAboutAlone(evidence);
    return isFree
        || (!evidence.endHasGroup()
            && evidence.excursion().isEqual()
            && evidence.series().recurrence().isOnBothSides());
  }

  private static boolean comesBackAsBefore(Evidence evidence) {
    Recurrence recurrence = evidence.series().recurrence();
    if (isFirst(evidence) || mayBeOfOthers(evidence)) {
      return false;
    }
    if (recurrence.isOnBothSides()) {
      return evidence.company() != Direction.ALONG;
    }
    boolean isThereLater = recurrence.after() && evidence.otherBenchmarks() == 0;
    return !evidence.hasCompany() && (isThereLater || isOneOfMany(evidence) || isOneMore(evidence));
  }

  private static boolean isFirst(Evidence evidence) {
    Habits habits = evidence.habits();
    boolean isNew = habits.before() + habits.earlier() == 0;
    return habits.jumps() == 0 || (isNew && !evidence.series().recurrence().before());
  }

  /**
   * Whether so many moved with it, or any while it does so only lately, that they may share a
   * cause.
   */
  private static boolean mayBeOfOthers(Evidence evidence) {
    return evidence.otherBenchmarks() > NoiseRules.GROUP
        || (evidence.otherBenchmarks() > 0 && evidence.habits().areNew());
  }

  private static boolean isOneOfMany(Evidence evidence) {
    Habits habits = evidence.habits();
    boolean isKnown =
        evidence.series().recurrence().isAnywhere() || habits.jumps() > NoiseRules.THERE_AND_BACK;
    return isKnown && habits.areLasting() && habits.before() > 0 && evidence.excursion().isExact();
  }

  /** One other excursion is enough if no one else moved at either end. */
  private static boolean isOneMore(Evidence evidence) {
    boolean isKnown =
        evidence.series().recurrence().isAnywhere() || evidence.habits().lasting() > 0;
    return isKnown
        && isAboutAlone(evidence)
        && !evidence.endHasGroup()
        && evidence.extent() == Extent.ALONE
        && evidence.excursion().isEqual()
        && evidence.series().tells();
  }

  private static boolean isAboutAlone(Evidence evidence) {
    return evidence.otherBenchmarks() < NoiseRules.GROUP - 1;
  }

  /** It leaves a level where it hardly ever was, and did such things long before. */
  private static boolean goesOnAsEarlier(Evidence evidence) {
    return evidence.habits().wereLasting()
        && !evidence.hasCompany()
        && evidence.otherBenchmarks() == 0
        && evidence.series().recurrence().stays() < NoiseRules.OLD_HABIT
        && evidence.series().tells();
  }

  private static boolean recursAsBefore(Evidence evidence) {
    Habits habits = evidence.habits();
    return habits.areLasting()
        && habits.before() > 0
        && !evidence.hasCompany()
        && evidence.series().recurrence().isOnBothSides();
  }

  private static Judgement verdict(NoiseVerdict verdict, Evidence evidence) {
    return new Judgement(verdict, NoiseRule.SWITCHING, evidence.otherEnd());
  }
}

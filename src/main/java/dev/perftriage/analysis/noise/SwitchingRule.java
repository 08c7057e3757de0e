package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Company.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A test case that left its level and came back before, and does so again, switches between levels:
 * the surer if it is on the very level away before and after. A change within such a habit is left
 * open where others moved with it, or where its levels are not those of the habit.
 */
final class SwitchingRule {

  private SwitchingRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    Habits habits = evidence.habits();
    boolean comesBack = evidence.excursion().exists();
    if (comesBack ? comesBackAsBefore(evidence) : recursAsBefore(evidence)) {
      return verdict(NoiseVerdict.FLIP_FLOP, evidence);
    }
    boolean isDoubtful =
        comesBack ? habits.jumps() > 0 : habits.areLasting() && !evidence.hasCompany();
    if (!isDoubtful) {
      return null;
    }
    return verdict(
        evidence.series().tells() ? NoiseVerdict.UNCLEAR : NoiseVerdict.PENDING, evidence);
  }

  private static boolean comesBackAsBefore(Evidence evidence) {
    Habits habits = evidence.habits();
    Recurrence recurrence = evidence.series().recurrence();
    if (recurrence.isOnBothSides()) {
      return habits.jumps() > 0 && evidence.company() != Direction.ALONG;
    }
    boolean isKnown = recurrence.isAnywhere() || habits.jumps() > NoiseRules.THERE_AND_BACK;
    return isKnown
        && habits.areLasting()
        && habits.before() > 0
        && !evidence.hasCompany()
        && evidence.excursion().isExact();
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

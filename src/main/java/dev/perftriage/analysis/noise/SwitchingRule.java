package dev.perftriage.analysis.noise;

import org.jspecify.annotations.Nullable;

/**
 * A test case that left its level and came back before, and does so again, switches between levels.
 * A change within such a habit is left open where others moved with it, or where its levels are not
 * those of the habit.
 */
final class SwitchingRule {

  private SwitchingRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    Habits habits = evidence.habits();
    boolean comesBack = evidence.excursion().exists();
    boolean isSame = comesBack ? evidence.excursion().isExact() : evidence.series().recurs();
    if (habits.areLasting() && habits.before() > 0 && !evidence.hasCompany() && isSame) {
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

  private static Judgement verdict(NoiseVerdict verdict, Evidence evidence) {
    return new Judgement(verdict, NoiseRule.SWITCHING, evidence.otherEnd());
  }
}

package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Episodes.Extent;
import org.jspecify.annotations.Nullable;

/**
 * A short excursion of a single test case that makes them is noise, and so is the first one unless
 * it is long; test cases that move together are believed only of a single value. All else is left
 * open: a change and its fix look alike.
 */
final class SpikeRule {

  private SpikeRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    Excursion excursion = evidence.excursion();
    if (!excursion.isShort()) {
      return null;
    }
    boolean isAlone = evidence.extent() == Extent.ALONE;
    boolean isHabit =
        isAlone && evidence.habits().areKnown() && (!evidence.hasCompany() || excursion.isExact());
    boolean isBrief = excursion.length() <= (isAlone ? NoiseRules.BRIEF_EXCURSION : 1);
    boolean isScatter = isBrief && excursion.isExact() && !evidence.hasCompany();
    return new Judgement(
        isHabit || isScatter ? NoiseVerdict.RETURNED : NoiseVerdict.UNCLEAR,
        NoiseRule.SPIKE,
        evidence.otherEnd());
  }
}

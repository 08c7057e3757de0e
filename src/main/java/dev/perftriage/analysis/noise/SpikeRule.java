package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Episodes.Extent;
import org.jspecify.annotations.Nullable;

/**
 * A short excursion of a test case alone, or of one that makes them, is noise. It is left open
 * where others moved or where it does not end at the very level.
 */
final class SpikeRule {

  private SpikeRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    Excursion excursion = evidence.excursion();
    if (!excursion.isShort()) {
      return null;
    }
    boolean isHabit =
        evidence.habits().areKnown() && (!evidence.hasCompany() || excursion.isExact());
    boolean isAlone =
        !evidence.hasCompany() && evidence.extent() == Extent.ALONE && excursion.isExact();
    return new Judgement(
        isHabit || isAlone ? NoiseVerdict.RETURNED : NoiseVerdict.UNCLEAR,
        NoiseRule.SPIKE,
        evidence.otherEnd());
  }
}

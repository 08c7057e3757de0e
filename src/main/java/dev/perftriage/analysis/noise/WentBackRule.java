package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Company.Direction;
import dev.perftriage.analysis.noise.Episodes.Extent;
import org.jspecify.annotations.Nullable;

/**
 * A test case that left its level for longer than a spike, for the first time, and came back was
 * changed and changed back: nothing says that it is noise. If it moved with one group and back with
 * another, both merges did what they did.
 */
final class WentBackRule {

  private WentBackRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    Excursion excursion = evidence.excursion();
    if (!excursion.exists()
        || excursion.isShort()
        || movedWithOneGroupAndBackWithAnother(evidence)) {
      return null;
    }
    boolean ends = excursion.back() == evidence.merge();
    boolean mayBeScatter = evidence.series().isSlight() && evidence.company() != Direction.ALONG;
    boolean isBack = !ends || evidence.series().valuesAfter() >= NoiseRules.SHORT_EXCURSION;
    return new Judgement(
        isBack ? (mayBeScatter ? NoiseVerdict.UNCLEAR : NoiseVerdict.UNDONE) : NoiseVerdict.PENDING,
        NoiseRule.WENT_BACK,
        evidence.otherEnd());
  }

  private static boolean movedWithOneGroupAndBackWithAnother(Evidence evidence) {
    return evidence.hasCompany() && evidence.endHasGroup() && evidence.extent() == Extent.ALONE;
  }
}

package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Episodes.Extent;
import org.jspecify.annotations.Nullable;

/** What several benchmarks do and undo together has a cause, whether it is known or not. */
final class TogetherRule {

  private TogetherRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    if (evidence.extent() == Extent.MACHINE) {
      return new Judgement(
          NoiseVerdict.ENVIRONMENT, NoiseRule.UNDONE_TOGETHER, evidence.otherEnd());
    }
    return evidence.extent() == Extent.GROUP
        ? new Judgement(NoiseVerdict.UNDONE, NoiseRule.UNDONE_TOGETHER, evidence.otherEnd())
        : null;
  }
}

package dev.perftriage.analysis.noise;

import org.jspecify.annotations.Nullable;

/** A revert that the values confirm explains what moved at both merges. */
final class RevertRule {

  private RevertRule() {}

  static @Nullable Judgement judge(Evidence evidence) {
    boolean moved = evidence.series().isMove() || evidence.hasCompany();
    return evidence.reverted() >= 0 && moved
        ? new Judgement(NoiseVerdict.REVERTED, NoiseRule.REVERT, evidence.reverted())
        : null;
  }
}

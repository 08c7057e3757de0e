package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;

/**
 * A relevant change of a try build.
 *
 * @param rule the rule that decided
 */
public record JudgedTryChange(TestCaseChange change, TryRule rule, TryEvidence evidence) {

  /** What the rule says. */
  public TryVerdict verdict() {
    return rule.verdict();
  }
}

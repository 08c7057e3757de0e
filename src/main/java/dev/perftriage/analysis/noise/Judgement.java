package dev.perftriage.analysis.noise;

/**
 * What a rule says of a change.
 *
 * @param other the index of the other merge that it names; -1 if it names none
 */
record Judgement(NoiseVerdict verdict, NoiseRule rule, int other) {

  /** Whether the other merge is part of what is said. */
  boolean namesOther() {
    return other >= 0 && verdict != NoiseVerdict.FLIP_FLOP && verdict != NoiseVerdict.PENDING;
  }
}

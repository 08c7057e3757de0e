package dev.perftriage.log.check;

/**
 * A violation with the rule that found it.
 *
 * @param rule the rule's name
 * @param violation what is wrong
 */
public record Finding(String rule, Violation violation) {

  /** The line, from 1. */
  public int line() {
    return violation.line();
  }

  /** What is wrong. */
  public String message() {
    return violation.message();
  }

  /** Whether there is a single possible correction. */
  public boolean isRepairable() {
    return !violation.repair().isEmpty();
  }
}

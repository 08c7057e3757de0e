package dev.perftriage.model.profile;

import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;

/**
 * Asks where two compilers spent their time on a test case.
 *
 * @param before the earlier compiler
 * @param after the later compiler
 * @param testCase one of the compile suite
 */
public record ProfileRequest(Sha before, Sha after, TestCase testCase) {

  /** The start of the names of profiles that have no sections: nothing is compiled to code. */
  private static final String DOCUMENTATION = "doc";

  /** Whether the site knows the sections of its compilation. */
  public boolean hasSections() {
    String profile = testCase.profile();
    return !profile.equals(DOCUMENTATION) && !profile.startsWith(DOCUMENTATION + "-");
  }

  /** Its name in messages, such as {@code syn-2.0.101 check full between 12345678 and abcdef01}. */
  @Override
  public String toString() {
    return testCase + " between " + before.shortened() + " and " + after.shortened();
  }
}

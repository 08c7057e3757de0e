package dev.perftriage.model;

/**
 * The result of one benchmark of the runtime suite: the speed of compiled code, not of the
 * compiler.
 *
 * @param benchmark the site's name for it
 * @param target the target triple
 * @param result its values
 */
public record RuntimeComparison(String benchmark, String target, TestResultComparison result) {

  /** The benchmark as a test case. */
  public TestCase testCase() {
    return TestCase.ofRuntime(benchmark, target);
  }
}

package dev.perftriage.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Test cases that occur more than once in an answer, so that nothing tells their results apart.
 *
 * <p>Every result is kept, listed and counted, as on the site. What pairs results by test case,
 * such as series of values and pairs of backends, leaves them out.
 */
public final class RepeatedTestCases {

  private RepeatedTestCases() {}

  /** The test cases with more than one result, each once, by name. */
  public static List<TestCase> of(List<TestCaseComparison> results) {
    Set<TestCase> once = new HashSet<>(2 * results.size());
    Set<TestCase> repeated = new HashSet<>();
    results.forEach(result -> addRepeated(result.testCase(), once, repeated));
    return repeated.stream().sorted(Comparator.comparing(TestCase::toString)).toList();
  }

  private static void addRepeated(TestCase testCase, Set<TestCase> once, Set<TestCase> repeated) {
    if (!once.add(testCase)) {
      repeated.add(testCase);
    }
  }
}

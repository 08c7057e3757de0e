package dev.perftriage.analysis;

import dev.perftriage.model.Category;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import java.util.Comparator;

/**
 * A comparable test case and the magnitude of its change.
 *
 * @param category the category of its benchmark; meaningless for a runtime benchmark
 * @param result its values, comparable
 */
public record TestCaseChange(
    TestCase testCase, Category category, TestResultComparison result, Magnitude magnitude) {

  /** By absolute size, largest first, then by test case. */
  public static final Comparator<TestCaseChange> LARGEST_FIRST = TestCaseChange::largestFirst;

  static TestCaseChange of(TestCaseComparison one, Category category, Metric metric) {
    return new TestCaseChange(
        one.testCase(), category, one.result(), Relevance.magnitude(one.result(), metric));
  }

  private static int largestFirst(TestCaseChange one, TestCaseChange other) {
    int order = Double.compare(Math.abs(other.change()), Math.abs(one.change()));
    return order != 0 ? order : one.testCase().toString().compareTo(other.testCase().toString());
  }

  /** The relative change as a fraction; finite, negative for an improvement. */
  public double change() {
    return result.change();
  }

  /** Whether the value grew; all other relevant changes are improvements. */
  public boolean isRegression() {
    return result.after() > result.before();
  }

  /** Whether the change is significant and not very small, by the site's rule. */
  public boolean isRelevant() {
    return Relevance.isRelevant(result, magnitude);
  }
}

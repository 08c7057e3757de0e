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

  /** By absolute size, largest first, then by test case, then by value. */
  public static final Comparator<TestCaseChange> LARGEST_FIRST = TestCaseChange::largestFirst;

  static TestCaseChange of(TestCaseComparison one, Category category, Metric metric) {
    return new TestCaseChange(
        one.testCase(), category, one.result(), Relevance.magnitude(one.result(), metric));
  }

  /**
   * The change as the site would judge it by another threshold.
   *
   * @param threshold as a fraction
   */
  public TestCaseChange judgedBy(double threshold, Metric metric) {
    TestResultComparison judged =
        new TestResultComparison(
            result.before(),
            result.after(),
            threshold,
            Math.abs(result.change()) / threshold,
            result.relevantOnSite());
    return new TestCaseChange(testCase, category, judged, Relevance.magnitude(judged, metric));
  }

  private static int largestFirst(TestCaseChange one, TestCaseChange other) {
    int order = Double.compare(Math.abs(other.change()), Math.abs(one.change()));
    if (order != 0) {
      return order;
    }
    int byName = one.testCase().toString().compareTo(other.testCase().toString());
    return byName != 0 ? byName : byValue(one.result(), other.result());
  }

  /** Orders results that nothing else tells apart. */
  private static int byValue(TestResultComparison one, TestResultComparison other) {
    int byBefore = Double.compare(one.before(), other.before());
    return byBefore != 0 ? byBefore : Double.compare(one.after(), other.after());
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

package dev.perftriage.analysis;

import dev.perftriage.model.Category;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.Comparator;

/**
 * A test case whose change can be judged, and the magnitude of that change.
 *
 * @param category the category of its benchmark; meaningless for a runtime benchmark
 * @param result its values, either comparable or from zero
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

  /**
   * The relative change as a fraction; negative for an improvement, infinite for a test case that
   * was zero before.
   */
  public double change() {
    return result.change();
  }

  /**
   * The change as a multiple of the threshold: infinite for an infinite change, of which the site
   * sends 0; NaN if the site had no number.
   */
  public double factor() {
    return isFromZero() ? Double.POSITIVE_INFINITY : result.significanceFactor();
  }

  /** Whether the test case was zero before, so that its change is infinite. */
  public boolean isFromZero() {
    return result.comparability() == Comparability.ZERO_BASELINE;
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

package dev.perftriage.analysis;

import dev.perftriage.model.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The relevant changes of one category and their statistics. */
public final class CategorySummary {

  private static final double MIXED_FROM_WHEN_IMPROVEMENTS_DOMINATE = 0.15;
  private static final double MIXED_BELOW_WHEN_REGRESSIONS_DOMINATE = 0.85;
  private static final double ONE_SIDED_BELOW = 0.1;
  private static final double ONE_SIDED_ABOVE = 0.9;

  private final List<TestCaseChange> relevant;
  private final List<TestCaseChange> regressions;
  private final List<TestCaseChange> improvements;

  CategorySummary(List<TestCaseChange> relevant) {
    this.relevant = relevant.stream().sorted(CategorySummary::inAscendingOrder).toList();
    this.regressions = this.relevant.stream().filter(TestCaseChange::isRegression).toList();
    this.improvements = this.relevant.stream().filter(change -> !change.isRegression()).toList();
  }

  /** Which of two equal changes comes last can decide whether to list the entry, so names count. */
  private static int inAscendingOrder(TestCaseChange one, TestCaseChange other) {
    int order = Double.compare(one.change(), other.change());
    return order == 0 ? TestCase.BY_NAME.compare(one.testCase(), other.testCase()) : order;
  }

  /** The relevant changes in ascending order: the largest improvement first. */
  public List<TestCaseChange> relevant() {
    return relevant;
  }

  CategorySummary without(Set<TestCase> testCases) {
    return new CategorySummary(
        relevant.stream().filter(change -> !testCases.contains(change.testCase())).toList());
  }

  /** Count, mean and range of the regressions; empty if there are none. */
  public Optional<ChangeStatistics> regressions() {
    return ChangeStatistics.of(regressions);
  }

  /** Count, mean and range of the improvements; empty if there are none. */
  public Optional<ChangeStatistics> improvements() {
    return ChangeStatistics.of(improvements);
  }

  /** Count, mean and range of all relevant changes; empty if there are none. */
  public Optional<ChangeStatistics> all() {
    return ChangeStatistics.of(relevant);
  }

  /** The relevant changes of test cases that were zero before. */
  Stream<TestCaseChange> fromZero() {
    return relevant.stream().filter(TestCaseChange::isFromZero);
  }

  /**
   * The largest change by absolute size, the positive one on a tie; infinite if a test case was
   * zero before; empty if there are none.
   */
  public Optional<TestCaseChange> largest() {
    if (relevant.isEmpty()) {
      return Optional.empty();
    }
    TestCaseChange first = relevant.get(0);
    TestCaseChange last = relevant.get(relevant.size() - 1);
    return Optional.of(Math.abs(first.change()) > Math.abs(last.change()) ? first : last);
  }

  /** The direction, by the site's rule. */
  public Direction direction() {
    if (relevant.isEmpty()) {
      return Direction.NONE;
    }
    if (improvements.isEmpty()) {
      return Direction.REGRESSION;
    }
    if (regressions.isEmpty()) {
      return Direction.IMPROVEMENT;
    }
    double share = (double) regressions.size() / relevant.size();
    boolean notableRegression = hasMedium(regressions);
    boolean notableImprovement = hasMedium(improvements);
    if (notableRegression && notableImprovement) {
      return Direction.MIXED;
    }
    if (notableImprovement) {
      return share >= MIXED_FROM_WHEN_IMPROVEMENTS_DOMINATE
          ? Direction.MIXED
          : Direction.IMPROVEMENT;
    }
    if (notableRegression) {
      return share < MIXED_BELOW_WHEN_REGRESSIONS_DOMINATE ? Direction.MIXED : Direction.REGRESSION;
    }
    if (share < ONE_SIDED_BELOW) {
      return Direction.IMPROVEMENT;
    }
    return share > ONE_SIDED_ABOVE ? Direction.REGRESSION : Direction.MIXED;
  }

  private static boolean hasMedium(List<TestCaseChange> changes) {
    return changes.stream().anyMatch(change -> change.magnitude().isAtLeast(Magnitude.MEDIUM));
  }
}

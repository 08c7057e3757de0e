package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import java.util.List;
import java.util.stream.Stream;

/** Test cases that no gate can judge. */
public final class UnjudgedTestCases {

  private UnjudgedTestCases() {}

  /** Whether there is not a single test case to judge. */
  public static boolean isEverything(JudgedComparison judged, boolean withRuntime) {
    return ComparableTestCases.of(judged.facts()).changes().isEmpty()
        && !(withRuntime && !ComparableTestCases.ofRuntime(judged.facts()).changes().isEmpty());
  }

  /**
   * The test cases that may have regressed without a relative change: those without a number, and
   * those that grew from zero.
   */
  public static List<TestCase> testCases(JudgedComparison judged, boolean withRuntime) {
    ArtifactComparison facts = judged.facts();
    return Stream.concat(
            facts.compile().stream(), withRuntime ? facts.runtime().stream() : Stream.empty())
        .filter(one -> mayBeWorse(one.result()))
        .map(TestCaseComparison::testCase)
        .toList();
  }

  private static boolean mayBeWorse(TestResultComparison result) {
    return switch (result.comparability()) {
      case COMPARABLE -> false;
      case ZERO_BASELINE -> result.after() > 0;
      case NOT_A_NUMBER -> true;
    };
  }
}

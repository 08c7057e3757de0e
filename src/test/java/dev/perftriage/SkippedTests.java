package dev.perftriage;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a run how many tests were skipped, and why. */
public final class SkippedTests implements TestExecutionListener {

  private final PrintStream out;
  private final Map<String, Long> testsByReason = new TreeMap<>();
  private @Nullable TestPlan plan;

  /** Prints to standard output. */
  public SkippedTests() {
    this(System.out);
  }

  SkippedTests(PrintStream out) {
    this.out = out;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
    testsByReason.clear();
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    count(test, reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      count(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    }
  }

  private void count(TestIdentifier test, String reason) {
    testsByReason.merge(reason, tests(test), Long::sum);
  }

  /** The tests of a class, or one; a test with parameters that did not start counts as one. */
  private long tests(TestIdentifier skipped) {
    if (plan == null || plan.getChildren(skipped).isEmpty()) {
      return 1;
    }
    TestPlan all = plan;
    return all.getDescendants(skipped).stream()
        .filter(test -> all.getChildren(test).isEmpty())
        .count();
  }

  @Override
  public void testPlanExecutionFinished(TestPlan finished) {
    testsByReason.forEach(
        (reason, tests) ->
            out.println(tests + (tests == 1 ? " test" : " tests") + " skipped: " + reason));
  }
}

package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.TestCase;
import java.util.HashMap;
import java.util.Map;

/**
 * How probable a real change of a test case is by those of the others: real changes move several
 * test cases of a benchmark, and several benchmarks, in one direction.
 */
final class TryCompany {

  /**
   * The number of test cases of one benchmark that are back together, if a build undoes their step.
   */
  private static final int SIBLINGS_BACK = 3;

  /** How probable a real change of a test case is that no other one moves with. */
  private static final double ALONE = 0.01;

  /** However many moved: the next one need not. */
  private static final double MOST = 0.6;

  /** How many test cases of its own benchmark the others together count as. */
  private static final double OTHER_BENCHMARKS = 0.5;

  /** The fewest test cases that are a share. */
  private static final int FEWEST = 10;

  /** How large a change must be to show, in spreads of single values. */
  private static final double SHOWS = 8;

  /** The spread of single values of every test case, as a fraction of its level. */
  private final Map<TestCase, Double> spreads = new HashMap<>();

  /** One merge for each direction. */
  private final Company moved = new Company(2);

  private final Company back = new Company(2);

  TryCompany(Map<TestCase, Segments> all) {
    all.forEach(
        (testCase, segments) -> {
          CaseValues values = segments.values();
          spreads.put(testCase, segments.spread() / Math.abs(values.median(0, values.size())));
        });
  }

  /** A test case moved to where it was never before. */
  void moved(TestCaseChange change) {
    moved.moved(direction(change), true, change.testCase());
  }

  /** A test case is back where it was before a step of its own that stayed. */
  void isBack(TestCaseChange change) {
    back.moved(direction(change), true, change.testCase());
  }

  /** Whether so many of its benchmark are back, too, that the build may undo their step. */
  boolean mayUndo(TestCaseChange change) {
    return back.siblings(direction(change), true, change.testCase()) >= SIBLINGS_BACK - 1;
  }

  /** How many other test cases moved in the same direction. */
  int others(TestCaseChange change) {
    return moved.others(direction(change), change.testCase());
  }

  private static int direction(TestCaseChange change) {
    return change.isRegression() ? 1 : 0;
  }

  /** How probable a real change is before its own value is seen. */
  double chance(TestCaseChange change) {
    int siblings = 0;
    int strangers = 0;
    for (Map.Entry<TestCase, Double> other : spreads.entrySet()) {
      if (SHOWS * other.getValue() <= Math.abs(change.change())
          && !other.getKey().equals(change.testCase())) {
        boolean isSibling = other.getKey().benchmark().equals(change.testCase().benchmark());
        siblings += isSibling ? 1 : 0;
        strangers += isSibling ? 0 : 1;
      }
    }
    int near = moved.siblings(direction(change), true, change.testCase());
    int far = others(change) - near;
    double ofStrangers = far / (double) Math.max(FEWEST, Math.max(strangers, far));
    double share =
        (near + OTHER_BENCHMARKS * Math.max(ALONE, ofStrangers))
            / (Math.max(siblings, near) + OTHER_BENCHMARKS);
    return Math.min(MOST, Math.max(ALONE, share));
  }
}

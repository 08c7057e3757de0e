package dev.perftriage.source.wire;

import dev.perftriage.model.TestCase;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** One object for each test case and each name in it, however many comparisons speak of them. */
public final class TestCaseInterner {

  private final NameInterner names = new NameInterner();
  private final ConcurrentMap<TestCase, Pooled> pool = new ConcurrentHashMap<>();

  NameInterner names() {
    return names;
  }

  /** Test cases that stand one after another; for one thread. */
  TestCaseSequence sequence() {
    return new TestCaseSequence();
  }

  private Pooled pooled(TestCase testCase) {
    Pooled added = new Pooled(testCase);
    Pooled known = pool.putIfAbsent(testCase, added);
    return known == null ? added : known;
  }

  /** Test cases in the order of an answer, which most answers have in common. */
  final class TestCaseSequence {

    private @Nullable Pooled last;

    /** The test case of these names, which are shared ones. */
    TestCase next(
        String benchmark, String profile, String scenario, String backend, String target) {
      Pooled before = last;
      Pooled guess = before == null ? null : before.follower;
      Pooled found =
          guess != null && guess.is(benchmark, profile, scenario, backend, target)
              ? guess
              : pooled(new TestCase(benchmark, profile, scenario, backend, target));
      // Only once: threads that keep changing what others read slow each other down.
      if (before != null && guess == null) {
        before.follower = found;
      }
      last = found;
      return found.testCase;
    }
  }

  private static final class Pooled {

    private final TestCase testCase;

    /** What followed it first; no more than a guess, whichever thread makes it. */
    private @Nullable Pooled follower;

    Pooled(TestCase testCase) {
      this.testCase = testCase;
    }

    /** Shared names are the same, and others are sought; to compare their letters takes longer. */
    @SuppressWarnings("ReferenceEquality")
    private boolean is(
        String benchmark, String profile, String scenario, String backend, String target) {
      return testCase.benchmark() == benchmark
          && testCase.profile() == profile
          && testCase.scenario() == scenario
          && testCase.backend() == backend
          && testCase.target() == target;
    }
  }
}

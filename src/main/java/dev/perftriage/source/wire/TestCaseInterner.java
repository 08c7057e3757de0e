package dev.perftriage.source.wire;

import dev.perftriage.model.TestCase;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keeps one object for each test case and each name, however many comparisons contain them. */
public final class TestCaseInterner {

  /** About as many test cases as the site's comparisons have. */
  private static final int USUAL_NUMBER = 4096;

  private final NameInterner names = new NameInterner();
  private final ConcurrentMap<TestCase, Pooled> pool = new ConcurrentHashMap<>(USUAL_NUMBER);
  private final AtomicInteger numbered = new AtomicInteger();

  NameInterner names() {
    return names;
  }

  /** A sequence of test cases, for use by one thread. */
  TestCaseSequence sequence() {
    return new TestCaseSequence();
  }

  private Pooled pooled(TestCase testCase) {
    Pooled added = new Pooled(testCase, numbered.getAndIncrement());
    Pooled known = pool.putIfAbsent(testCase, added);
    return known == null ? added : known;
  }

  /**
   * Test cases in the order of a payload, which most payloads share. It notices what is rare, so
   * that nobody has to look for it in every comparison.
   */
  final class TestCaseSequence {

    private final BitSet seen = new BitSet(USUAL_NUMBER);
    private @Nullable Pooled last;
    private boolean repeated;
    private boolean severalTargets;

    /** Whether a test case came more than once. */
    boolean hasRepeated() {
      return repeated;
    }

    /** Whether the test cases so far are on more than one target. */
    boolean hasSeveralTargets() {
      return severalTargets;
    }

    /** The test case with these names, which must be shared strings. */
    TestCase next(
        String benchmark,
        String profile,
        String scenario,
        String backend,
        String target,
        Map<String, String> further) {
      Pooled before = last;
      Pooled guess = before == null ? null : before.follower;
      Pooled found =
          guess != null && guess.is(benchmark, profile, scenario, backend, target, further)
              ? guess
              : pooled(new TestCase(benchmark, profile, scenario, backend, target, further));
      // Written only once: threads that keep changing what others read slow each other down.
      if (before != null && guess == null) {
        before.follower = found;
      }
      repeated |= seen.get(found.number);
      seen.set(found.number);
      severalTargets |= before != null && !before.testCase.target().equals(target);
      last = found;
      return found.testCase;
    }
  }

  private static final class Pooled {

    private final TestCase testCase;
    private final int number;

    /** The test case that first followed it: only a guess, so races are harmless. */
    private @Nullable Pooled follower;

    Pooled(TestCase testCase, int number) {
      this.testCase = testCase;
      this.number = number;
    }

    /** Compares names by identity, which is faster; a mismatch only costs a look-up. */
    @SuppressWarnings("ReferenceEquality")
    private boolean is(
        String benchmark,
        String profile,
        String scenario,
        String backend,
        String target,
        Map<String, String> further) {
      return testCase.benchmark() == benchmark
          && testCase.profile() == profile
          && testCase.scenario() == scenario
          && testCase.backend() == backend
          && testCase.target() == target
          && testCase.further().equals(further);
    }
  }
}

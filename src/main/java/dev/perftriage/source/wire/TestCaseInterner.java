package dev.perftriage.source.wire;

import dev.perftriage.model.TestCase;
import java.io.IOException;
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

  /**
   * The same by the bytes that name them, which saves reading five names for each result: an eighth
   * of the time that it takes to read 40 comparisons.
   */
  private final ByteKeyTable<Pooled> byBytes = new ByteKeyTable<>();

  private final AtomicInteger numbered = new AtomicInteger();

  NameInterner names() {
    return names;
  }

  /** The test cases of a payload, for use by one thread. */
  TestCaseSequence sequence(WireInput in) {
    return new TestCaseSequence(in);
  }

  private Pooled pooled(TestCase testCase) {
    return pool.computeIfAbsent(testCase, added -> new Pooled(added, numbered.getAndIncrement()));
  }

  /**
   * The test cases of a payload, one after another. It notices what is rare, so that nobody has to
   * look for it in every comparison.
   */
  final class TestCaseSequence {

    private final WireInput in;
    private final BitSet seen = new BitSet(USUAL_NUMBER);
    private @Nullable Pooled last;
    private boolean repeated;
    private boolean severalTargets;

    private TestCaseSequence(WireInput in) {
      this.in = in;
    }

    /** Whether a test case came more than once. */
    boolean hasRepeated() {
      return repeated;
    }

    /** Whether the test cases so far are on more than one target. */
    boolean hasSeveralTargets() {
      return severalTargets;
    }

    /**
     * The test case of the next object, if its last field has this name and what stands before is
     * known: the last value is then next. Null otherwise, and nothing is read.
     */
    @Nullable TestCase recalled(String lastField) throws IOException {
      Pooled known = in.recalled(byBytes, lastField);
      return known == null ? null : noted(known);
    }

    /** The test case with these names, of an object that was not recalled. */
    TestCase next(
        String benchmark,
        String profile,
        String scenario,
        String backend,
        String target,
        Map<String, String> further) {
      TestCase testCase = new TestCase(benchmark, profile, scenario, backend, target, further);
      Pooled found = pooled(testCase);
      in.memorize(byBytes, found);
      return noted(found);
    }

    private TestCase noted(Pooled found) {
      repeated |= seen.get(found.number);
      seen.set(found.number);
      severalTargets |= last != null && !last.testCase.target().equals(found.testCase.target());
      last = found;
      return found.testCase;
    }
  }

  private record Pooled(TestCase testCase, int number) {}
}

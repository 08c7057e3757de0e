package dev.perftriage.source;

import dev.perftriage.model.TestCase;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One object for each test case and each name in it, however many comparisons speak of them. */
final class TestCasePool {

  private final SharedNames names = new SharedNames();
  private final ConcurrentMap<TestCase, TestCase> pool = new ConcurrentHashMap<>();

  /** The names that test cases are made of. */
  SharedNames names() {
    return names;
  }

  /** The test case of these names. */
  TestCase shared(
      String benchmark, String profile, String scenario, String backend, String target) {
    TestCase testCase = new TestCase(benchmark, profile, scenario, backend, target);
    TestCase known = pool.putIfAbsent(testCase, testCase);
    return known == null ? testCase : known;
  }
}

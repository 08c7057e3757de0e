package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.TestCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestCaseInternerTest {

  /** Answers may list test cases in another order, or leave some out. */
  @Test
  void aTestCaseIsOneObjectInWhateverOrderItComes() {
    TestCaseInterner pool = new TestCaseInterner();
    Map<String, TestCase> known = new HashMap<>();
    for (List<String> order :
        List.of(
            List.of("a", "b", "c", "d"),
            List.of("a", "b", "c", "d"),
            List.of("d", "c", "a"),
            List.of("b", "b", "a", "d", "c"))) {
      TestCaseInterner.TestCaseSequence sequence = pool.sequence(unknown());
      for (String benchmark : order) {
        String name = pool.names().shared(benchmark);
        TestCase testCase = sequence.next(name, "check", "full", "llvm", "x86_64", Map.of());
        assertThat(testCase)
            .isEqualTo(new TestCase(name, "check", "full", "llvm", "x86_64", Map.of()));
        assertThat(testCase).isSameAs(known.computeIfAbsent(benchmark, unused -> testCase));
      }
    }
  }

  @Test
  void namesThatAreNotSharedAreFoundByTheirLetters() {
    TestCaseInterner pool = new TestCaseInterner();
    for (int answer = 0; answer < 2; answer++) {
      TestCaseInterner.TestCaseSequence sequence = pool.sequence(unknown());
      for (String benchmark : List.of("a", "b")) {
        String unshared = String.valueOf(benchmark.toCharArray());
        assertThat(sequence.next(unshared, "opt", "full", "llvm", "x86_64", Map.of()))
            .isSameAs(
                pool.sequence(unknown())
                    .next(benchmark, "opt", "full", "llvm", "x86_64", Map.of()));
      }
    }
  }

  /** An object that cannot be recalled. */
  private static WireInput unknown() {
    return new JsonInput(new byte[0], "test", "a test", new NameInterner());
  }
}

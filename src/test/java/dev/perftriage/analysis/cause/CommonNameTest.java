package dev.perftriage.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.TestCase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all of some test cases have in common. */
class CommonNameTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the variant of their benchmarks, before anything else they share
          a-new-solver/check/full/llvm b-new-solver/check/full/llvm        | -new-solver
          a-polonius/check/full/llvm                                       | -polonius
          a-nll/check/full/llvm                                            | -nll
          a-threads4/check/full/llvm b-1.0.2-threads4/opt/full/llvm        | -threads4
          a-threads4/check/full/llvm a-threads8/check/full/llvm            | check
          a-new-solver/check/full/llvm b/check/full/llvm                   | check
          # a variant ends the name
          new-solver-a/check/full/llvm new-solver-b/opt/full/llvm          | full
          # the benchmark without its version
          serde-1.0.219/check/full/llvm serde-1.0.136/opt/incr-full/llvm   | serde
          serde-1.0.219/check/full/llvm serde_derive-1.0.1/check/full/llvm | check
          a-1/check/full/llvm a-2/opt/full/llvm                            | full
          # the profile, the scenario, a backend other than the default one
          a/doc/full/llvm b/doc/incr-full/llvm                             | doc
          a/doc/incr-patched:x/llvm b/opt/incr-patched:y/llvm              | incr-patched
          a/doc/full/cranelift b/opt/incr-full/cranelift                   | cranelift
          a/doc/full/llvm b/opt/incr-full/llvm                             |
          a/doc/full/llvm b/opt/incr-full/cranelift                        |
          """)
  void isTheFirstPartThatAllShare(String testCases, @Nullable String name) {
    List<TestCase> all =
        Arrays.stream(testCases.split(" ", -1)).map(CommonNameTest::testCase).toList();

    assertThat(CommonName.of(all)).isEqualTo(Optional.ofNullable(name));
  }

  @Test
  void noTestCasesShareNothing() {
    assertThat(CommonName.of(List.of())).isEmpty();
  }

  private static TestCase testCase(String written) {
    String[] parts = written.split("/", -1);
    return new TestCase(parts[0], parts[1], parts[2], parts[3], TestCase.DEFAULT_TARGET);
  }
}

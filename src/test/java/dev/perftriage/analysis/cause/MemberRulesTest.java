package dev.perftriage.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.Magnitude;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberRulesTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # says nothing of itself
          Say it better                        | 0
          # asked for or known to matter
          Fix a performance regression         | 3
          Make it faster                       | 3
          optimise the loop                    | 3
          # another code generator or layout of the compiler
          Update LLVM to 21.1                  | 3
          Use jemalloc again                   | 3
          # what every compilation runs
          Split a query                        | 2
          Shrink MIR                           | 2
          # what some compile
          Add Vec::push_within_capacity to std | 1
          # what no benchmark runs
          Fix a typo                           | -3
          Add a ui test                        | -3
          Bump the submodule                   | -2
          Better diagnostics                   | -1
          Fix the build on Windows             | -1
          # each rule counts once, however many words say it, and rules add up
          Faster and faster performance        | 3
          Optimize MIR inlining                | 5
          Add tests for the trait solver       | -1
          # words count whole
          Unfaster                             | 0
          latest                               | 0
          non-std                              | 0
          stdio                                | 0
          """)
  void aTitleWeighsWhatItsWordsSay(String title, int weight) {
    assertThat(MemberRules.weight(title, List.of(), List.of(), List.of())).isEqualTo(weight);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          S-waiting-on-review | 0
          perf-regression     | 3
          I-slow              | 3
          A-LLVM              | 3
          T-compiler          | 2
          A-query-system      | 2
          T-libs              | 1
          A-testsuite         | -3
          T-bootstrap         | -2
          D-confusing         | -1
          O-windows           | -1
          O-linux             | 0
          O-x86_64            | 0
          # a label counts whole, and once, with those that add to it
          T-compiler-nightly  | 0
          T-compiler T-types  | 2
          T-compiler A-LLVM I-slow | 8
          """)
  void aLabelWeighsAsMuch(String labels, int weight) {
    assertThat(MemberRules.weight("", Arrays.asList(labels.split(" ")), List.of(), List.of()))
        .isEqualTo(weight);
  }

  @ParameterizedTest(name = "{0}, {1}, changes of {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # rustdoc is likely where more than half of the changes are documentation, in any form
          rustdoc: sort |           | doc               | 3
          rustdoc: sort |           | doc-json check doc | 3
          rustdoc: sort |           | doc check         | 0
          # and cannot be it where none is
          rustdoc: sort |           | check opt         | -3
          rustdoc: sort |           |                   | -3
                        | T-rustdoc | doc               | 3
                        | T-rustdoc | check             | -3
          # likewise clippy
          clippy fixes  |           | clippy clippy opt | 3
          clippy fixes  |           | clippy opt        | 0
          clippy fixes  |           | check             | -3
                        | T-clippy  | clippy            | 3
                        | T-clippy  | check             | -3
          # others are as likely whatever changed
          Update LLVM   |           | doc               | 3
          """)
  void aToolIsLikelyWhereItsOwnProfileChanged(
      @Nullable String title, @Nullable String label, @Nullable String profiles, int weight) {
    List<TestCaseChange> changes = changes(profiles);

    assertThat(
            MemberRules.weight(
                title == null ? "" : title,
                label == null ? List.of() : List.of(label),
                List.of(),
                changes))
        .isEqualTo(weight);
  }

  @ParameterizedTest(name = "{0}: {1}, changes of {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what every compilation runs, and the standard library, as their labels
          Say it better | compiler/rustc_middle/src/ty/mod.rs                   | check | 2
          Say it better | library/core/src/lib.rs                               | check | 1
          Say it better | compiler/rustc_ast/src/a.rs library/alloc/src/vec.rs  | check | 3
          Say it better | src/llvm-project                                      | check | 3
          # one file that is run is enough
          Say it better | tests/ui/a.rs compiler/rustc_ast/src/a.rs             | check | 2
          # what no benchmark runs, whatever the title says
          Fix slow MIR  | tests/ui/a.rs                                         | check | -20
          Fix slow MIR  | src/doc/book README.md                                | check | -20
          Fix slow MIR  | src/ci/run.sh .github/workflows/ci.yml                | check | -20
          Fix slow MIR  | compiler/rustc_span/tests/a.rs                        | check | -20
          Fix slow MIR  | library/coretests/tests/a.rs                          | check | -20
          Fix slow MIR  | src/tools/miri/src/lib.rs                             | check | -20
          Fix slow MIR  | compiler/rustc_ast/README.md                          | check | -20
          # nor does one run bootstrap, but bootstrap decides how the compiler is built
          Say it better | src/bootstrap/src/lib.rs                              | check | 0
          # rustdoc and clippy are run by their own profiles
          Say it better | src/librustdoc/lib.rs                                 | check | -20
          Say it better | src/librustdoc/lib.rs                                 | doc   | 3
          Say it better | library/core/src/lib.rs                               | doc   | 2
          Say it better | src/tools/clippy/src/lib.rs                           | check | -20
          Say it better | src/tools/clippy/src/lib.rs                           | clippy | 3
          """)
  void filesSayWhatRuns(String title, String files, String profiles, int weight) {
    assertThat(
            MemberRules.weight(
                title, List.of(), Arrays.asList(files.split(" ")), changes(profiles)))
        .isEqualTo(weight);
  }

  @ParameterizedTest(name = "{0}: {1}, changes of {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # code of the new solver counts more where all changes are of its benchmarks
          Say it better | compiler/rustc_next_trait_solver/src/a.rs | a-new-solver b-new-solver | 5
          Say it better | compiler/rustc_trait_selection/src/a.rs   | a-new-solver              | 5
          Say it better | compiler/rustc_next_trait_solver/src/a.rs | a-new-solver b            | 2
          Say it better | compiler/rustc_next_trait_solver/src/a.rs | new-solver-a              | 2
          Say it better | compiler/rustc_next_trait_solver/src/a.rs |                           | 2
          Say it better | compiler/rustc_ast/src/a.rs               | a-new-solver              | 2
          Fix solver    | compiler/rustc_ast/src/a.rs               | a-new-solver              | 7
          """)
  void theNewSolverIsLikelyWhereOnlyItsBenchmarksChanged(
      String title, String file, @Nullable String benchmarks, int weight) {
    List<TestCaseChange> changes = new ArrayList<>();
    if (benchmarks != null) {
      for (String benchmark : benchmarks.split(" ", -1)) {
        changes.add(change(benchmark, "check"));
      }
    }

    assertThat(MemberRules.weight(title, List.of(), List.of(file), changes)).isEqualTo(weight);
  }

  private static List<TestCaseChange> changes(@Nullable String profiles) {
    List<TestCaseChange> changes = new ArrayList<>();
    if (profiles != null) {
      for (String profile : profiles.split(" ", -1)) {
        changes.add(change(profile));
      }
    }
    return changes;
  }

  private static TestCaseChange change(String profile) {
    return change("serde", profile);
  }

  private static TestCaseChange change(String benchmark, String profile) {
    return new TestCaseChange(
        new TestCase(benchmark, profile, "full", "llvm", TestCase.DEFAULT_TARGET),
        Category.PRIMARY,
        new TestResultComparison(1000, 1010, 0.002, 5, true),
        Magnitude.MEDIUM);
  }
}

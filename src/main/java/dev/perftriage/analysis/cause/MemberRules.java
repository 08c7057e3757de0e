package dev.perftriage.analysis.cause;

import dev.perftriage.analysis.TestCaseChange;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How likely a member of a rollup is to have changed the compiler's performance: the sum of the
 * weights of its title, labels and the files that it changes.
 *
 * <p>Each rule counts once, whether the title, a label or a file matches. The weights are 3 for the
 * causes of most published entries and for names of the measured property, 2 for code that every
 * compilation runs, 1 for code that some compilations run, and correspondingly negative for code
 * that no benchmark runs. A member without a match has 0. A member that changes only files that no
 * benchmark runs is {@link #NEVER_RUN} at most, whatever its title says.
 */
final class MemberRules {

  /** Below any sum of titles and labels. */
  static final int NEVER_RUN = -20;

  /** Files that take part in no measurement, unless rustdoc or clippy is what moved. */
  private static final Pattern NEVER_RUN_FILES =
      Pattern.compile(
          "(?:tests|src/(?:doc|ci|etc)|\\.github)/.*"
              + "|(?:compiler|library)/[^/]+/(?:tests|benches)/.*"
              + "|library/(?:\\w+tests|test)/.*"
              + "|src/tools/(?!cargo/|clippy/).*"
              + "|(?:.*/)?[^/]*\\.(?:md|adoc)"
              + "|(?:\\.mailmap|\\.gitignore|\\.git-blame-ignore-revs|triagebot\\.toml|typos\\.toml)");

  private static final List<Clue> CLUES =
      List.of(
          // Confirmed or requested by reviewers.
          clue(3, "perf(?:ormance)?|regressions?|fast(?:er)?|slow(?:er)?|speed ?up|optimi[sz]\\w*")
              .orLabel("perf-regression|S-waiting-on-perf|I-slow|I-compiletime|A-perf.*"),
          // A new code generator or another layout of the compiler itself moves everything.
          clue(3, "llvm|pgo|bolt|(?:j|mi)e?malloc|allocator|lto")
              .orLabel("A-LLVM|A-LTO|A-allocat.*")
              .orFile("src/llvm-project|compiler/rustc_llvm/.*"),
          clue(2, "").orLabel("T-compiler|T-types").orFile("compiler/.*"),
          clue(
                  2,
                  "codegen|mir|inlin\\w*|quer(?:y|ies)|incremental|incr|caches?|cached|intern\\w*"
                      + "|metadata|monomorphi[sz]\\w*|traits?|solver|borrowck|nll|typeck|infer\\w*"
                      + "|resolve\\w*|lowering|hir|ast|parser|span|hash\\w*|dep[- ]?graph|const"
                      + "|consts|ctfe|visitors?|layouts?|drop|coercions?|normali[sz]\\w*")
              .orLabel(
                  "A-(?:codegen|mir.*|query-system|incr-comp|trait-system|inference|borrow-checker"
                      + "|metadata|resolve|parser|layout|const-eval)|WG-trait-system-refactor"),
          // Every benchmark compiles code inlined from the standard library.
          clue(1, "core|alloc|std|iter\\w*|slice|vec|str|fmt|impl|derives?")
              .orLabel("T-libs")
              .orFile("library/.*"),
          clue(3, "rustdoc(?:-json)?")
              .orLabel("T-rustdoc.*|A-rustdoc.*")
              .orFile("src/librustdoc/.*")
              .when(on("doc", true)),
          clue(-3, "rustdoc(?:-json)?").orLabel("T-rustdoc.*|A-rustdoc.*").when(on("doc", false)),
          clue(1, "").orFile("library/.*").when(on("doc", true)),
          clue(3, "docs?|document(?:ation|s|ed)?").orLabel("A-docs").when(on("doc", true)),
          clue(3, "solver")
              .orLabel("WG-trait-system-refactor|A-trait-solver")
              .orFile("compiler/rustc_(?:next_trait_solver|trait_selection)/.*")
              .when(MemberRules::areOnNewSolver),
          clue(3, "clippy")
              .orLabel("T-clippy")
              .orFile("src/tools/clippy/.*")
              .when(on("clippy", true)),
          clue(-3, "clippy").orLabel("T-clippy").when(on("clippy", false)),
          // No benchmark runs any of these.
          clue(
                  -3,
                  "tests?|testsuite|ui"
                      + " tests?|compiletest|docs?|document(?:ation|s|ed)?|comments?|typos?|readme|triagebot|mailmap|changelog|release"
                      + " notes|ci|tidy|rust-analyzer|miri|rustfmt"
                      + "|gitignore|git-blame\\S*|book|books")
              .orLabel(
                  "A-testsuite|A-docs|A-CI|A-meta|A-tidy|A-compiletest|T-miri|T-rust-analyzer"),
          clue(-2, "bootstrap|x\\.py|cargo\\.lock|cargo update|dependenc(?:y|ies)|submodules?|bump")
              .orLabel("T-bootstrap|T-infra|T-release|A-bootstrap|dependencies|A-submodule"),
          // Reached only by errors or on another platform.
          clue(-1, "diagnostics?|suggest\\w*|error messages?|ice|wording|help messages?")
              .orLabel("A-diagnostics|A-suggestion.*|D-.*"),
          clue(-1, "windows|macos|apple|wasm\\w*|arm\\w*|aarch64|riscv\\w*|uefi|vxworks|solaris")
              .orLabel("O-(?!linux|x86).*"));

  private MemberRules() {}

  /**
   * A member's weight as a cause of relevant changes.
   *
   * @param labels its labels; empty if they are unknown
   * @param files the paths of the files that it changes; empty if they are unknown
   */
  static int weight(
      String title, List<String> labels, List<String> files, List<TestCaseChange> changes) {
    int weight =
        CLUES.stream()
            .filter(clue -> clue.when().test(changes) && clue.isIn(title, labels, files))
            .mapToInt(Clue::weight)
            .sum();
    return isRunBy(files, changes) ? weight : Math.min(weight, NEVER_RUN);
  }

  /** Whether a measurement may run any of the files; unknown files may be anything. */
  private static boolean isRunBy(List<String> files, List<TestCaseChange> changes) {
    if (files.isEmpty()) {
      return true;
    }
    boolean withDocumentation = !on("doc", false).test(changes);
    boolean withClippy = !on("clippy", false).test(changes);
    return files.stream()
        .anyMatch(
            file ->
                !NEVER_RUN_FILES.matcher(file).matches()
                    && (withDocumentation || !file.startsWith("src/librustdoc/"))
                    && (withClippy || !file.startsWith("src/tools/clippy/")));
  }

  private static Clue clue(int weight, String words) {
    return new Clue(
        weight,
        Pattern.compile(
            words.isEmpty() ? "(?!)" : "(?<![\\w-])(?:" + words + ")(?!\\w)",
            Pattern.CASE_INSENSITIVE),
        Pattern.compile("(?!)"),
        Pattern.compile("(?!)"),
        changes -> true);
  }

  /** Whether most changes, or none if unwanted, have a profile with the given prefix. */
  private static Predicate<List<TestCaseChange>> on(String profile, boolean wanted) {
    return changes -> {
      long on =
          changes.stream()
              .filter(change -> change.testCase().profile().startsWith(profile))
              .count();
      return wanted ? on * 2 > changes.size() : on == 0;
    };
  }

  /** Whether all changes are of benchmarks that run the new trait solver. */
  private static boolean areOnNewSolver(List<TestCaseChange> changes) {
    return !changes.isEmpty()
        && changes.stream()
            .allMatch(change -> change.testCase().benchmark().endsWith("-new-solver"));
  }

  private record Clue(
      int weight,
      Pattern words,
      Pattern label,
      Pattern file,
      Predicate<List<TestCaseChange>> when) {

    private Clue orLabel(String pattern) {
      return new Clue(weight, words, Pattern.compile(pattern), file, when);
    }

    private Clue orFile(String pattern) {
      return new Clue(weight, words, label, Pattern.compile(pattern), when);
    }

    private Clue when(Predicate<List<TestCaseChange>> condition) {
      return new Clue(weight, words, label, file, condition);
    }

    private boolean isIn(String title, List<String> labels, List<String> files) {
      return words.matcher(title).find()
          || labels.stream().anyMatch(each -> label.matcher(each).matches())
          || files.stream().anyMatch(each -> file.matcher(each).matches());
    }
  }
}

package dev.perftriage.cli;

import dev.perftriage.analysis.BackendComparison;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.report.BackendReport;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/** Two backends of one revision instead of two revisions. */
final class BackendsOption {

  private final Option<List<String>> backends =
      Options.textList("--backends")
          .paramLabel("NAME")
          .description(
              "Compare two backends of one revision REV, such as llvm,cranelift: the first is"
                  + " before, the second after. Lists all test cases, because backends have no"
                  + " noise threshold.")
          .build();

  void addTo(CommandSpec command) {
    Option.add(command, backends);
  }

  boolean areWanted() {
    return !names().isEmpty();
  }

  /** Refuses what two backends do not have. */
  void check(CompareOutput output, boolean othersAreAsked) {
    if (!areWanted()) {
      return;
    }
    List<String> names = names();
    if (names.size() != 2 || names.get(0).equals(names.get(1))) {
      throw new UsageException("--backends takes exactly two backends, such as llvm,cranelift.");
    }
    if (output.needsCharts() || othersAreAsked) {
      throw new UsageException(
          "--backends does not work with --format html, --html, --charts, --runtime and"
              + " --fail-on.");
    }
  }

  /**
   * Pairs the values of the later artifact.
   *
   * @throws DataException where not one test case has both
   */
  BackendReport report(List<ArtifactComparison> comparisons) {
    return new BackendReport(comparisons.stream().map(this::pairs).toList());
  }

  private List<String> names() {
    return backends.value();
  }

  private BackendComparison pairs(ArtifactComparison facts) {
    List<String> names = names();
    BackendComparison backends = BackendComparison.of(facts, names.get(0), names.get(1));
    if (backends.pairs().isEmpty()) {
      TreeSet<String> known = new TreeSet<>();
      facts.compile().forEach(compile -> known.add(compile.testCase().backend()));
      throw new DataException(
          "Comparing backends of "
              + facts.after().shortCommit()
              + " by "
              + facts.metric()
              + ": no test case was measured with both "
              + names.get(0)
              + " and "
              + names.get(1)
              + "; it has "
              + (known.isEmpty() ? "none" : String.join(", ", known)));
    }
    return backends;
  }
}

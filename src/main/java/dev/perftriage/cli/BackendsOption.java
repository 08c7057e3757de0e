package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import java.util.List;
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

  /** The names of the two backends; empty where none are asked for. */
  List<String> names() {
    return backends.value();
  }
}

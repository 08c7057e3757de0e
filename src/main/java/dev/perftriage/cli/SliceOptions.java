package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which test cases count, which of them are listed, and what they are grouped by. */
final class SliceOptions extends FilterOptions {

  @Option(
      names = "--all",
      fallbackValue = "true",
      description = "List all comparable test cases, not only the relevant ones.")
  private boolean all;

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "WHAT",
      description =
          "Add a small summary for each profile, scenario, benchmark, backend, target or category,"
              + " with the sum of all its values before and after.")
  private List<Dimension> by = new ArrayList<>();

  /** Refuses what would make a verdict of less than there is, or says nothing. */
  void check(CommandLine command, CaseFilter filter, boolean backends, boolean gates) {
    if (gates && filter.selectsByOutcome()) {
      throw new ParameterException(
          command,
          "--fail-on judges every change there is: leave --direction and --min-change out, and say"
              + " change:PERCENT for a bound.");
    }
    if (backends && (filter.selectsByOutcome() || all || !by.isEmpty())) {
      throw new ParameterException(
          command,
          "--backends shows all pairs of one revision: --direction, --min-change, --all and --by"
              + " have no meaning there.");
    }
  }

  boolean withAll() {
    return all;
  }

  /** What to group by, each once, in the order of the command line. */
  List<Dimension> groupedBy() {
    return List.copyOf(new LinkedHashSet<>(by));
  }
}

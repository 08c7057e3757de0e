package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.Dimension;
import dev.perftriage.app.UsageException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Filters, the choice of listed test cases, and grouping. */
final class SelectionOptions extends FilterOptions {

  private final Option<Boolean> all =
      Option.flag("--all").describe("List all comparable test cases, not only the relevant ones.");

  private final Option<List<Dimension>> by =
      Option.words(Dimension.class, "WHAT", "--by")
          .describe(
              "Add a summary for each profile, scenario, benchmark, backend, target or category,"
                  + " with the total of all values before and after.");

  @Override
  CommandSpec section() {
    return Option.add(super.section(), all, by);
  }

  /** Refuses combinations that would judge incomplete data or have no effect. */
  void check(CaseFilter filter, boolean backends, boolean gates) {
    if (gates && filter.selectsByOutcome()) {
      throw new UsageException(
          "--fail-on judges every change: omit --direction and --min-change, and use change:PERCENT"
              + " for a minimum size.");
    }
    if (backends && (filter.selectsByOutcome() || withAll() || !groupedBy().isEmpty())) {
      throw new UsageException(
          "--backends lists all pairs of one revision: --direction, --min-change, --all and --by do"
              + " not apply.");
    }
  }

  boolean withAll() {
    return all.value();
  }

  /** What to group by, each once, in the order of the command line. */
  List<Dimension> groupedBy() {
    return by.value().stream().distinct().toList();
  }
}

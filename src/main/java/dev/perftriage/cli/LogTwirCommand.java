package dev.perftriage.cli;

import dev.perftriage.log.LogExcerpts;
import dev.perftriage.log.TriageLog;
import dev.perftriage.model.DataException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Prints a log's part for This AnalyzedRange in Rust. */
final class LogTwirCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final ExcerptOptions options = new ExcerptOptions();

  private LogTwirCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    options.addTo(spec);
    Options.addHelp(spec);
    spec.usageMessage()
        .sortOptions(false)
        .header("Print the section for This AnalyzedRange in Rust.")
        .description(
            "%nThe opening, the range, one summary table and the counts, of logs since 2022-05-31:"
                + " summary tables before had a column for each kind of change, not a row.");
    ExitCodesHelp.list(
        spec, ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG);
  }

  static CommandSpec spec(Surroundings surroundings) {
    return new LogTwirCommand(surroundings).spec;
  }

  @Override
  public Integer call() {
    TriageLog log = options.log(surroundings);
    String section =
        LogExcerpts.thisWeekInRust(log, options.commit())
            .orElseThrow(
                () ->
                    new DataException(
                        "Making the section of "
                            + log.source().name()
                            + ": it lacks a date, a revision range or a summary table with a row"
                            + " for each kind of change, as logs have had since 2022-05-31"));
    surroundings.out().print(section);
    return ExitCodes.DONE;
  }
}

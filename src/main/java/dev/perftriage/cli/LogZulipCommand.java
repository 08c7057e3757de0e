package dev.perftriage.cli;

import dev.perftriage.log.LogExcerpts;
import dev.perftriage.log.TriageLog;
import dev.perftriage.model.DataException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Prints a log's few lines for chat. */
final class LogZulipCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final ExcerptOptions options = new ExcerptOptions();

  private LogZulipCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    options.addTo(spec);
    Options.addHelp(spec);
    spec.usageMessage()
        .sortOptions(false)
        .header("Print the few lines for chat.")
        .description("%nA link to the log, its opening, its counts and its mean change.");
    ExitCodesHelp.list(
        spec, ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG);
  }

  static CommandSpec spec(Surroundings surroundings) {
    return new LogZulipCommand(surroundings).spec;
  }

  @Override
  public Integer call() {
    TriageLog log = options.log(surroundings);
    String lines =
        LogExcerpts.zulip(log, options.commit())
            .orElseThrow(
                () ->
                    new DataException(
                        "Making the lines of "
                            + log.source().name()
                            + ": it lacks a date or a revision range"));
    surroundings.out().print(lines);
    return ExitCodes.DONE;
  }
}

package dev.perftriage.cli;

import dev.perftriage.log.Excerpts;
import dev.perftriage.log.TriageLog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints a log's few lines for chat. */
@Command(
    name = "zulip",
    header = "Print the few lines for chat.",
    description = "%nA link to the log, its opening, its counts and its mean change.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = ExitCodesHelp.HEADING,
    exitCodeList = {ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG})
final class LogZulipCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ExcerptOptions options = new ExcerptOptions();

  LogZulipCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TriageLog log = options.log(surroundings);
    surroundings.out().print(Excerpts.zulip(log, options.commit()));
    return ExitCodes.DONE;
  }
}

package dev.perftriage.cli;

import dev.perftriage.log.Excerpts;
import dev.perftriage.log.TriageLog;
import dev.perftriage.source.DataException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints a log's part for This Week in Rust. */
@Command(
    name = "twir",
    header = "Print the section for This Week in Rust.",
    description =
        "%nThe opening, the range, one summary table and the counts, for any log since the summary"
            + " tables of May 2022.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = ExitCodesHelp.HEADING,
    exitCodeList = {ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG})
final class LogTwirCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ExcerptOptions options = new ExcerptOptions();

  LogTwirCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TriageLog log = options.log(surroundings);
    String section =
        Excerpts.thisWeekInRust(log, options.commit())
            .orElseThrow(
                () ->
                    new DataException(
                        "Making the section of "
                            + log.source().name()
                            + ": it lacks a date, a revision range or a summary table with a row"
                            + " for each kind of change, as logs have had since May 2022"));
    surroundings.out().print(section);
    return ExitCodes.DONE;
  }
}

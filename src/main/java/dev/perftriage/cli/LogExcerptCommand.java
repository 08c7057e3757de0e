package dev.perftriage.cli;

import dev.perftriage.app.LogReader;
import dev.perftriage.log.LogAddress;
import dev.perftriage.log.LogExcerpts;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.model.DataException;
import java.util.Optional;
import java.util.function.BiFunction;

/** Prints a part of a log that is published elsewhere. */
final class LogExcerptCommand extends Command {

  private final BiFunction<TriageLog, LogAddress, Optional<String>> excerpt;
  private final String failure;

  private final Option<String> file = Option.log();

  private final Option<String> commit =
      Option.of(String.class, "SHA", "--commit")
          .converter(Converters::commit)
          .describe(
              "The commit that contains the log, for the link to it. Default: the newest commit of"
                  + " the log if its file lies in a checkout of rustc-perf, or else the branch "
                  + LogAddress.BRANCH
                  + ", where the log may change.");

  /**
   * Creates a command.
   *
   * @param excerpt makes the excerpt of a log, given where it is published; empty if the log is
   *     incomplete
   * @param failure the message for an empty excerpt, with {@code %s} for the log's name
   */
  private LogExcerptCommand(
      CommandContext context,
      BiFunction<TriageLog, LogAddress, Optional<String>> excerpt,
      String failure) {
    super(context);
    this.excerpt = excerpt;
    this.failure = failure;
    Option.add(spec, file, commit);
  }

  /** The command for the section in This Week in Rust. */
  static LogExcerptCommand thisWeekInRust(CommandContext context) {
    Option<Boolean> noTable =
        Option.flag("--no-table").describe("Leave the summary table out of the section.");
    LogExcerptCommand command =
        new LogExcerptCommand(
            context,
            (log, address) -> LogExcerpts.thisWeekInRust(log, address, !noTable.value()),
            "Cannot print the section of %s: it lacks a date, a revision range or a summary"
                + " table with a row for each kind of change, as logs have had since"
                + " 2022-05-31");
    Option.add(command.spec, noTable);
    command.describe(
        "Print the section for This Week in Rust.",
        "%nPrints the opening, the credit, the range, one summary table and the counts, in the"
            + " log's own words. The log must date from 2022-05-31 or later: earlier summary"
            + " tables have a column, not a row, for each kind of change.");
    return command;
  }

  /** The command for the message in chat. */
  static LogExcerptCommand zulip(CommandContext context) {
    LogExcerptCommand command =
        new LogExcerptCommand(
            context,
            LogExcerpts::zulip,
            "Cannot print the summary of %s: it lacks a date or a revision range");
    command.describe(
        "Print the summary for chat.",
        "%nPrints a link to the log, its opening, its credit, its counts and its mean change.");
    return command;
  }

  @Override
  public Integer call() {
    LogReader reader = context.logs();
    TriageLog log = reader.read(file.value());
    String name = log.source().name();
    LogCheck.leftBeforeExcerpt(log)
        .forEach(left -> context.note(name + ":" + left.line() + ": " + left.message()));
    context.print(
        reader
            .address(file.value(), log)
            .map(address -> commit.given().map(address::at).orElse(address))
            .flatMap(address -> excerpt.apply(log, address))
            .orElseThrow(() -> new DataException(failure.formatted(name))));
    return ExitCodes.DONE;
  }
}

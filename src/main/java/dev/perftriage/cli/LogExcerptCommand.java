package dev.perftriage.cli;

import dev.perftriage.log.LogExcerpts;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.model.DataException;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints a part of a log that is published elsewhere. */
final class LogExcerptCommand extends Command {

  private static final String BRANCH = "master";

  private final BiFunction<TriageLog, String, Optional<String>> excerpt;
  private final String failure;

  private final Option<String> file =
      Option.parameter(
          String.class,
          PositionalParamSpec.builder()
              .required(true)
              .paramLabel("FILE")
              .description("The log, or - for standard input."));

  private final Option<String> commit =
      Option.of(String.class, "SHA", "--commit")
          .converter(Converters::commit)
          .describe(
              "The rustc-perf commit that contains the log, for the link to it. Default: the branch"
                  + " "
                  + BRANCH
                  + ", where the file may change.");

  /**
   * Creates a command.
   *
   * @param excerpt makes the excerpt of a log, given the commit or branch that contains it; empty
   *     if the log is incomplete
   * @param failure the message for an empty excerpt, with {@code %s} for the log's name
   */
  private LogExcerptCommand(
      CommandContext context,
      BiFunction<TriageLog, String, Optional<String>> excerpt,
      String failure,
      String header,
      String description) {
    super(context);
    this.excerpt = excerpt;
    this.failure = failure;
    Option.add(spec, file, commit);
    describe(header, description);
  }

  /** The command for the section in This Week in Rust. */
  static LogExcerptCommand thisWeekInRust(CommandContext context) {
    return new LogExcerptCommand(
        context,
        LogExcerpts::thisWeekInRust,
        "Cannot print the section of %s: it lacks a date, a revision range or a summary"
            + " table with a row for each kind of change, as logs have had since"
            + " 2022-05-31",
        "Print the section for This Week in Rust.",
        "%nPrints the opening, the range, one summary table and the counts. The log must date"
            + " from 2022-05-31 or later: earlier summary tables have a column, not a row, for"
            + " each kind of change.");
  }

  /** The command for the message in chat. */
  static LogExcerptCommand zulip(CommandContext context) {
    return new LogExcerptCommand(
        context,
        LogExcerpts::zulip,
        "Cannot print the summary of %s: it lacks a date or a revision range",
        "Print the summary for chat.",
        "%nPrints a link to the log, its opening, its counts and its mean change.");
  }

  @Override
  public Integer call() {
    TriageLog log = context.logs().read(file.value());
    String name = log.source().name();
    LogCheck.leftBeforeExcerpt(log)
        .forEach(left -> context.note(name + ":" + left.line() + ": " + left.message()));
    context.print(
        excerpt
            .apply(log, commit.given().orElse(BRANCH))
            .orElseThrow(() -> new DataException(failure.formatted(name))));
    return ExitCodes.DONE;
  }
}

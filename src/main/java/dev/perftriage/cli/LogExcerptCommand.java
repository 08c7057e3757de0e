package dev.perftriage.cli;

import dev.perftriage.log.LogExcerpts;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.model.DataException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints a part of a log that is published elsewhere. */
final class LogExcerptCommand implements Callable<Integer> {

  private static final String BRANCH = "master";

  private final CommandContext context;
  private final BiFunction<TriageLog, String, Optional<String>> excerpt;
  private final String failure;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final Option<String> file =
      Option.parameter(
          PositionalParamSpec.builder()
              .required(true)
              .paramLabel("FILE")
              .description("The log, or - for standard input."));

  private final Option<String> commit =
      Option.of(String.class, "--commit")
          .paramLabel("SHA")
          .converter(new Converters.OfCommit())
          .description(
              "The rustc-perf commit that contains the log, for the link to it. Default: the branch"
                  + " "
                  + BRANCH
                  + ", where the file may change.")
          .build();

  /**
   * A command.
   *
   * @param excerpt the excerpt of a log, given the commit or branch that has it; empty where the
   *     log lacks something
   * @param failure the message for an empty excerpt, with {@code %s} for the log's name
   */
  private LogExcerptCommand(
      CommandContext context,
      BiFunction<TriageLog, String, Optional<String>> excerpt,
      String failure) {
    this.context = context;
    this.excerpt = excerpt;
    this.failure = failure;
    Option.add(spec, file, commit);
    Options.addHelp(spec);
    ExitCodesHelp.list(
        spec, ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG);
  }

  /** The command for the section in This Week in Rust. */
  static CommandSpec thisWeekInRust(CommandContext context) {
    CommandSpec spec =
        new LogExcerptCommand(
                context,
                LogExcerpts::thisWeekInRust,
                "Cannot print the section of %s: it lacks a date, a revision range or a summary"
                    + " table with a row for each kind of change, as logs have had since"
                    + " 2022-05-31")
            .spec;
    spec.usageMessage()
        .sortOptions(false)
        .header("Print the section for This Week in Rust.")
        .description(
            "%nPrints the opening, the range, one summary table and the counts. The log must date"
                + " from 2022-05-31 or later: earlier summary tables have a column, not a row, for"
                + " each kind of change.");
    return spec;
  }

  /** The command for the message in chat. */
  static CommandSpec zulip(CommandContext context) {
    CommandSpec spec =
        new LogExcerptCommand(
                context,
                LogExcerpts::zulip,
                "Cannot print the summary of %s: it lacks a date or a revision range")
            .spec;
    spec.usageMessage()
        .sortOptions(false)
        .header("Print the summary for chat.")
        .description("%nPrints a link to the log, its opening, its counts and its mean change.");
    return spec;
  }

  @Override
  public Integer call() {
    TriageLog log = context.logs().read(file.value());
    String name = log.source().name();
    LogCheck.leftBeforeExcerpt(log)
        .forEach(left -> context.note(name + ":" + left.line() + ": " + left.message()));
    String sha = commit.valueOrNull();
    context
        .out()
        .print(
            excerpt
                .apply(log, sha == null ? BRANCH : sha)
                .orElseThrow(() -> new DataException(failure.formatted(name))));
    return ExitCodes.DONE;
  }
}

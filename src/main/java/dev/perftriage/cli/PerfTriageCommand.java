package dev.perftriage.cli;

import dev.perftriage.cli.config.Configuration;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program without a command: help and version. */
final class PerfTriageCommand extends Command {

  private static final int NARROWEST_HELP = 60;
  private static final int WIDEST_HELP = 100;

  /** The command that shows settings, for which it needs the options of all commands. */
  private static final String CONFIG = "config";

  private final Option<Boolean> verbose =
      Option.flag("--verbose").inherited().describe("Print the stack trace of errors.");

  private PerfTriageCommand(CommandContext context) {
    super(context);
    spec.name("perf-triage");
    addHelp(spec);
    Option.add(spec, verbose)
        .usageMessage()
        .description(
            "Writes the Rust compiler's weekly performance triage report",
            "and compares any two revisions.")
        .abbreviateSynopsis(true)
        .synopsisSubcommandLabel("COMMAND")
        .optionListHeading("%nOptions:%n");
    footer(
        "Examples",
        "  perf-triage report --since-last reports",
        "      write this week's report, starting where the last one ended",
        "  perf-triage report --start 7d",
        "      write a report of the last seven days",
        "  perf-triage compare 1.90.0 1.91.0 --metric max-rss",
        "      compare the peak memory of two releases",
        "",
        "See 'perf-triage help COMMAND' for help on a command.");
    allExitCodes();
  }

  /** The command line, ready to be executed, with no more commands than the arguments can need. */
  static CommandLine commandLine(CommandContext context, List<String> arguments) {
    PerfTriageCommand program = new PerfTriageCommand(context);
    Configuration configuration = new Configuration(context.environment(), context.directory());
    Errors errors =
        new Errors(context, configuration, () -> Boolean.TRUE.equals(program.verbose.value()));
    CommandLine commandLine = new CommandLine(program.spec);
    CommandGroups groups = new CommandGroups();
    groups.add("Write the weekly report", "report", ReportCommand.HEADER, ReportCommand::new);
    groups.add("Compare revisions", "compare", CompareCommand.HEADER, CompareCommand::new);
    groups.add("Compare revisions", "rollup", RollupCommand.HEADER, RollupCommand::new);
    groups.add("Compare revisions", "explain", ExplainCommand.HEADER, ExplainCommand::new);
    groups.add("Compare revisions", "history", HistoryCommand.HEADER, HistoryCommand::new);
    groups.add("Compare revisions", "why", WhyCommand.HEADER, WhyCommand::new);
    groups.add("Compare revisions", "resolve", ResolveCommand.HEADER, ResolveCommand::new);
    groups.add("Compare revisions", "export", ExportCommand.HEADER, ExportCommand::new);
    groups.add("Work with published logs", "log", LogCommand.HEADER, LogCommand::new);
    groups.add("Work offline", "fetch", FetchCommand.HEADER, FetchCommand::new);
    groups.add("Work offline", "store", StoreCommand.HEADER, StoreCommand::new);
    groups.add(
        "Set up",
        CONFIG,
        ConfigCommand.HEADER,
        commandContext -> new ConfigCommand(commandContext, configuration));
    groups.add("Set up", "completion", CompletionCommand.HEADER, CompletionCommand::new);
    groups.add(
        "Set up",
        "help",
        HelpCommand.HEADER,
        commandContext -> new HelpCommand(commandContext, groups.names()));
    groups.addTo(commandLine, context, wanted(arguments, configuration));
    Terminal terminal = context.terminal();
    boolean colorful = ColorOption.Choice.AUTO.isColorful(terminal, context.environment());
    return commandLine
        .setOut(context.output().results())
        .setErr(context.output().messages())
        .setColorScheme(CommandLine.Help.defaultColorScheme(colorful ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(terminal.columns(), WIDEST_HELP)))
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .setDefaultValueProvider(configuration)
        .setExecutionStrategy(parsed -> execute(parsed, configuration));
  }

  /** The commands that are named; all if there are settings, or {@code config} is named. */
  private static Predicate<String> wanted(List<String> arguments, Configuration configuration) {
    return configuration.isEmpty() && !arguments.contains(CONFIG)
        ? arguments::contains
        : name -> true;
  }

  /** Rejects invalid settings, except for help and completion, which use none. */
  private static int execute(ParseResult parsed, Configuration configuration) {
    CommandSpec command =
        parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1).getCommandSpec();
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    if (!(command.userObject() instanceof CompletionCommand
        || command.userObject() instanceof HelpCommand)) {
      configuration
          .problem(command.root())
          .ifPresent(
              problem -> {
                throw new ParameterException(command.commandLine(), problem);
              });
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  @Override
  public Integer call() {
    return printHelp();
  }
}

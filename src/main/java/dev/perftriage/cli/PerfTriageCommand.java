package dev.perftriage.cli;

import dev.perftriage.cli.config.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a command: help and version. */
@Command(
    name = "perf-triage",
    description = {
      "Writes the Rust compiler's weekly performance triage report",
      "and compares any two revisions.%n"
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  perf-triage report --start 23fced0fcc5e0ec260d25f04a8b78b269e5e90f0",
      "      write this week's report, from where the last one ended",
      "  perf-triage compare 1.90.0 1.91.0 --metric max-rss",
      "      compare two releases by their peak memory",
      "",
      "'perf-triage COMMAND --help' says more about a command."
    },
    exitCodeListHeading = ExitCodesHelp.HEADING,
    exitCodeList = {
      ExitCodesHelp.DONE,
      ExitCodesHelp.GATE,
      ExitCodesHelp.USAGE,
      ExitCodesHelp.DATA,
      ExitCodesHelp.BUG
    })
final class PerfTriageCommand implements Runnable {

  private static final int NARROWEST_HELP = 60;
  private static final int WIDEST_HELP = 100;

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      fallbackValue = "true",
      description = "With an error, print the stack trace too.")
  private boolean verbose;

  private PerfTriageCommand() {}

  /** The whole command line, ready to be executed. */
  static CommandLine commandLine(Surroundings surroundings) {
    PerfTriageCommand program = new PerfTriageCommand();
    Configuration configuration =
        new Configuration(surroundings.environment(), surroundings.directory());
    Errors errors = new Errors(surroundings, configuration, () -> program.verbose);
    CommandLine commandLine = new CommandLine(program);
    CommandGroups groups = new CommandGroups();
    groups.add("Write the weekly report", "report", new ReportCommand(surroundings));
    groups.add("Compare revisions", "compare", new CompareCommand(surroundings));
    groups.add("Compare revisions", "resolve", new ResolveCommand(surroundings));
    groups.add("Work with published logs", "log", LogCommand.commandLine(surroundings));
    groups.add("Work without network", "fetch", new FetchCommand(surroundings));
    groups.add("Work without network", "store", new StoreCommand(surroundings));
    groups.add("Set up", "config", new ConfigCommand(surroundings, configuration));
    groups.add("Set up", "completion", new CompletionCommand(surroundings));
    groups.addTo(commandLine);
    EnumWords.registerAll(commandLine);
    Terminal terminal = surroundings.terminal();
    boolean colorful = ColorOption.Choice.AUTO.isColorful(terminal, surroundings.environment());
    return commandLine
        .setOut(surroundings.out())
        .setErr(surroundings.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(colorful ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(terminal.columns(), WIDEST_HELP)))
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .setDefaultValueProvider(configuration)
        .setExecutionStrategy(parsed -> execute(parsed, configuration));
  }

  /** Nothing runs by settings that are not understood; help and completion need none. */
  private static int execute(ParseResult parsed, Configuration configuration) {
    CommandSpec command =
        parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1).getCommandSpec();
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    if (!(command.userObject() instanceof CompletionCommand)) {
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
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}

package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import java.util.List;
import picocli.CommandLine;

/** Shows the help of the program or of a command. */
final class HelpCommand extends Command {

  static final String HEADER = "Show the help of a command.";

  private final Option<List<String>> command;

  /**
   * The command.
   *
   * @param commands the names of the program's commands
   */
  HelpCommand(CommandContext context, List<String> commands) {
    super(context);
    command =
        Option.optionalParameters(
            "COMMAND",
            "The command, such as compare or log check. Default: the program itself.",
            commands);
    Option.add(spec, command);
    describe(HEADER, "%nPrints what COMMAND --help prints.");
    footer("Example", "  perf-triage help log check");
    exitCodes(ExitCodes.HELP_DONE, ExitCodes.HELP_USAGE, ExitCodes.HELP_BUG);
  }

  @Override
  public Integer call() {
    CommandLine shown = spec.root().commandLine();
    for (String name : command.given().orElse(List.of())) {
      CommandLine next = shown.getSubcommands().get(name);
      if (next == null) {
        throw new UsageException(
            "'%s' is not a command of %s.".formatted(name, shown.getCommandSpec().qualifiedName()));
      }
      shown = next;
    }
    shown.usage(context.output().results());
    return ExitCodes.DONE;
  }
}

package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import dev.perftriage.cli.config.Configuration;
import dev.perftriage.model.DataException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns exceptions into a message on standard error and an exit code.
 *
 * @param configuration the settings that may have caused an error
 * @param verbose whether to print stack traces, known once the command line is parsed
 */
record Errors(CommandContext context, Configuration configuration, BooleanSupplier verbose)
    implements IExecutionExceptionHandler, IParameterExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception error, CommandLine command, ParseResult parseResult) {
    PrintWriter err = command.getErr();
    if (error instanceof UsageException) {
      say(
          String.valueOf(error.getMessage()),
          command,
          parseResult.originalArgs().toArray(String[]::new));
      pointToHelp(command);
      return ExitCodes.USAGE;
    }
    if (error instanceof DataException data) {
      context.error(String.valueOf(data.getMessage()));
      if (verbose.getAsBoolean()) {
        data.printStackTrace(err);
      }
      return ExitCodes.DATA;
    }
    String hint = verbose.getAsBoolean() ? "" : "; --verbose shows where";
    err.println("perf-triage: a bug in perf-triage: " + error + hint);
    if (verbose.getAsBoolean()) {
      error.printStackTrace(err);
    }
    return ExitCodes.BUG;
  }

  @Override
  public int handleParseException(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    say(String.valueOf(error.getMessage()), command, args);
    if (!UnmatchedArgumentException.printSuggestions(error, command.getErr())) {
      pointToHelp(command);
    }
    return ExitCodes.USAGE;
  }

  /** Prints what is wrong with a command line, and which setting caused it. */
  private void say(String message, CommandLine command, String[] args) {
    String settings =
        configuration.behind(message, command.getCommandSpec(), args).stream()
            .map(set -> " (" + set.place() + " sets " + set.key() + " = " + set.value() + ")")
            .collect(Collectors.joining());
    context.error(message + settings);
  }

  private static void pointToHelp(CommandLine command) {
    command
        .getErr()
        .println(
            "Try '" + command.getCommandSpec().qualifiedName() + " --help' for more information.");
  }
}

package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import dev.perftriage.cli.config.Configuration;
import dev.perftriage.model.DataException;
import dev.perftriage.report.Numbers;
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
    if (error instanceof UsageException) {
      say(
          String.valueOf(error.getMessage()),
          command,
          parseResult.originalArgs().toArray(String[]::new));
      pointToHelp(command);
      return ExitCodes.USAGE;
    }
    return report(error, context, verbose.getAsBoolean());
  }

  /** Reports a failure that no change of the command line would have prevented. */
  static int report(Throwable error, CommandContext context, boolean verbose) {
    int exitCode = ExitCodes.DATA;
    if (error instanceof DataException) {
      context.error(String.valueOf(error.getMessage()));
    } else if (isOutOfMemory(error)) {
      context.error(
          "Java ran out of memory, its limit being %s; choose a shorter range, or allow more"
                  .formatted(Numbers.size(Runtime.getRuntime().maxMemory()))
              + " with JAVA_TOOL_OPTIONS=-Xmx4g");
    } else {
      context.error("a bug in perf-triage: " + error + (verbose ? "" : "; --verbose shows where"));
      exitCode = ExitCodes.BUG;
    }
    if (verbose) {
      error.printStackTrace(context.output().messages());
    }
    return exitCode;
  }

  /** Also where a thread ran out of memory, which the failure of another one names as its cause. */
  private static boolean isOutOfMemory(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int handleParseException(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    say(ParseSentences.of(error), command, args);
    if (!UnmatchedArgumentException.printSuggestions(error, command.getErr())) {
      pointToHelp(command);
    }
    return ExitCodes.USAGE;
  }

  /** Prints what is wrong with a command line, and which setting caused it. */
  private void say(String message, CommandLine command, String[] args) {
    String settings =
        configuration.behind(message, command.getCommandSpec(), args).stream()
            .map(
                set ->
                    " ("
                        + set.place()
                        + " sets "
                        + set.key()
                        + " = "
                        + Passwords.hidden(set.value())
                        + ")")
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

package dev.perftriage.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Requires that an optional value is attached with =, so that the next word is not taken for it.
 */
final class AttachedOnly implements IParameterPreprocessor {

  /** The value of an option given without one. */
  static final String NO_VALUE = "";

  @Override
  @SuppressWarnings("JdkObsolete") // picocli's own signature
  public boolean preprocess(
      Stack<String> arguments,
      CommandSpec command,
      ArgSpec option,
      Map<String, Object> information) {
    // A value from a configuration file is passed alone, neither attached nor after an option.
    boolean isSet = arguments.size() == 1 && arguments.peek().equals(option.defaultValueString());
    if (!isSet && !"=".equals(information.get("separator"))) {
      if (isFileOf(option, arguments)) {
        throw new ParameterException(
            command.commandLine(),
            "Attach the file of --html with '=': --html=" + arguments.peek() + ".");
      }
      arguments.push(NO_VALUE);
    }
    return false;
  }

  /** Whether the next word looks like the file of a page, and the option is that of the page. */
  @SuppressWarnings("JdkObsolete") // picocli's own type
  private static boolean isFileOf(ArgSpec option, Stack<String> arguments) {
    return option instanceof OptionSpec named
        && named.longestName().equals("--html")
        && !arguments.isEmpty()
        && arguments.peek().endsWith(".html")
        && !arguments.peek().startsWith("-");
  }
}

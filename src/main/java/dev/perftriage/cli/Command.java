package dev.perftriage.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A command: its options, how help describes it, and what it does. */
abstract class Command implements Callable<Integer> {

  final CommandContext context;
  final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  Command(CommandContext context) {
    this.context = context;
  }

  /**
   * Describes it, once its options are added. Its exit codes are those of a command that needs
   * data, unless {@link #exitCodes} says otherwise.
   *
   * @param header what it does, in a line
   */
  final void describe(String header, String... description) {
    addHelp(spec);
    spec.usageMessage().sortOptions(false).header(header).description(description);
    exitCodes(ExitCodes.HELP_DONE, ExitCodes.HELP_USAGE, ExitCodes.HELP_DATA, ExitCodes.HELP_BUG);
  }

  /** Ends help with a section of lines. */
  final void footer(String heading, String... lines) {
    spec.usageMessage().footerHeading("%n" + heading + ":%n").footer(lines);
  }

  /** Makes help list these exit codes, each with its meaning behind a colon. */
  final void exitCodes(String... codes) {
    spec.usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(UsageMessageSpec.keyValuesMap(codes));
  }

  /** Makes help list all exit codes. */
  final void allExitCodes() {
    exitCodes(
        ExitCodes.HELP_DONE,
        ExitCodes.HELP_GATE,
        ExitCodes.HELP_USAGE,
        ExitCodes.HELP_DATA,
        ExitCodes.HELP_BUG);
  }

  /** Adds what every command has, behind the options of its own. */
  static void addHelp(CommandSpec command) {
    command
        .versionProvider(new Version())
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
  }
}

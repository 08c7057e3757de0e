package dev.perftriage.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A command: its options, its help and its execution. */
abstract class Command implements Callable<Integer> {

  final CommandContext context;
  final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  Command(CommandContext context) {
    this.context = context;
  }

  /**
   * Sets the help texts, after all options were added, and the exit codes of a command that needs
   * data, which {@link #exitCodes} can replace.
   *
   * @param header what the command does, in one line
   */
  final void describe(String header, String... description) {
    addHelp(spec);
    spec.usageMessage()
        .abbreviateSynopsis(true)
        .sortOptions(false)
        .header(header)
        .description(description);
    exitCodes(ExitCodes.HELP_DONE, ExitCodes.HELP_USAGE, ExitCodes.HELP_DATA, ExitCodes.HELP_BUG);
  }

  /** Adds a section of lines at the end of help. */
  final void footer(String heading, String... lines) {
    spec.usageMessage().footerHeading("%n" + heading + ":%n").footer(lines);
  }

  /** Adds a further section of lines, after the others at the end of help. */
  final void furtherFooter(String heading, List<String> lines) {
    List<String> all = new ArrayList<>(List.of(spec.usageMessage().footer()));
    all.add("");
    all.add(heading + ":");
    all.addAll(lines);
    spec.usageMessage().footer(all.toArray(String[]::new));
  }

  /** Lists exit codes in help, each given as {@code CODE:MEANING}. */
  final void exitCodes(String... codes) {
    spec.usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(UsageMessageSpec.keyValuesMap(codes));
  }

  /** Lists all exit codes in help. */
  final void allExitCodes() {
    exitCodes(
        ExitCodes.HELP_DONE,
        ExitCodes.HELP_GATE,
        ExitCodes.HELP_USAGE,
        ExitCodes.HELP_DATA,
        ExitCodes.HELP_BUG);
  }

  /** Prints help to standard output; what a command that only groups others does by itself. */
  final int printHelp() {
    spec.commandLine().usage(context.output().results());
    return ExitCodes.DONE;
  }

  /** Adds the options that every command has, after its own. */
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

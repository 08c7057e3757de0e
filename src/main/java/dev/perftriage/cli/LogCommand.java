package dev.perftriage.cli;

import dev.perftriage.log.check.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands for triage logs. */
@Command(
    name = "log",
    addMethodSubcommands = false,
    header = LogCommand.HEADER,
    description = "%nReads the logs that rustc-perf publishes, of all years.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  perf-triage log check reports/2025/2025-11-03.md",
      "      find what is wrong before publishing",
      "  perf-triage log twir reports/2025/2025-11-03.md",
      "      print the section for This Week in Rust"
    },
    exitCodeListHeading = ExitCodesHelp.HEADING,
    exitCodeList = {
      ExitCodesHelp.DONE,
      ExitCodesHelp.GATE,
      ExitCodesHelp.USAGE,
      ExitCodesHelp.DATA,
      ExitCodesHelp.BUG
    })
final class LogCommand implements Runnable {

  /** What it does, in a line. */
  static final String HEADER = "Check, edit, excerpt and summarise triage logs.";

  @Spec private CommandSpec spec;

  private LogCommand() {}

  static CommandLine commandLine(Surroundings surroundings) {
    CommandLine check = new CommandLine(new LogCheckCommand(surroundings));
    check.getCommandSpec().usageMessage().footer(rules());
    return new CommandLine(new LogCommand())
        .addSubcommand(check)
        .addSubcommand(new LogMoveCommand(surroundings))
        .addSubcommand(new LogTwirCommand(surroundings))
        .addSubcommand(new LogZulipCommand(surroundings))
        .addSubcommand(new LogHistoryCommand(surroundings));
  }

  private static String[] rules() {
    List<String> lines = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      String star = rule.repairs() ? "*" : " ";
      lines.add(String.format(Locale.ROOT, "  %-20s%s %s", rule.label(), star, rule.description()));
    }
    lines.add("  * --fix repairs it where there is one right answer.");
    lines.add("");
    lines.add("Examples:");
    lines.add("  perf-triage log check reports/2025/2025-11-03.md --fix");
    lines.add("      put the counts right, print what is left to do");
    lines.add("  perf-triage report -o - | perf-triage log check -");
    lines.add("      list what the triager still has to write");
    return lines.toArray(String[]::new);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}

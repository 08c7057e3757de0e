package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import picocli.CommandLine.Model.CommandSpec;

/** The commands for triage logs. */
final class LogCommand implements Runnable {

  /** What it does, in a line. */
  static final String HEADER = "Check, edit, excerpt and summarise triage logs.";

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private LogCommand(CommandContext context) {
    spec.addSubcommand("check", LogCheckCommand.spec(context))
        .addSubcommand("move", LogMoveCommand.spec(context))
        .addSubcommand("twir", LogExcerptCommand.thisWeekInRust(context))
        .addSubcommand("zulip", LogExcerptCommand.zulip(context))
        .addSubcommand("history", LogHistoryCommand.spec(context));
    Options.addHelp(spec);
    spec.usageMessage()
        .header(HEADER)
        .description("%nReads logs published by rustc-perf, of every year.")
        .synopsisSubcommandLabel("COMMAND")
        .commandListHeading("%nCommands:%n")
        .footerHeading("%nExamples:%n")
        .footer(
            "  perf-triage log check reports/2025/2025-11-03.md",
            "      find errors before publishing",
            "  perf-triage log twir reports/2025/2025-11-03.md",
            "      print the section for This Week in Rust");
    ExitCodesHelp.listAll(spec);
  }

  static CommandSpec spec(CommandContext context) {
    return new LogCommand(context).spec;
  }

  @Override
  public void run() {
    throw new UsageException("Missing command.");
  }
}

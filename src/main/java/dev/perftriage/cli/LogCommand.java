package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import picocli.CommandLine.Model.CommandSpec;

/** The commands for triage logs. */
final class LogCommand implements Runnable {

  /** What it does, in a line. */
  static final String HEADER = "Check, edit, excerpt and summarise triage logs.";

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private LogCommand(Surroundings surroundings) {
    spec.addSubcommand("check", LogCheckCommand.spec(surroundings))
        .addSubcommand("move", LogMoveCommand.spec(surroundings))
        .addSubcommand("twir", LogExcerptCommand.thisWeekInRust(surroundings))
        .addSubcommand("zulip", LogExcerptCommand.zulip(surroundings))
        .addSubcommand("history", LogHistoryCommand.spec(surroundings));
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

  static CommandSpec spec(Surroundings surroundings) {
    return new LogCommand(surroundings).spec;
  }

  @Override
  public void run() {
    throw new UsageException("Missing command.");
  }
}

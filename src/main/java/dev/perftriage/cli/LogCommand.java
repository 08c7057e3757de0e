package dev.perftriage.cli;

/** The commands for triage logs. */
final class LogCommand extends Command {

  static final String HEADER = "Check, edit, excerpt and summarise triage logs.";

  LogCommand(CommandContext context) {
    super(context);
    spec.addSubcommand("followups", new LogFollowupsCommand(context).spec)
        .addSubcommand("check", new LogCheckCommand(context).spec)
        .addSubcommand("move", new LogMoveCommand(context).spec)
        .addSubcommand("twir", LogExcerptCommand.thisWeekInRust(context).spec)
        .addSubcommand("zulip", LogExcerptCommand.zulip(context).spec)
        .addSubcommand("comments", new LogCommentsCommand(context).spec)
        .addSubcommand("publish", new LogPublishCommand(context).spec)
        .addSubcommand("history", new LogHistoryCommand(context).spec);
    describe(HEADER, "%nReads logs published by rustc-perf, of every year.");
    spec.usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
    footer(
        "Examples",
        "  perf-triage log check reports/2025/2025-11-03.md",
        "      find errors before publishing",
        "  perf-triage log twir reports/2025/2025-11-03.md",
        "      print the section for This Week in Rust");
    allExitCodes();
  }

  @Override
  public Integer call() {
    return printHelp();
  }
}

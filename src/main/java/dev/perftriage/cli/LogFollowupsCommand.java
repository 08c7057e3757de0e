package dev.perftriage.cli;

import dev.perftriage.app.LogFollowUps;
import dev.perftriage.app.Session;
import dev.perftriage.log.data.JsonFollowUps;
import dev.perftriage.log.followup.FollowUpText;
import dev.perftriage.log.followup.FollowUps;
import java.util.List;

/** Prints what earlier logs left open, and what happened since. */
final class LogFollowupsCommand extends Command {

  private static final String REPORTS = "reports";

  private final Option<List<String>> paths =
      Option.optionalParameters(
          "LOG", "Logs, and folders of logs named YYYY-MM-DD.md. Default: the folder reports.");

  private final Option<Integer> weeks =
      Option.number("N", "--weeks")
          .defaultValue("4")
          .describe(
              "How many logs of a folder to read, the newest ones. Default: ${DEFAULT-VALUE}.");

  private final Option<FollowUpFormat> format =
      Option.word(FollowUpFormat.class, "FORMAT", "-f", "--format")
          .defaultValue("text")
          .describe("text, markdown or json. Default: ${DEFAULT-VALUE}.");

  private final SourceOptions source = new SourceOptions();

  LogFollowupsCommand(CommandContext context) {
    super(context);
    Option.add(spec, paths, weeks, format)
        .addMixin("%nData sources:%n", source.sectionWithNetwork());
    describe(
        "Show what earlier logs left open, and what happened since.",
        "%nFinds notes such as \"pinged the author\", \"left a note\", \"not marking as triaged yet\""
            + " and \"started perf runs\", and regressions without the label"
            + " perf-regression-triaged. Prints for each the answers, the label, fixes, reverts and"
            + " finished measurements since, or for how long it has been silent and a sentence to"
            + " send. Then prints the untriaged pull requests, oldest first.");
    footer(
        "Example",
        "  perf-triage log followups reports/2025/2025-10-27.md",
        "      start the week with what the last one left to do");
    exitCodes(
        ExitCodes.HELP_DONE,
        ExitCodes.HELP_USAGE,
        ExitCodes.DATA + ":data is missing; the rest was printed",
        ExitCodes.HELP_BUG);
  }

  @Override
  public Integer call() {
    int most = Option.atLeast(1, weeks);
    List<String> names = paths.given().filter(some -> !some.isEmpty()).orElse(List.of(REPORTS));
    Session session = source.session(context);
    FollowUps followUps = LogFollowUps.of(session, context.logs(), names, most, context.today());
    session.trimCache();
    context.print(
        switch (format.value()) {
          case TEXT -> FollowUpText.text(followUps);
          case MARKDOWN -> FollowUpText.markdown(followUps);
          case JSON -> JsonFollowUps.render(followUps);
        });
    followUps.unknown().forEach(context::error);
    context.next(
        "perf-triage report --since-last "
            + ShellWord.quoted(names.get(names.size() - 1))
            + " --annotate");
    return followUps.unknown().isEmpty() ? ExitCodes.DONE : ExitCodes.DATA;
  }

  /** The formats of follow-ups. */
  private enum FollowUpFormat {
    TEXT,
    MARKDOWN,
    JSON
  }
}

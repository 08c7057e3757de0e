package dev.perftriage.cli;

import dev.perftriage.app.LogPublication;
import dev.perftriage.app.LogPublication.Change;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.Finding;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;
import java.nio.file.Path;
import java.util.List;

/** Puts a log where it is published, and prints the commands that propose it. */
final class LogPublishCommand extends Command {

  private final Option<String> file = Option.log();

  private final Option<Path> rustcPerf =
      Option.of(Path.class, "DIR", "--rustc-perf")
          .required()
          .describe("Checkout of rustc-perf, which gets the log.");

  private final Option<Path> twir =
      Option.of(Path.class, "DIR", "--twir")
          .describe(
              "Checkout of this-week-in-rust, whose newest draft gets the section. Default: leave"
                  + " the newsletter alone.");

  LogPublishCommand(CommandContext context) {
    super(context);
    Option.add(spec, file, rustcPerf, twir);
    describe(
        "Put a log into checkouts of rustc-perf and This Week in Rust.",
        "%nChecks the log first and changes nothing if there is a finding. Then prints the lines"
            + " for chat and the commands that propose the changes; it runs none of them, and"
            + " sends nothing. A second run says that all is in place.");
    footer(
        "Example",
        "  perf-triage log publish reports/2025/2025-11-03.md --rustc-perf ../rustc-perf");
    exitCodes(
        ExitCodes.HELP_DONE,
        ExitCodes.GATE + ":a finding of log check; nothing was changed",
        ExitCodes.HELP_USAGE,
        ExitCodes.HELP_DATA,
        ExitCodes.HELP_BUG);
  }

  @Override
  public Integer call() {
    TriageLog log = context.logs().read(file.value());
    LogPublication publication =
        LogPublication.of(
            log,
            context.directory().resolve(rustcPerf.value()),
            twir.given().map(context.directory()::resolve));
    List<Finding> findings = publication.findings();
    if (!findings.isEmpty()) {
      String name = log.source().name();
      findings.forEach(
          left ->
              context.note(
                  "%s:%s: %s: %s".formatted(name, left.line(), left.rule(), left.message())));
      context.error(
          "%s is not published: %s; correct the log"
              .formatted(name, Numbers.counted(findings.size(), "finding")));
      context.next("perf-triage log check " + ShellWord.quoted(name) + " --fix");
      return ExitCodes.GATE;
    }
    String chat = publication.chat();
    List<Change> changes = publication.write();
    changes.forEach(
        change -> print(change.path() + (change.isNew() ? ": written" : ": unchanged")));
    print("");
    if (changes.stream().noneMatch(Change::isNew)) {
      print("All is in place; nothing was changed.");
      print("");
    }
    print("Lines for chat:");
    print("");
    context.print(chat);
    for (Change change : changes) {
      print("");
      boolean isLog = change.path().equals(publication.logPath());
      print("Propose " + change.path() + ":");
      print("");
      propose(
          change,
          "triage-" + publication.date(),
          isLog
              ? "Add the triage log of " + publication.date()
              : "Add the performance triage of " + publication.date(),
          isLog
              ? "The weekly performance triage log of %s.".formatted(publication.date())
              : "The section of the performance triage log of %s.".formatted(publication.date()));
    }
    context.next(
        "run these commands; next week: perf-triage log followups "
            + ShellWord.quoted(rustcPerf.value().resolve(publication.logPath()).toString()));
    return ExitCodes.DONE;
  }

  private void propose(Change change, String branch, String title, String body) {
    String folder = ShellWord.quoted(change.checkout().normalize().toString());
    print("git -C %s switch -c %s".formatted(folder, branch));
    print("git -C %s add %s".formatted(folder, change.path()));
    print("git -C %s commit -m %s".formatted(folder, ShellWord.quoted(title)));
    print("git -C %s push -u origin %s".formatted(folder, branch));
    print(
        "(cd %s && gh pr create --title %s --body %s)"
            .formatted(folder, ShellWord.quoted(title), ShellWord.quoted(body)));
  }

  private void print(String line) {
    context.print(PlainText.onOneLine(line) + "\n");
  }
}

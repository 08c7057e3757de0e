package dev.perftriage.cli;

import dev.perftriage.app.LogCheckRun;
import dev.perftriage.app.LogCheckRun.LogCheckRequest;
import dev.perftriage.app.LogReader;
import dev.perftriage.app.UsageException;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.Finding;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.log.check.LogRule;
import dev.perftriage.log.data.GitHubFindings;
import dev.perftriage.log.data.JsonFindings;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks logs and repairs them. */
final class LogCheckCommand extends Command {

  private static final List<String> RULES = LogCheck.RULES.stream().map(LogRule::name).toList();

  private final Option<List<String>> files =
      Option.parameters("FILE", "Logs, folders of logs, or - for standard input.");

  private final Option<String> previous =
      Option.of(String.class, "FILE", "--previous")
          .describe("The previous log, which the range must continue without repeating entries.");

  private final Option<Path> store =
      Option.of(Path.class, "DIR", "--store")
          .describe(
              "Store whose list of merges decides which entries are in the range, and the order of"
                  + " their commits. Default: perf-triage in your cache folder; without a list that"
                  + " has the range, only the log's own links.");

  private final Option<Boolean> fix =
      Option.flag("--fix")
          .describe("Repair findings with a single possible correction in the files.");

  private final Option<FindingsFormat> format =
      Option.word(FindingsFormat.class, "FORMAT", "--format")
          .defaultValue("text")
          .describe(
              "text, json, or github, whose lines annotate a pull request when a workflow of GitHub"
                  + " runs the check. Default: ${DEFAULT-VALUE}.");

  private final Option<List<LogRule>> disable =
      Option.list(LogRule.class, Converters::rule, "RULE", "--disable")
          .completionCandidates(RULES)
          .describe("Rules to disable, by name. Repeatable, or separated by commas.");

  LogCheckCommand(CommandContext context) {
    super(context);
    Option.add(spec, files, previous, store, fix, format, disable);
    describe(
        "Find and repair errors in a log.",
        "%nPrints a line FILE:LINE: RULE: MESSAGE for each finding. Fetches nothing: checks that a"
            + " log is consistent, and that it continues the previous log: that of --previous, or"
            + " in a folder the one before it.");
    footer("Rules", rulesAndExamples());
    exitCodes(
        ExitCodes.HELP_DONE,
        ExitCodes.GATE + ":a finding that --fix has not repaired",
        ExitCodes.HELP_USAGE,
        ExitCodes.HELP_DATA,
        ExitCodes.HELP_BUG);
  }

  private String[] rulesAndExamples() {
    Stream<String> rules = LogCheck.RULES.stream().map(this::line);
    Stream<String> examples =
        Stream.of(
            "  * --fix repairs it if there is a single possible correction.",
            "",
            "Examples:",
            "  perf-triage log check reports/2025/2025-11-03.md --fix",
            "      correct the counts, print the remaining findings",
            "  perf-triage report -o - | perf-triage log check -",
            "      list the parts that the triager still has to write");
    return Stream.concat(rules, examples).toArray(String[]::new);
  }

  private String line(LogRule rule) {
    return String.format(
        Locale.ROOT,
        "  %-20s%s %s",
        rule.name(),
        rule.repairs() ? "*" : " ",
        rule.description().replace(LogRule.PREVIOUS_LOG, "the previous log"));
  }

  @Override
  public Integer call() {
    LogReader reader = context.logs();
    List<String> names = files.value();
    if (fix.value() && names.contains(LogReader.STANDARD_INPUT)) {
      throw new UsageException("--fix repairs files, not standard input.");
    }
    List<List<TriageLog>> chains = reader.readChains(names);
    List<TriageLog> logs = chains.stream().flatMap(List::stream).toList();
    if (previous.given().isPresent() && logs.size() > 1) {
      throw new UsageException("--previous needs exactly one FILE; got " + logs.size());
    }
    LogCheckRequest request =
        new LogCheckRequest(
            LogCheck.RULES.stream().filter(rule -> !disable.value().contains(rule)).toList(),
            previous.given().map(reader::read),
            storeFolder(logs),
            store.given().isEmpty(),
            SourceOptions.ADVICE);
    LogCheckRun checked =
        LogCheckRun.check(chains, request, Optional.of(reader).filter(some -> fix.value()));
    print(checked);
    if (logs.size() == 1 && !names.contains(LogReader.STANDARD_INPUT)) {
      String log = ShellWord.quoted(logs.get(0).source().name());
      context.next(
          checked.isClean()
              ? "perf-triage log comments " + log + " -o comments"
              : "correct it, then: perf-triage log check " + log);
    }
    return checked.isClean() ? ExitCodes.DONE : ExitCodes.GATE;
  }

  /** The store; one that is named must exist if any log has a range to look up. */
  private Optional<Path> storeFolder(List<TriageLog> logs) {
    if (store.given().isEmpty()) {
      return SourceOptions.storeFolder(Optional.empty(), context).filter(Files::isDirectory);
    }
    if (logs.stream().allMatch(log -> log.firstRevision().isEmpty())) {
      return Optional.empty();
    }
    Path folder = context.directory().resolve(store.value());
    if (!Files.isDirectory(folder)) {
      throw new UsageException("--store: no such folder " + store.value() + ".");
    }
    return Optional.of(folder);
  }

  private void print(LogCheckRun checked) {
    switch (format.value()) {
      case JSON -> context.print(JsonFindings.render(checked.findings(), checked::repaired));
      case GITHUB -> context.print(GitHubFindings.render(checked.findings(), checked::repaired));
      case TEXT -> printText(checked);
    }
  }

  private void printText(LogCheckRun checked) {
    checked
        .findings()
        .forEach(
            (name, findings) ->
                findings.forEach(
                    finding -> print(name, finding, checked.repaired(name).contains(finding))));
    context.error(
        Numbers.counted(checked.findings().values().stream().mapToInt(List::size).sum(), "finding")
            + " in "
            + Numbers.counted(checked.findings().size(), "log"));
  }

  private void print(String log, Finding finding, boolean repaired) {
    String line =
        "%s:%s: %s: %s%s"
            .formatted(
                log,
                finding.line(),
                finding.rule(),
                finding.message(),
                repaired ? " (repaired)" : "");
    context.print(PlainText.onOneLine(line) + "\n");
  }

  /** The formats of findings. */
  private enum FindingsFormat {
    TEXT,
    JSON,
    GITHUB
  }
}

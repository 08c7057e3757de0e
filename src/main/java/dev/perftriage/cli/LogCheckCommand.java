package dev.perftriage.cli;

import dev.perftriage.app.LogReader;
import dev.perftriage.app.StoreUpkeep;
import dev.perftriage.app.UsageException;
import dev.perftriage.log.LogText;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.CheckContext;
import dev.perftriage.log.check.Finding;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.log.check.LogRule;
import dev.perftriage.log.data.JsonFindings;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Finds what editing broke in a log. */
final class LogCheckCommand implements Callable<Integer> {

  private static final List<String> RULES = LogCheck.RULES.stream().map(LogRule::name).toList();

  private final CommandContext context;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final Option<List<String>> files =
      Option.parameters("FILE", "Logs, folders of logs, or - for standard input.");

  private final Option<String> previous =
      Option.of(String.class, "--previous")
          .paramLabel("FILE")
          .description("The previous log, which the range must continue without repeating entries.")
          .build();

  private final Option<Path> store =
      Option.of(Path.class, "--store")
          .paramLabel("DIR")
          .description(
              "Store whose list of merges decides which entries are in the range. Default: use only"
                  + " the log's own links.")
          .build();

  private final Option<Boolean> fix =
      Options.flag("--fix")
          .description("Repair findings with a single possible correction in the files.")
          .build();

  private final Option<Format> format =
      Options.word(EnumWords.of(Format.values()), "--format")
          .paramLabel("FORMAT")
          .defaultValue("text")
          .description("text or json. Default: ${DEFAULT-VALUE}.")
          .build();

  private final Option<List<LogRule>> disable =
      Options.list(LogRule.class, new Converters.OfRule(), "--disable")
          .paramLabel("RULE")
          .completionCandidates(RULES)
          .description("Rules to disable, by name. Repeatable, or separated by commas.")
          .build();

  private LogCheckCommand(CommandContext context) {
    this.context = context;
    Option.add(spec, files, previous, store, fix, format, disable);
    Options.addHelp(spec);
    spec.usageMessage()
        .sortOptions(false)
        .header("Find and repair errors in a log.")
        .description(
            "%nPrints a line FILE:LINE: RULE: MESSAGE for each finding. Fetches nothing: checks"
                + " that a log is consistent, and with --previous that it continues the previous"
                + " log.")
        .footerHeading("%nRules:%n")
        .footer(footer());
    ExitCodesHelp.list(
        spec,
        ExitCodesHelp.DONE,
        "1:a finding that --fix has not repaired",
        ExitCodesHelp.USAGE,
        ExitCodesHelp.DATA,
        ExitCodesHelp.BUG);
  }

  static CommandSpec spec(CommandContext context) {
    return new LogCheckCommand(context).spec;
  }

  private String[] footer() {
    List<String> lines = new ArrayList<>();
    for (LogRule rule : LogCheck.RULES) {
      String star = rule.repairs() ? "*" : " ";
      String description =
          rule.description().replace(LogRule.PREVIOUS_LOG, "the log of " + previous.name());
      lines.add(String.format(Locale.ROOT, "  %-20s%s %s", rule.name(), star, description));
    }
    lines.add("  * --fix repairs it if there is a single possible correction.");
    lines.add("");
    lines.add("Examples:");
    lines.add("  perf-triage log check reports/2025/2025-11-03.md --fix");
    lines.add("      correct the counts, print the remaining findings");
    lines.add("  perf-triage report -o - | perf-triage log check -");
    lines.add("      list the parts that the triager still has to write");
    return lines.toArray(String[]::new);
  }

  @Override
  public Integer call() {
    LogReader reader = context.logs();
    List<String> names = files.value();
    if (repairs() && names.contains(LogReader.STANDARD_INPUT)) {
      throw new UsageException("--fix repairs files, not standard input.");
    }
    List<TriageLog> logs = reader.readAll(names);
    String last = previous.valueOrNull();
    if (last != null && logs.size() > 1) {
      throw new UsageException("--previous needs exactly one FILE; got " + logs.size());
    }
    Optional<TriageLog> before = Optional.ofNullable(last).map(reader::read);
    Map<String, List<Finding>> findings = new LinkedHashMap<>();
    int left = 0;
    for (TriageLog log : logs) {
      List<Finding> found = LogCheck.findings(log, context(log, before), rules());
      findings.put(log.source().name(), found);
      long repaired = repairs() ? repair(reader, log, found) : 0;
      left += found.size() - (int) repaired;
    }
    print(findings);
    return left == 0 ? ExitCodes.DONE : ExitCodes.GATE;
  }

  private boolean repairs() {
    return fix.value();
  }

  private List<LogRule> rules() {
    List<LogRule> disabled = disable.value();
    return LogCheck.RULES.stream().filter(rule -> !disabled.contains(rule)).toList();
  }

  private CheckContext context(TriageLog log, Optional<TriageLog> before) {
    Optional<List<String>> chain = Optional.empty();
    Path named = store.valueOrNull();
    if (named != null && log.firstRevision().isPresent()) {
      Path folder = context.directory().resolve(named);
      if (!Files.isDirectory(folder)) {
        throw new UsageException("--store: no such folder " + named + ".");
      }
      chain =
          StoreUpkeep.chain(
              folder,
              log.firstRevision().get(),
              log.lastRevision().orElseThrow(),
              SourceOptions.ADVICE);
    }
    return new CheckContext(before, chain);
  }

  private static long repair(LogReader reader, TriageLog log, List<Finding> found) {
    long repairable = found.stream().filter(Finding::isRepairable).count();
    if (repairable > 0) {
      LogText repaired = LogCheck.repaired(log, found);
      reader.write(repaired);
    }
    return repairable;
  }

  private void print(Map<String, List<Finding>> findings) {
    if (format.value() == Format.JSON) {
      context.out().print(JsonFindings.render(findings, repairs()));
      return;
    }
    int all = 0;
    for (Map.Entry<String, List<Finding>> file : findings.entrySet()) {
      for (Finding finding : file.getValue()) {
        String line =
            file.getKey()
                + ":"
                + finding.line()
                + ": "
                + finding.rule()
                + ": "
                + finding.message()
                + (repairs() && finding.isRepairable() ? " (repaired)" : "");
        context.out().print(PlainText.onOneLine(line) + "\n");
        all++;
      }
    }
    context
        .err()
        .println(
            "perf-triage: "
                + Numbers.counted(all, "finding")
                + " in "
                + Numbers.counted(findings.size(), "log"));
  }

  /** What findings are printed as. */
  enum Format {
    /** A line each. */
    TEXT,
    /** For programs. */
    JSON
  }
}

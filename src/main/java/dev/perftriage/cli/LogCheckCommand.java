package dev.perftriage.cli;

import dev.perftriage.log.LogText;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.Circumstances;
import dev.perftriage.log.check.Finding;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.log.check.Rule;
import dev.perftriage.log.data.JsonFindings;
import dev.perftriage.model.Merge;
import dev.perftriage.report.Numbers;
import dev.perftriage.source.Facts;
import dev.perftriage.source.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds what editing broke in a log. */
@Command(
    name = "check",
    header = "Find what is wrong with a log, and repair it.",
    description =
        "%nPrints a line FILE:LINE: RULE: MESSAGE for each finding. Nothing is fetched; what a log"
            + " says is held against itself, and against the log before it with --previous.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nRules:%n",
    exitCodeListHeading = ExitCodesHelp.HEADING,
    exitCodeList = {
      ExitCodesHelp.DONE,
      "1:something is found that --fix has not repaired",
      ExitCodesHelp.USAGE,
      ExitCodesHelp.DATA,
      ExitCodesHelp.BUG
    })
final class LogCheckCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Logs, folders of logs, or - for standard input.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--previous",
      paramLabel = "FILE",
      description = "The log before it: where the range must start, and what must not come again.")
  private @Nullable String previous;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "Folder of recorded answers whose list of merges tells which entries lie in the range."
              + " Default: only the log's own links tell.")
  private @Nullable Path store;

  @Option(
      names = "--fix",
      fallbackValue = "true",
      description = "Repair the files where there is one right answer; nothing else changes.")
  private boolean fix;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Option(
      names = "--disable",
      paramLabel = "RULE",
      split = ",",
      converter = Converters.OfRule.class,
      completionCandidates = Candidates.Rules.class,
      description = "Rules to leave out, by name; may be given several times.")
  private List<Rule> disabled = new ArrayList<>();

  LogCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    LogReader reader = new LogReader(surroundings);
    if (fix && files.contains(LogReader.STANDARD_INPUT)) {
      throw new ParameterException(
          spec.commandLine(), "--fix repairs files; standard input is none.");
    }
    List<TriageLog> logs = reader.readAll(files);
    if (previous != null && logs.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--previous is the log before one FILE; there are " + logs.size());
    }
    Optional<TriageLog> before = Optional.ofNullable(previous).map(reader::read);
    Map<String, List<Finding>> findings = new LinkedHashMap<>();
    int left = 0;
    for (TriageLog log : logs) {
      List<Finding> found = LogCheck.findings(log, circumstances(log, before), rules());
      findings.put(log.source().name(), found);
      long repaired = fix ? repair(reader, log, found) : 0;
      left += found.size() - (int) repaired;
    }
    print(findings);
    return left == 0 ? ExitCodes.DONE : ExitCodes.GATE;
  }

  private List<Rule> rules() {
    return Arrays.stream(Rule.values()).filter(rule -> !disabled.contains(rule)).toList();
  }

  private Circumstances circumstances(TriageLog log, Optional<TriageLog> before) {
    Optional<List<String>> chain = Optional.empty();
    if (store != null && log.firstRevision().isPresent()) {
      Path folder = surroundings.directory().resolve(store);
      if (!Files.isDirectory(folder)) {
        throw new ParameterException(
            spec.commandLine(), "--store: there is no folder " + store + ".");
      }
      chain =
          Facts.offline(new Store(folder))
              .commits()
              .chain(log.firstRevision().get(), log.lastRevision().orElseThrow())
              .map(merges -> merges.stream().map(Merge::sha).toList());
    }
    return new Circumstances(before, chain);
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
    if (format == Format.JSON) {
      surroundings.out().print(JsonFindings.render(findings, fix));
      return;
    }
    int all = 0;
    for (Map.Entry<String, List<Finding>> file : findings.entrySet()) {
      for (Finding finding : file.getValue()) {
        surroundings
            .out()
            .print(
                file.getKey()
                    + ":"
                    + finding.line()
                    + ": "
                    + finding.rule().label()
                    + ": "
                    + finding.message()
                    + (fix && finding.isRepairable() ? " (repaired)" : "")
                    + "\n");
        all++;
      }
    }
    surroundings
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

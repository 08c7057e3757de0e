package dev.perftriage.app;

import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.CheckContext;
import dev.perftriage.log.check.Finding;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.log.check.LogRule;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.io.Advice;
import dev.perftriage.source.store.Store;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks logs and, if requested, repairs them.
 *
 * @param findings the findings in each log, by its name, in the order of the logs
 * @param repairs whether repairable findings were repaired in the files
 */
public record LogCheckRun(Map<String, List<Finding>> findings, boolean repairs) {

  /**
   * Checks logs.
   *
   * @param files writes repaired logs; empty to repair none
   * @throws DataException if the store has no list of merges, or a log cannot be written
   */
  public static LogCheckRun check(
      List<TriageLog> logs, LogCheckRequest request, Optional<LogReader> files) {
    Map<String, List<Finding>> findings = new LinkedHashMap<>();
    for (TriageLog log : logs) {
      CheckContext context = new CheckContext(request.previous, request.chain(log));
      List<Finding> found = LogCheck.findings(log, context, request.rules);
      findings.put(log.source().name(), found);
      if (found.stream().anyMatch(Finding::isRepairable)) {
        files.ifPresent(reader -> reader.write(LogCheck.repaired(log, found)));
      }
    }
    return new LogCheckRun(findings, files.isPresent());
  }

  /** Whether no finding remains. */
  public boolean isClean() {
    return findings.values().stream()
        .flatMap(List::stream)
        .allMatch(finding -> repairs && finding.isRepairable());
  }

  /**
   * What logs are checked against.
   *
   * @param rules the rules to check
   * @param previous the previous log; empty if unknown
   * @param store the store whose list of merges determines a log's range; empty to use the log's
   *     own links
   * @param advice what messages advise
   */
  public record LogCheckRequest(
      List<LogRule> rules, Optional<TriageLog> previous, Optional<Path> store, Advice advice) {

    /** Copies the list. */
    public LogCheckRequest {
      rules = List.copyOf(rules);
    }

    /** The commits of a log's range, oldest first; empty if no list of merges has them. */
    private Optional<List<String>> chain(TriageLog log) {
      return store
          .filter(folder -> log.firstRevision().isPresent())
          .flatMap(
              folder ->
                  DataSources.offline(new Store(folder), advice)
                      .merges()
                      .get()
                      .chain(
                          new Sha(log.firstRevision().get()),
                          new Sha(log.lastRevision().orElseThrow())))
          .map(merges -> merges.stream().map(merge -> merge.sha().text()).toList());
    }
  }
}

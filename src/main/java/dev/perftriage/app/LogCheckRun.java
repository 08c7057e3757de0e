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
 * Logs, checked and, where it is asked for, repaired.
 *
 * @param findings what was found in each log, by its name, in the order of the logs
 * @param repairs whether what has a single possible correction was repaired in the files
 */
public record LogCheckRun(Map<String, List<Finding>> findings, boolean repairs) {

  /**
   * Checks logs.
   *
   * @param files where repaired logs are written; empty where none is repaired
   * @throws DataException where the store has no list of merges, or a log could not be written
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

  /** Whether nothing is left to be repaired. */
  public boolean isClean() {
    return findings.values().stream()
        .flatMap(List::stream)
        .allMatch(finding -> repairs && finding.isRepairable());
  }

  /**
   * What logs are checked against.
   *
   * @param rules the rules that they must follow
   * @param previous the log before them; empty where that is not known
   * @param store the folder whose list of merges says which ones are in a log's range; empty where
   *     the log's own links do
   * @param advice what messages advise
   */
  public record LogCheckRequest(
      List<LogRule> rules, Optional<TriageLog> previous, Optional<Path> store, Advice advice) {

    /** Copies the list. */
    public LogCheckRequest {
      rules = List.copyOf(rules);
    }

    /** The commits of a log's range, oldest first; empty where no list of merges has them. */
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

package dev.perftriage.app;

import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.CheckContext;
import dev.perftriage.log.check.Finding;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.log.check.LogRepair;
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
 * @param repaired those of them that were repaired in the files
 */
public record LogCheckRun(
    Map<String, List<Finding>> findings, Map<String, List<Finding>> repaired) {

  /**
   * Checks logs.
   *
   * @param chains lists of logs, each of which continues the one before it in its list
   * @param files writes repaired logs; empty to repair none
   * @throws DataException if the store has no list of merges, or a log cannot be written
   */
  public static LogCheckRun check(
      List<List<TriageLog>> chains, LogCheckRequest request, Optional<LogReader> files) {
    LogCheckRun run = new LogCheckRun(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (List<TriageLog> chain : chains) {
      Optional<TriageLog> previous = request.previous;
      for (TriageLog log : chain) {
        run.check(log, new CheckContext(previous, request.chain(log)), request.rules, files);
        previous = Optional.of(log);
      }
    }
    return run;
  }

  private void check(
      TriageLog log, CheckContext context, List<LogRule> rules, Optional<LogReader> files) {
    String name = log.source().name();
    findings.put(name, LogCheck.findings(log, context, rules));
    repaired.put(name, List.of());
    if (files.isPresent()) {
      LogRepair repair = LogRepair.of(log, context, rules);
      if (!repair.log().text().equals(log.source().text())) {
        files.get().write(repair.log());
        repaired.put(name, repair.repaired());
      }
    }
  }

  /** Whether no finding remains. */
  public boolean isClean() {
    return findings.keySet().stream()
        .allMatch(name -> findings(name).size() == repaired(name).size());
  }

  private List<Finding> findings(String log) {
    return findings.getOrDefault(log, List.of());
  }

  /** The findings in a log that were repaired. */
  public List<Finding> repaired(String log) {
    return repaired.getOrDefault(log, List.of());
  }

  /**
   * What logs are checked against.
   *
   * @param rules the rules to check
   * @param previous the log before the first of each list; empty if unknown
   * @param store the store whose list of merges determines a log's range; empty to use the log's
   *     own links
   * @param isCache whether the store is the user's cache, which need not have the list
   * @param advice what messages advise
   */
  public record LogCheckRequest(
      List<LogRule> rules,
      Optional<TriageLog> previous,
      Optional<Path> store,
      boolean isCache,
      Advice advice) {

    /** Copies the list. */
    public LogCheckRequest {
      rules = List.copyOf(rules);
    }

    /** The commits of a log's range, oldest first; empty if no list of merges has them. */
    private Optional<List<String>> chain(TriageLog log) {
      if (store.isEmpty() || log.firstRevision().isEmpty()) {
        return Optional.empty();
      }
      try {
        return DataSources.offline(new Store(store.get()), advice)
            .merges()
            .get()
            .chain(new Sha(log.firstRevision().get()), new Sha(log.lastRevision().orElseThrow()))
            .map(merges -> merges.stream().map(merge -> merge.sha().text()).toList());
      } catch (DataException e) {
        if (isCache) {
          return Optional.empty();
        }
        throw e;
      }
    }
  }
}

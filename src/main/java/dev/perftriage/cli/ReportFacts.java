package dev.perftriage.cli;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.model.PullRequest;
import dev.perftriage.source.DataException;
import dev.perftriage.source.Facts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a report needs from GitHub. Whatever cannot be had is said on standard error, and costs no
 * more than itself.
 */
final class ReportFacts {

  private final Facts facts;
  private final PrintWriter err;
  private boolean complete = true;

  ReportFacts(Facts facts, PrintWriter err) {
    this.facts = facts;
    this.err = err;
  }

  /** Whether everything that was asked for could be had. */
  boolean isComplete() {
    return complete;
  }

  /** The titles of the entries' pull requests, by number. */
  Map<Integer, String> titles(TriageWeek week) {
    Map<Integer, String> titles = new TreeMap<>();
    for (ComparisonSummary entry : week.entries()) {
      Integer pr = entry.after().pr();
      if (pr != null) {
        try {
          titles.put(pr, facts.pull(pr).title());
        } catch (DataException e) {
          missing(e, "its title reads <UNKNOWN>");
        }
      }
    }
    return titles;
  }

  /** The merged regressions that nobody has triaged; empty where the list cannot be had. */
  Optional<List<PullRequest>> untriaged() {
    try {
      return Optional.of(facts.untriaged());
    } catch (DataException e) {
      missing(e, "the report goes without the untriaged pull requests");
      return Optional.empty();
    }
  }

  private void missing(DataException e, String consequence) {
    complete = false;
    err.println("perf-triage: " + e.getMessage() + " (" + consequence + ")");
  }
}

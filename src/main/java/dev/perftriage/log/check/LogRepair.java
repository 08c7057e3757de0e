package dev.perftriage.log.check;

import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogText;
import dev.perftriage.log.SourceEdit;
import dev.perftriage.log.TriageLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Repairs findings with a single possible correction, and nothing else. A correction counts only if
 * its finding is gone afterwards and no other has come, so repairing twice is repairing once.
 *
 * @param log the repaired log; the same text if there was nothing to repair
 * @param repaired those findings of the log as it was that are gone
 */
public record LogRepair(LogText log, List<Finding> repaired) {

  /** Copies the list. */
  public LogRepair {
    repaired = List.copyOf(repaired);
  }

  /** Repairs the findings of some rules in a log. */
  public static LogRepair of(TriageLog log, CheckContext context, Collection<LogRule> rules) {
    Checked before = Checked.of(log, context, rules);
    Checked now = before;
    List<Finding> open = repairable(before.findings);
    if (open.size() > 1) {
      Optional<Checked> all = now.after(open, context, rules);
      if (all.isPresent() && repairable(all.get().findings).isEmpty()) {
        return result(before, all.get());
      }
    }
    Set<Problem> refused = new HashSet<>();
    while (!open.isEmpty()) {
      Finding next = open.get(0);
      Optional<Checked> repaired = now.after(List.of(next), context, rules);
      if (repaired.isEmpty()) {
        refused.add(Problem.of(next));
      }
      now = repaired.orElse(now);
      open =
          repairable(now.findings).stream()
              .filter(finding -> !refused.contains(Problem.of(finding)))
              .toList();
    }
    return result(before, now);
  }

  private static List<Finding> repairable(List<Finding> findings) {
    return findings.stream().filter(Finding::isRepairable).toList();
  }

  private static LogRepair result(Checked before, Checked after) {
    List<Problem> left = after.problems();
    List<Finding> gone =
        before.findings.stream().filter(finding -> !left.remove(Problem.of(finding))).toList();
    return new LogRepair(after.log.source(), gone);
  }

  /** A finding without its place, which a repair may move. */
  private record Problem(String rule, String message) {

    static Problem of(Finding finding) {
      return new Problem(finding.rule(), finding.message());
    }
  }

  private record Checked(TriageLog log, List<Finding> findings) {

    static Checked of(TriageLog log, CheckContext context, Collection<LogRule> rules) {
      return new Checked(log, LogCheck.findings(log, context, rules));
    }

    /** The problems, in a new list. */
    List<Problem> problems() {
      return new ArrayList<>(findings.stream().map(Problem::of).toList());
    }

    /** The log with corrections; empty if they overlap, leave their findings, or cause others. */
    Optional<Checked> after(
        List<Finding> corrected, CheckContext context, Collection<LogRule> rules) {
      List<SourceEdit> edits =
          corrected.stream()
              .flatMap(finding -> finding.violation().repair().stream())
              .distinct()
              .sorted(Comparator.comparingInt(SourceEdit::start))
              .toList();
      for (int i = 1; i < edits.size(); i++) {
        if (edits.get(i).start() < edits.get(i - 1).end()) {
          return Optional.empty();
        }
      }
      Checked after = of(LogParser.parse(log.source().with(edits)), context, rules);
      List<Problem> allowed = problems();
      corrected.forEach(finding -> allowed.remove(Problem.of(finding)));
      boolean isBetter = after.problems().stream().allMatch(allowed::remove);
      return Optional.of(after).filter(repaired -> isBetter);
    }
  }
}

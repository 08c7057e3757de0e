package dev.perftriage.log.check;

import dev.perftriage.log.LogText;
import dev.perftriage.log.SourceEdit;
import dev.perftriage.log.TriageLog;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Checks logs, and repairs what has one right answer. */
public final class LogCheck {

  private LogCheck() {}

  /** What some rules find in a log, by line. */
  public static List<Finding> findings(
      TriageLog log, CheckContext context, Collection<LogRule> rules) {
    return rules.stream()
        .flatMap(
            rule ->
                violations(rule, log, context).stream()
                    .map(
                        violation ->
                            new Finding(
                                rule, violation.line(), violation.message(), violation.repair())))
        .sorted(Comparator.comparingInt(Finding::line).thenComparing(Finding::rule))
        .toList();
  }

  private static List<Violation> violations(LogRule rule, TriageLog log, CheckContext context) {
    return switch (rule) {
      case COUNTS -> CountRules.counts(log);
      case ROLLUPS -> CountRules.rollups(log);
      case COMPARISONS -> CountRules.comparisons(log);
      case RANGE -> RangeRules.range(log);
      case RANGE_START -> RangeRules.start(log, context);
      case ENTRY_OUTSIDE_RANGE -> RangeRules.outside(log, context);
      case ENTRY_REPEATED -> RangeRules.repeated(log, context);
      case SECTION_TABLE -> TableRules.section(log);
      case TABLE_COUNT -> TableRules.counts(log);
      case TABLE_MEAN -> TableRules.means(log);
      case TABLE_SIGN -> TableRules.signs(log);
      case PR_LINK -> LinkRules.pulls(log);
      case LINK_EMPTY -> LinkRules.empty(log);
      case LINK_MALFORMED -> LinkRules.malformed(log);
      case LINK_METRIC -> LinkRules.metrics(log);
      case TODO -> LeftoverRules.todos(log);
      case TRIAGER -> LeftoverRules.triager(log);
      case EMPTY_NOTE -> LeftoverRules.emptyNotes(log);
      case MISSING_NOTE -> LeftoverRules.missingNotes(log);
      case NOT_UNDERSTOOD -> LeftoverRules.notUnderstood(log);
    };
  }

  /** The log with everything repaired that has one right answer, and nothing else touched. */
  public static LogText repaired(TriageLog log, List<Finding> findings) {
    List<SourceEdit> edits =
        findings.stream().flatMap(finding -> finding.repair().stream()).distinct().toList();
    return log.source().with(edits);
  }
}

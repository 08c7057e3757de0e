package dev.perftriage.log.check;

import dev.perftriage.log.TriageLog;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks logs. */
public final class LogCheck {

  /** All rules, in the order in which help lists them. */
  public static final List<LogRule> RULES =
      Stream.of(
              CountRules.RULES,
              RangeRules.RULES,
              EntryRules.RULES,
              TableRules.RULES,
              RowRules.RULES,
              LinkRules.RULES,
              ReferenceRules.RULES,
              LeftoverRules.RULES,
              SourceRules.RULES)
          .flatMap(List::stream)
          .toList();

  private LogCheck() {}

  /** The rule with a name; empty if there is none. */
  public static Optional<LogRule> rule(String name) {
    return RULES.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /** The findings of some rules in a log, sorted by line. */
  public static List<Finding> findings(
      TriageLog log, CheckContext context, Collection<LogRule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.findings(log, context))
        .sorted(Comparator.comparingInt(Finding::line))
        .toList();
  }

  /** What must be written before an excerpt is published: the opening and the triager's name. */
  public static List<Violation> leftBeforeExcerpt(TriageLog log) {
    int openingEnd = log.line(log.opening().end());
    return Stream.concat(
            Stream.concat(LeftoverRules.todos(log), SourceRules.drafts(log))
                .filter(left -> left.line() <= openingEnd),
            LeftoverRules.triager(log))
        .sorted(Comparator.comparingInt(Violation::line))
        .toList();
  }
}

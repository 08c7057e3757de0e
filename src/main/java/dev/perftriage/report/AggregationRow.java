package dev.perftriage.report;

import dev.perftriage.analysis.Aggregation;
import dev.perftriage.analysis.Aggregation.Group;
import dev.perftriage.analysis.ChangeStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of the table of groups, as printed. Counts and means are of relevant test cases, the total
 * is of all comparable ones.
 *
 * @param name the group's name
 * @param testCases how many comparable test cases it has
 * @param regressions how many of them got worse, and by what on average
 * @param improvements how many of them got better, and by what on average
 * @param before the sum of the values before, in the metric's own unit
 * @param after the sum of the values after
 * @param change the relative change of the sum
 */
public record AggregationRow(
    String name,
    String testCases,
    String regressions,
    String improvements,
    String before,
    String after,
    String change) {

  /** The lines: the groups, then all together. */
  public static List<AggregationRow> of(Aggregation aggregation) {
    return Stream.concat(aggregation.groups().stream(), Stream.of(aggregation.whole()))
        .map(AggregationRow::of)
        .toList();
  }

  private static AggregationRow of(Group group) {
    return new AggregationRow(
        PlainText.onOneLine(group.name()),
        Integer.toString(group.comparable()),
        relevant(group.regressions()),
        relevant(group.improvements()),
        Numbers.value(group.total().before()),
        Numbers.value(group.total().after()),
        Numbers.finePercent(group.total().change()));
  }

  private static String relevant(Optional<ChangeStatistics> changes) {
    return changes
        .map(some -> some.count() + " × " + Numbers.percent(some.mean()))
        .orElse(Numbers.NONE);
  }
}

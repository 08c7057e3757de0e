package dev.perftriage.report;

import dev.perftriage.analysis.Aggregation;
import dev.perftriage.analysis.Aggregation.Group;
import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.model.MetricUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the table of groups, as printed: one for each group, then the total. */
public final class AggregationRows {

  private AggregationRows() {}

  /**
   * The cells of a row: the group's name, the number of comparable test cases, the count of the
   * relevant regressions and improvements and the mean of the finite ones among them, the totals
   * before and after with their unit, and the relative change of the total as a percentage.
   */
  public static List<List<String>> of(Aggregation aggregation, MetricUnit unit) {
    return Stream.concat(aggregation.groups().stream(), Stream.of(aggregation.whole()))
        .map(group -> cells(group, unit))
        .toList();
  }

  private static List<String> cells(Group group, MetricUnit unit) {
    return List.of(
        PlainText.onOneLine(group.name()),
        Integer.toString(group.comparable()),
        relevant(group.regressions()),
        relevant(group.improvements()),
        Numbers.value(group.total().before(), unit),
        Numbers.value(group.total().after(), unit),
        Numbers.finePercent(group.total().change()));
  }

  private static String relevant(Optional<ChangeStatistics> changes) {
    return changes.map(AggregationRows::countAndMean).orElse(Numbers.NONE);
  }

  private static String countAndMean(ChangeStatistics changes) {
    String mean = changes.figures().map(some -> Numbers.percent(some.mean())).orElse(Numbers.NONE);
    return changes.count() + " × " + mean;
  }
}

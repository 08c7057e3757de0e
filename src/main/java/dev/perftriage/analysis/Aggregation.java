package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The comparable test cases of a comparison on all targets, grouped by one property.
 *
 * @param groups the groups by absolute change of their total, largest first, then by name
 * @param whole all the test cases as one group
 */
public record Aggregation(Dimension by, List<Group> groups, Group whole) {

  private static final String WHOLE = "all";
  private static final Comparator<Group> LARGEST_FIRST =
      Comparator.comparingDouble((Group group) -> -Math.abs(group.total().change()))
          .thenComparing(Group::name);

  public Aggregation {
    groups = List.copyOf(groups);
  }

  /** Groups the test cases of a comparison. */
  public static Aggregation of(ArtifactComparison comparison, Dimension by) {
    List<TestCaseChange> changes = ComparableTestCases.of(comparison).changes();
    Map<String, List<TestCaseChange>> groups =
        changes.stream().collect(Collectors.groupingBy(by::groupOf));
    return new Aggregation(
        by,
        groups.entrySet().stream()
            .map(group -> Group.of(group.getKey(), group.getValue()))
            .sorted(LARGEST_FIRST)
            .toList(),
        Group.of(WHOLE, changes));
  }

  /**
   * A group of test cases and its statistics.
   *
   * @param name the shared value of the grouping property
   * @param comparable the number of test cases, relevant or not
   * @param regressions mean and range of the relevant regressions; empty if there are none
   * @param improvements mean and range of the relevant improvements; empty if there are none
   * @param relevant mean and range of all relevant changes; empty if there are none
   * @param total the totals over all of them, relevant or not
   */
  public record Group(
      String name,
      int comparable,
      Optional<ChangeStatistics> regressions,
      Optional<ChangeStatistics> improvements,
      Optional<ChangeStatistics> relevant,
      TotalChange total) {

    private static Group of(String name, List<TestCaseChange> changes) {
      CategorySummary summary =
          new CategorySummary(changes.stream().filter(TestCaseChange::isRelevant).toList());
      return new Group(
          name,
          changes.size(),
          summary.regressions(),
          summary.improvements(),
          summary.all(),
          TotalChange.of(changes));
    }
  }
}

package dev.perftriage.analysis.attribution;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.BuildState;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the relevant changes of a rollup divide among its members.
 *
 * <p>A member explains a change if its own build moves the test case by the site's rule, in the
 * same direction. Several members may explain one change: effects add up in logarithms. What the
 * measured members make together less than half of is left unexplained. A change that is noise
 * needs no member.
 *
 * @param members all members, likeliest cause first by their titles and labels
 * @param changes the rollup's relevant changes, largest first
 * @param noise those of them that are noise
 * @param unexplained those of them that are no noise and that the measured members together make
 *     less than half of
 * @param offset what members move in both directions, by test case
 * @param toMeasure the likeliest members to measure for what is unexplained, in the order of their
 *     builds; empty if most is explained, or no build is left to measure
 */
public record RollupAttribution(
    List<MemberAttribution> members,
    List<TestCaseChange> changes,
    List<TestCaseChange> noise,
    List<TestCaseChange> unexplained,
    List<OffsetCase> offset,
    List<MemberAttribution> toMeasure) {

  /** Copies the lists. */
  public RollupAttribution {
    members = List.copyOf(members);
    changes = List.copyOf(changes);
    noise = List.copyOf(noise);
    unexplained = List.copyOf(unexplained);
    offset = List.copyOf(offset);
    toMeasure = List.copyOf(toMeasure);
  }

  /**
   * The members that explain anything, those with most primary test cases first, then with most.
   */
  public List<MemberAttribution> culprits() {
    return members.stream()
        .filter(MemberAttribution::isCulprit)
        .sorted(
            Comparator.comparingLong(MemberAttribution::primary)
                .thenComparingInt(member -> member.explained().size())
                .reversed())
        .toList();
  }

  /** The culprits, then the other members. */
  public List<MemberAttribution> culpritsFirst() {
    return Stream.concat(
            culprits().stream(), members.stream().filter(member -> !member.isCulprit()))
        .toList();
  }

  /** The members that explain a change of the rollup, those with the largest share first. */
  public List<MemberShare> explaining(TestCaseChange change) {
    return members.stream()
        .flatMap(
            member ->
                member.explained().stream()
                    .filter(each -> each.change().testCase().equals(change.testCase()))
                    .map(each -> new MemberShare(member.number(), each.share())))
        .sorted(Comparator.comparingDouble(MemberShare::share).reversed())
        .toList();
  }

  /** The members that were built and not measured, likeliest first. */
  public List<MemberAttribution> notMeasured() {
    return members.stream().filter(MemberAttribution::isToMeasure).toList();
  }

  /** The members in a state. */
  public List<MemberAttribution> in(BuildState state) {
    return members.stream().filter(member -> member.state() == state).toList();
  }

  /**
   * A member's part of a change.
   *
   * @param number the member's number
   * @param share as {@link ExplainedCase#share}
   */
  public record MemberShare(int number, double share) {}

  /** How many of some changes are regressions. */
  public static int regressions(List<TestCaseChange> changes) {
    return (int) changes.stream().filter(TestCaseChange::isRegression).count();
  }

  /** How many of some changes are improvements. */
  public static int improvements(List<TestCaseChange> changes) {
    return changes.size() - regressions(changes);
  }
}

package dev.perftriage.analysis.attribution;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.cause.Rollup.RollupMember;
import dev.perftriage.model.BuildState;
import dev.perftriage.model.MemberBuild;
import dev.perftriage.model.RollupBuilds;
import dev.perftriage.model.TestCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A rollup with what is known of its members.
 *
 * @param members its members, likeliest cause first
 * @param builds their own builds
 * @param changes the rollup's relevant changes
 * @param noise the test cases whose change is noise
 * @param measured the measurements of members' own builds by number; those that nobody measured are
 *     absent
 */
public record MeasuredRollup(
    List<RollupMember> members,
    RollupBuilds builds,
    List<TestCaseChange> changes,
    Set<TestCase> noise,
    Map<Integer, MemberMeasurement> measured) {

  /** Each measurement takes an hour of a machine that all of Rust waits for. */
  public static final int MOST_TO_MEASURE = 4;

  /** Copies the collections. */
  public MeasuredRollup {
    members = List.copyOf(members);
    changes = changes.stream().sorted(TestCaseChange.LARGEST_FIRST).toList();
    noise = Collections.unmodifiableSet(new HashSet<>(noise));
    measured = Collections.unmodifiableMap(new TreeMap<>(measured));
  }

  /**
   * Divides the changes among the members.
   *
   * @param mostToMeasure the maximum number of members to measure; with {@link Integer#MAX_VALUE},
   *     unlikely ones, too
   */
  public RollupAttribution attribution(int mostToMeasure) {
    List<TestCaseChange> toExplain =
        changes.stream().filter(change -> !noise.contains(change.testCase())).toList();
    List<MemberAttribution> attributed =
        members.stream().map(member -> attribution(member, toExplain)).toList();
    Set<TestCase> explained = new HashSet<>();
    attributed.forEach(
        member -> member.explained().forEach(each -> explained.add(each.change().testCase())));
    List<TestCaseChange> unexplained =
        toExplain.stream().filter(change -> !explained.contains(change.testCase())).toList();
    return new RollupAttribution(
        attributed,
        changes,
        changes.stream().filter(change -> noise.contains(change.testCase())).toList(),
        unexplained,
        offset(),
        unexplained.size() > explained.size() ? likeliest(attributed, mostToMeasure) : List.of());
  }

  private MemberAttribution attribution(RollupMember member, List<TestCaseChange> toExplain) {
    Optional<MemberBuild> build = builds.of(member.number());
    Optional<MemberMeasurement> own = Optional.ofNullable(measured.get(member.number()));
    return new MemberAttribution(
        member,
        build.map(MemberBuild::state).orElse(BuildState.UNKNOWN),
        build.flatMap(MemberBuild::sha),
        own.isPresent(),
        own.map(MemberMeasurement::lacking).orElse(0),
        own.map(some -> explained(some, toExplain)).orElse(List.of()));
  }

  private static List<ExplainedCase> explained(
      MemberMeasurement own, List<TestCaseChange> toExplain) {
    List<ExplainedCase> explained = new ArrayList<>();
    for (TestCaseChange change : toExplain) {
      TestCaseChange moved = own.moved().get(change.testCase());
      if (moved != null && moved.isRegression() == change.isRegression()) {
        explained.add(ExplainedCase.of(change, moved));
      }
    }
    return explained;
  }

  /** The test cases that members move in both directions, whether or not the rollup moves them. */
  private List<OffsetCase> offset() {
    TreeSet<TestCase> moved = new TreeSet<>(TestCase.BY_NAME);
    measured.values().forEach(own -> moved.addAll(own.moved().keySet()));
    List<OffsetCase> offset = new ArrayList<>();
    for (TestCase testCase : moved) {
      List<Integer> up = moving(testCase, true);
      List<Integer> down = moving(testCase, false);
      if (!up.isEmpty() && !down.isEmpty() && !noise.contains(testCase)) {
        offset.add(new OffsetCase(testCase, up, down));
      }
    }
    return offset;
  }

  private List<Integer> moving(TestCase testCase, boolean isRegression) {
    List<Integer> moving = new ArrayList<>();
    measured.forEach(
        (number, own) -> {
          TestCaseChange moved = own.moved().get(testCase);
          if (moved != null && moved.isRegression() == isRegression) {
            moving.add(number);
          }
        });
    return moving;
  }

  /** The unmeasured builds that nothing speaks against, or else those that least speaks against. */
  private static List<MemberAttribution> likeliest(
      Collection<MemberAttribution> members, int most) {
    List<MemberAttribution> open = members.stream().filter(MemberAttribution::isToMeasure).toList();
    if (open.isEmpty() || most == Integer.MAX_VALUE) {
      return open;
    }
    int least = Math.min(0, open.get(0).member().weight());
    return open.stream().filter(each -> each.member().weight() >= least).limit(most).toList();
  }
}
